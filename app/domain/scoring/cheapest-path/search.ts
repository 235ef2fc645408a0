// The preferred raises that gain what every section and the whole need, exactly. Plans are kept that cost
// at most so much more than the bound of bound.ts. An answer that is found among them costs no more than
// that either, so no plan of a better one was left out. Where none is found, more is allowed.
import { atPrice, type Prices, pricesOf } from './bound.ts';
import { countsFor, type States, statesOf } from './demand.ts';
import { type Option, type Part, type Question, type Raise, scaled } from './option.ts';
import { type Budget, preferredPlan, withCriterion, withSection } from './option-table.ts';
import { type Allowed, nothing, type Table } from './plan-table.ts';

/** Sums of prices are rounded; costs are whole numbers, far larger than this. */
const ROUNDING = 1e-3;
const FIRST_ALLOWANCE = 1;
const GROWTH = 4;

/**
 * The preferred raises, in the charter's order; null where the search would take more than so many steps.
 * Ask only what can be reached.
 *
 * Most sections have what they need once the whole has, and most demands too: first only the needs that
 * cost something extra count. What is preferred among all that meets those is the answer where it meets the others, too;
 * otherwise what it does not meet counts as well.
 */
export function preferredRaises(asked: Question, steps: number): readonly Raise[] | null {
  const question = scaled(asked);
  const prices = pricesOf(question);
  const counted = new Set(question.parts.filter((_, index) => (prices.sections[index] ?? 0) > 0));
  const demanded = new Set(
    [...prices.demands.keys()].filter((at) => (prices.demands[at] ?? 0) > 0),
  );
  const budget = { left: steps };
  for (;;) {
    const parts = question.parts.map((part) => (counted.has(part) ? part : { ...part, least: 0 }));
    const demands = question.demands.map((need, demand) => (demanded.has(demand) ? need : 0));
    const options = preferredOptions({ ...question, parts, demands }, prices, budget);
    if (options === null) return null;
    const unmet = partsUnmet(question.parts, options);
    const short = demandsUnmet(question.demands, options);
    if (unmet.length + short.length === 0) {
      return options.flatMap(({ raise }) => (raise === null ? [] : [raise]));
    }
    for (const part of unmet) counted.add(part);
    for (const demand of short) demanded.add(demand);
  }
}

/** The demands for which too few options count. */
function demandsUnmet(needs: readonly number[], options: readonly Option[]): readonly number[] {
  return [...needs.keys()].filter(
    (demand) => options.filter(({ adds }) => countsFor(adds, demand)).length < (needs[demand] ?? 0),
  );
}

/** The parts that gain less than they need, with an option for each criterion in the charter's order. */
function partsUnmet(parts: readonly Part[], options: readonly Option[]): readonly Part[] {
  let from = 0;
  return parts.filter(({ criteria, least }) => {
    const own = options.slice(from, from + criteria.length);
    from += criteria.length;
    return own.reduce((sum, { gain }) => sum + gain, 0) < least;
  });
}

function preferredOptions(
  question: Question,
  prices: Prices,
  budget: Budget,
): readonly Option[] | null {
  const states = statesOf(question.demands, prices.demands);
  for (let most = FIRST_ALLOWANCE; budget.left >= 0 && most < Infinity; most *= GROWTH) {
    const table = tableOf(question, prices, { most: most + ROUNDING, budget, states });
    const found =
      table === null ? null : preferredPlan(table, { state: states.full, least: question.short });
    if (found !== null) return found;
  }
  return null;
}

type Limits = { readonly most: number; readonly budget: Budget; readonly states: States };

/** Every section, the last one first, so that what stands earlier in the charter decides. */
function tableOf(question: Question, prices: Prices, limits: Limits): Table | null {
  const { short } = question;
  const { most, states } = limits;
  let table: Table | null = nothing;
  let base = 0;
  for (let index = question.parts.length - 1; index >= 0 && table !== null; index -= 1) {
    const part = question.parts[index];
    if (part === undefined) continue;
    const more = prices.sections[index] ?? 0;
    const whole = { price: prices.whole, more: 0, least: 0, most, enough: short, states };
    const paid = { price: prices.whole + more, demands: prices.demands };
    const after = base + costAtLeast(part, paid) + more * part.least;
    const { demands } = prices;
    if (part.least === 0)
      table = through(part, table, { ...limits, allowed: whole, base, demands });
    else {
      const enough = Math.max(short, part.least);
      const own = { ...whole, more, least: part.least, enough };
      const section = through(part, nothing, { ...limits, allowed: own, base: 0, demands });
      const both = { own: { ...own, base: 0 }, allowed: { ...whole, base: after } };
      table = section === null ? null : withSection(section, table, { ...both, ...limits });
    }
    base = after;
  }
  return table;
}

/** The run with every criterion of a part before it, the last one first. */
function through(
  part: Part,
  run: Table,
  given: Limits & {
    readonly allowed: Omit<Allowed, 'base'>;
    readonly base: number;
    readonly demands: readonly number[];
  },
): Table | null {
  const { allowed, budget, demands } = given;
  let { base } = given;
  let table: Table | null = run;
  for (let index = part.criteria.length - 1; index >= 0 && table !== null; index -= 1) {
    const options = part.criteria[index] ?? [];
    base += atPrice(options, allowed.price + allowed.more, demands);
    table = withCriterion(options, table, { allowed: { ...allowed, base }, budget });
  }
  return table;
}

type Paid = { readonly price: number; readonly demands: readonly number[] };

function costAtLeast({ criteria }: Part, { price, demands }: Paid): number {
  return criteria.reduce((sum, options) => sum + atPrice(options, price, demands), 0);
}
