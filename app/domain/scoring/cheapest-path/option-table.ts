// Plans of a run of criteria: for each number of points gained, the one that is preferred. Preference
// (scoring.md, Cheapest way): least effort, fewest criteria changed, earliest set of positions, larger
// raise on the earliest. Each of these adds up over criteria, so that putting a criterion or a section
// before a run and keeping the preferred plan per gain loses nothing. Numbers lie side by side in arrays:
// the largest charter has hundreds of thousands of plans for each of its criteria.
import { costOf, type Option } from './option.ts';
import { ranks, risingOrder } from './ranks.ts';

export type Table = {
  /** Rising; a plan with more gain is always less preferred. */
  readonly gain: Int32Array;
  readonly cost: Float64Array;
  /** Rank of the set of changed positions: lower is lexicographically earlier. */
  readonly set: Float64Array;
  /** Rank of the raises among plans with the same set: lower is preferred. */
  readonly raises: Float64Array;
  /** Every `set`, and every rank in `raises`, is below these numbers. */
  readonly setSpan: number;
  readonly raisesSpan: number;
  readonly trace: Trace;
};

/** How each plan came about, for reading its raises back. */
type Trace =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'criterion';
      readonly options: readonly Option[];
      readonly option: Int32Array;
      readonly later: Trace;
      readonly plan: Int32Array;
    }
  | {
      readonly kind: 'section';
      readonly earlier: Trace;
      readonly first: Int32Array;
      readonly later: Trace;
      readonly second: Int32Array;
    };

/** Which plans of a run are kept: those that cost at most so much above what an answer costs at least. */
export type Allowed = {
  /** The price of a point, and what it costs more until there are `least` of them (bound.ts). */
  readonly price: number;
  readonly more: number;
  readonly least: number;
  /** What plans of this run cost at least, with every point paid. */
  readonly base: number;
  readonly most: number;
  /** Gains above this count as this. */
  readonly enough: number;
};

/** How many steps a search may still take; it is given up where they run out. */
export type Budget = { left: number };

/** The table of no criteria at all. */
export const nothing: Table = {
  gain: Int32Array.of(0),
  cost: Float64Array.of(0),
  set: Float64Array.of(0),
  raises: Float64Array.of(0),
  setSpan: 1,
  raisesSpan: 1,
  trace: { kind: 'nothing' },
};

/** The run with a criterion before it; null where the budget runs out. */
export function withCriterion(
  options: readonly Option[],
  run: Table,
  { allowed, budget }: { readonly allowed: Allowed; readonly budget: Budget },
): Table | null {
  const highest = Math.max(...options.map(stepsOf));
  const later = withRoom(run, { sets: 2, raises: highest + 1 });
  const size = later.gain.length;
  const best = openBest(later, Math.max(...options.map(({ gain }) => gain)), allowed.enough);
  if (!spend(budget, size * options.length + best.cost.length)) return null;
  const plan: Offer = { at: 0, cost: 0, set: 0, raises: 0, first: 0, second: 0 };
  for (const [index, option] of options.entries()) {
    const cost = costOf(option);
    const set = option.raise === null ? later.setSpan : 0;
    const raises = (highest - stepsOf(option)) * later.raisesSpan;
    for (let second = 0; second < size; second += 1) {
      const gain = Math.min(at(later.gain, second) + option.gain, allowed.enough);
      plan.cost = at(later.cost, second) + cost;
      plan.at = gain - best.low;
      if (plan.cost > at(best.cost, plan.at) || aboveOf(gain, plan.cost, allowed) > allowed.most) {
        continue;
      }
      plan.set = set + at(later.set, second);
      plan.raises = raises + at(later.raises, second);
      plan.first = index;
      plan.second = second;
      offer(best, plan);
    }
  }
  const { first, second, ...kept } = preferredOf(best);
  return {
    ...kept,
    setSpan: later.setSpan * 2,
    raisesSpan: later.raisesSpan * (highest + 1),
    trace: { kind: 'criterion', options, option: first, later: later.trace, plan: second },
  };
}

/** A section's run, of which only plans that gain `least` are good, before a later run. */
export function withSection(
  section: Table,
  run: Table,
  { own, allowed, budget }: { own: Allowed; allowed: Allowed; budget: Budget },
): Table | null {
  const later = withRoom(renumbered(run), {
    sets: section.gain.length,
    raises: section.gain.length,
  });
  const earlier = renumbered(section);
  const size = earlier.gain.length;
  const beginning = earlier.gain.findIndex((gain) => gain >= own.least);
  const best = openBest(later, at(earlier.gain, size - 1), allowed.enough);
  if (!spend(budget, best.cost.length)) return null;
  const above = later.cost.map((cost, plan) => cost - allowed.price * at(later.gain, plan));
  const { order: paid, rankWidth } = risingOrder(above);
  const plan: Offer = { at: 0, cost: 0, set: 0, raises: 0, first: 0, second: 0 };
  for (let first = beginning; first >= 0 && first < size; first += 1) {
    const ownGain = at(earlier.gain, first);
    const ownCost = at(earlier.cost, first);
    // Places of one rank stand in any order, so it stops a rank later.
    const mostLeft = allowed.most + allowed.base - (ownCost - allowed.price * ownGain) + rankWidth;
    let tried = 0;
    for (const second of paid) {
      if (at(above, second) > mostLeft) break;
      tried += 1;
      const gain = Math.min(ownGain + at(later.gain, second), allowed.enough);
      plan.cost = ownCost + at(later.cost, second);
      plan.at = gain - best.low;
      if (plan.cost > at(best.cost, plan.at) || aboveOf(gain, plan.cost, allowed) > allowed.most) {
        continue;
      }
      plan.set = at(earlier.set, first) * later.setSpan + at(later.set, second);
      plan.raises = at(earlier.raises, first) * later.raisesSpan + at(later.raises, second);
      plan.first = first;
      plan.second = second;
      offer(best, plan);
    }
    if (!spend(budget, tried)) return null;
  }
  const { first, second, ...kept } = preferredOf(best);
  return {
    ...kept,
    setSpan: earlier.setSpan * later.setSpan,
    raisesSpan: earlier.raisesSpan * later.raisesSpan,
    trace: { kind: 'section', earlier: earlier.trace, first, later: later.trace, second },
  };
}

