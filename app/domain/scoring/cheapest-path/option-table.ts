// Plans of a run of criteria: for each number of points gained, in each state of the demands (demand.ts), the
// one that is preferred. Preference
// (scoring.md, Cheapest way): least effort, fewest criteria changed, earliest set of positions, larger
// raise on the earliest. Each of these adds up over criteria, so that putting a criterion or a section
// before a run and keeping the preferred plan per gain loses nothing. Numbers lie side by side in arrays:
// the largest charter has hundreds of thousands of plans for each of its criteria.
import { at, mostOf, type Offer, offer, openBest, preferredOf } from './best-plans.ts';
import type { Allowed, Table, Trace } from './plan-table.ts';
import { costOf, type Option } from './option.ts';
import { ranks, risingOrder } from './ranks.ts';

/** How many steps a search may still take; it is given up where they run out. */
export type Budget = { left: number };

/** The run with a criterion before it; null where the budget runs out. */
export function withCriterion(
  options: readonly Option[],
  run: Table,
  { allowed, budget }: { readonly allowed: Allowed; readonly budget: Budget },
): Table | null {
  const highest = Math.max(...options.map(stepsOf));
  const later = withRoom(run, { sets: 2, raises: highest + 1 });
  const size = later.gain.length;
  const { states } = allowed;
  const best = openBest(later, Math.max(...options.map(({ gain }) => gain)), allowed);
  if (!spend(budget, size * options.length + best.cost.length)) return null;
  const plan: Offer = { at: 0, cost: 0, set: 0, raises: 0, first: 0, second: 0 };
  for (const [index, option] of options.entries()) {
    const cost = costOf(option);
    const set = option.raise === null ? later.setSpan : 0;
    const raises = (highest - stepsOf(option)) * later.raisesSpan;
    const after = states.after(option.adds);
    for (let second = 0; second < size; second += 1) {
      const gain = Math.min(at(later.gain, second) + option.gain, allowed.enough);
      const state = at(after, at(later.state, second));
      plan.cost = at(later.cost, second) + cost;
      plan.at = state * best.width + gain - best.low;
      if (plan.cost > at(best.cost, plan.at)) continue;
      if (aboveOf({ gain, state, cost: plan.cost }, allowed) > allowed.most) continue;
      plan.set = set + at(later.set, second);
      plan.raises = raises + at(later.raises, second);
      plan.first = index;
      plan.second = second;
      offer(best, plan);
    }
  }
  const { first, second, ...kept } = preferredOf(best, states);
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
  const { states } = allowed;
  const best = openBest(later, mostOf(earlier), allowed);
  if (!spend(budget, best.cost.length)) return null;
  const above = later.cost.map((_, place) => unpaid(later, place, allowed));
  const { order: paid, rankWidth } = risingOrder(above);
  const plan: Offer = { at: 0, cost: 0, set: 0, raises: 0, first: 0, second: 0 };
  for (let first = 0; first < earlier.gain.length; first += 1) {
    const ownGain = at(earlier.gain, first);
    if (ownGain < own.least) continue;
    const ownCost = at(earlier.cost, first);
    const before = at(earlier.state, first) * states.size;
    // Places of one rank stand in any order, so it stops a rank later.
    const mostLeft = allowed.most + allowed.base - unpaid(earlier, first, allowed) + rankWidth;
    let tried = 0;
    for (const second of paid) {
      if (at(above, second) > mostLeft) break;
      tried += 1;
      const gain = Math.min(ownGain + at(later.gain, second), allowed.enough);
      const state = at(states.joined, before + at(later.state, second));
      plan.cost = ownCost + at(later.cost, second);
      plan.at = state * best.width + gain - best.low;
      if (plan.cost > at(best.cost, plan.at)) continue;
      if (aboveOf({ gain, state, cost: plan.cost }, allowed) > allowed.most) continue;
      plan.set = at(earlier.set, first) * later.setSpan + at(later.set, second);
      plan.raises = at(earlier.raises, first) * later.raisesSpan + at(later.raises, second);
      plan.first = first;
      plan.second = second;
      offer(best, plan);
    }
    if (!spend(budget, tried)) return null;
  }
  const { first, second, ...kept } = preferredOf(best, states);
  return {
    ...kept,
    setSpan: earlier.setSpan * later.setSpan,
    raisesSpan: earlier.raisesSpan * later.raisesSpan,
    trace: { kind: 'section', earlier: earlier.trace, first, later: later.trace, second },
  };
}

/** The preferred plan of a state that gains so much, as an option for each criterion; null where none does. */
export function preferredPlan(
  table: Table,
  { state, least }: { readonly state: number; readonly least: number },
): readonly Option[] | null {
  const plan = table.gain.findIndex(
    (gain, place) => at(table.state, place) === state && gain >= least,
  );
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

/** What the plan there costs beyond what its points and its counts for demands are worth. */
function unpaid({ cost, gain, state }: Table, place: number, { price, states }: Allowed): number {
  return at(cost, place) - price * at(gain, place) - at(states.paid, at(state, place));
}

type Point = { readonly gain: number; readonly state: number; readonly cost: number };

/** What the plan costs above what an answer with it costs at least. */
function aboveOf({ gain, state, cost }: Point, allowed: Allowed): number {
  const { price, more, least, base, states } = allowed;
  return cost - at(states.paid, state) - price * gain - more * Math.min(gain, least) - base;
}

function stepsOf({ raise }: Option): number {
  return raise === null ? 0 : raise.to - raise.from;
}

function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps;
  return budget.left >= 0;
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