/** The preferred plan that gains so much, as an option for each criterion; null where none does. */
export function preferredPlan(table: Table, least: number): readonly Option[] | null {
  const plan = table.gain.findIndex((gain) => gain >= least);
  return plan < 0 ? null : optionsIn(table.trace, plan);
}

function optionsIn(trace: Trace, plan: number): readonly Option[] {
  switch (trace.kind) {
    case 'nothing':
      return [];
    case 'criterion': {
      const option = trace.options[at(trace.option, plan)];
      const rest = optionsIn(trace.later, at(trace.plan, plan));
      return option === undefined ? rest : [option, ...rest];
    }
    case 'section':
      return [
        ...optionsIn(trace.earlier, at(trace.first, plan)),
        ...optionsIn(trace.later, at(trace.second, plan)),
      ];
    default:
      return trace satisfies never;
  }
}

/** What the plan costs above what an answer with it costs at least. */
function aboveOf(gain: number, cost: number, { price, more, least, base }: Allowed): number {
  return cost - price * gain - more * Math.min(gain, least) - base;
}

function stepsOf({ raise }: Option): number {
  return raise === null ? 0 : raise.to - raise.from;
}

/** The number there; the place is always one of the array's. */
function at(numbers: { readonly [place: number]: number }, place: number): number {
  return numbers[place] ?? 0;
}

function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps;
  return budget.left >= 0;
}

/** The preferred plan so far for each gain from `low` on; an infinite cost is none. */
type Best = {
  readonly low: number;
  readonly cost: Float64Array;
  readonly set: Float64Array;
  readonly raises: Float64Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
};

type Offer = {
  at: number;
  cost: number;
  set: number;
  raises: number;
  first: number;
  second: number;
};

function openBest(later: Table, mostMore: number, enough: number): Best {
  const low = Math.min(later.gain[0] ?? 0, enough);
  const high = Math.min((later.gain.at(-1) ?? 0) + mostMore, enough);
  const width = high - low + 1;
  return {
    low,
    cost: new Float64Array(width).fill(Infinity),
    set: new Float64Array(width),
    raises: new Float64Array(width),
    first: new Int32Array(width),
    second: new Int32Array(width),
  };
}

function offer(best: Best, plan: Offer): void {
  const place = plan.at;
  const held = at(best.cost, place);
  if (plan.cost > held) return;
  if (plan.cost === held) {
    const set = at(best.set, place);
    if (plan.set > set) return;
    if (plan.set === set && plan.raises >= at(best.raises, place)) return;
  }
  best.cost[place] = plan.cost;
  best.set[place] = plan.set;
  best.raises[place] = plan.raises;
  best.first[place] = plan.first;
  best.second[place] = plan.second;
}

/** Leaves out each plan that is no better in preference than one which gains as much or more. */
function preferredOf({ low, cost, set, raises, first, second }: Best) {
  const kept: number[] = [];
  for (let place = cost.length - 1; place >= 0; place -= 1) {
    const last = kept.at(-1);
    if (at(cost, place) === Infinity) continue;
    if (last === undefined || isPreferred(place, last)) kept.push(place);
  }
  function isPreferred(one: number, other: number): boolean {
    if (cost[one] !== cost[other]) return at(cost, one) < at(cost, other);
    if (set[one] !== set[other]) return at(set, one) < at(set, other);
    return at(raises, one) < at(raises, other);
  }
  const places = Int32Array.from(kept.toReversed());
  const chosen = (numbers: Float64Array) =>
    Float64Array.from(places, (place) => at(numbers, place));
  return {
    gain: places.map((place) => low + place),
    cost: chosen(cost),
    set: chosen(set),
    raises: chosen(raises),
    first: places.map((place) => at(first, place)),
    second: places.map((place) => at(second, place)),
  };
}

/** The run, renumbered where its ranks with so many before them would leave the exact whole numbers. */
function withRoom(run: Table, before: { readonly sets: number; readonly raises: number }): Table {
  const sets = run.setSpan * before.sets;
  const raises = run.raisesSpan * before.raises;
  return Math.max(sets, raises) <= Number.MAX_SAFE_INTEGER ? run : renumbered(run);
}

/** The same plans with ranks 0, 1, 2, … in place of sparse ones; their order stays. */
function renumbered(table: Table): Table {
  const [set, setSpan] = ranks(table.set);
  const [raises, raisesSpan] = ranks(table.raises);
  return { ...table, set, setSpan, raises, raisesSpan };
}
