// Exact choice of raises: for each number of points gained, the one plan that is preferred.
// Preference (scoring.md, Cheapest way): least effort, fewest criteria changed, earliest set of
// positions, larger raise on the earliest. Each of these adds up over criteria, so that joining the
// tables of two runs of criteria and keeping the preferred plan per gain loses nothing.

/** One criterion raised from one rating to a higher one. */
export type Raise = { readonly criterion: string; readonly from: number; readonly to: number };

type Plan = {
  /** Points gained, counted only as far as they can matter. */
  readonly gain: number;
  /** Effort and number of criteria changed in one number: effort × COUNT_LIMIT + changed. */
  readonly cost: number;
  /** Rank of the set of changed positions within its table: lower is lexicographically earlier. */
  readonly set: number;
  /** Rank of the raises within its table among plans with the same set: lower is preferred. */
  readonly raises: number;
  readonly step: Raise | null;
  readonly parts: readonly [earlier: Plan, later: Plan] | null;
};

/** Plans of a run of criteria by rising gain; a plan with more gain is always less preferred. */
export type Table = {
  readonly plans: readonly Plan[];
  /** Every `set` is below this number. */
  readonly setSpan: number;
  /** Every `raises` is below this number. */
  readonly raisesSpan: number;
};

/** One way to treat a criterion: its raise (null = leave it), the points gained, the effort. */
export type Option = {
  readonly raise: Raise | null;
  readonly gain: number;
  readonly effort: number;
};

/** More criteria than any charter has, so that effort always outranks the number changed. */
const COUNT_LIMIT = 4096;

/** The table of no criteria at all. */
export const nothing: Table = {
  plans: [{ gain: 0, cost: 0, set: 0, raises: 0, step: null, parts: null }],
  setSpan: 1,
  raisesSpan: 1,
};

/** The table of one criterion; gains above `enough` count as `enough`. */
export function tableOf(options: readonly Option[], enough: number): Table {
  const steps = options.map(({ raise }) => (raise === null ? 0 : raise.to - raise.from));
  const highest = Math.max(...steps);
  const plans = options.map(({ raise, gain, effort }, index): Plan => {
    const raised = raise === null ? 0 : 1;
    return {
      gain: Math.min(gain, enough),
      cost: effort * COUNT_LIMIT + raised,
      set: 1 - raised,
      raises: highest - (steps[index] ?? 0),
      step: raise,
      parts: null,
    };
  });
  const best: (Plan | undefined)[] = [];
  for (const plan of plans) if (prefers(plan, best[plan.gain])) best[plan.gain] = plan;
  return { plans: undominated(best), setSpan: 2, raisesSpan: highest + 1 };
}

/** The table of an earlier run of criteria followed by a later one, both in the charter's order. */
export function join(earlier: Table, later: Table, enough: number): Table {
  const [before, after] = withRoom(earlier, later);
  const best: (Plan | undefined)[] = [];
  for (const first of before.plans) {
    for (const second of after.plans) {
      const gain = Math.min(first.gain + second.gain, enough);
      const cost = first.cost + second.cost;
      const held = best[gain];
      if (held !== undefined && cost > held.cost) continue;
      const set = first.set * after.setSpan + second.set;
      const raises = first.raises * after.raisesSpan + second.raises;
      const found = { gain, cost, set, raises };
      if (prefers(found, held)) best[gain] = { ...found, step: null, parts: [first, second] };
    }
  }
  return {
    plans: undominated(best),
    setSpan: before.setSpan * after.setSpan,
    raisesSpan: before.raisesSpan * after.raisesSpan,
  };
}

/** The same table without the plans that gain less than `least`. */
export function atLeast(table: Table, least: number): Table {
  return { ...table, plans: table.plans.filter(({ gain }) => gain >= least) };
}

/** The raises of the preferred plan of a table, in the charter's order. */
export function preferredRaises(table: Table): readonly Raise[] {
  const [preferred] = table.plans;
  return preferred === undefined ? [] : raisesOf(preferred);
}

function raisesOf({ step, parts }: Plan): readonly Raise[] {
  if (parts !== null) return [...raisesOf(parts[0]), ...raisesOf(parts[1])];
  return step === null ? [] : [step];
}

type Preference = Pick<Plan, 'cost' | 'set' | 'raises'>;

function prefers(one: Preference, other: Preference | undefined): boolean {
  if (other === undefined) return true;
  if (one.cost !== other.cost) return one.cost < other.cost;
  if (one.set !== other.set) return one.set < other.set;
  return one.raises < other.raises;
}

/** Leaves out each plan that is no better in preference than one which gains as much or more. */
function undominated(best: readonly (Plan | undefined)[]): readonly Plan[] {
  const kept: Plan[] = [];
  for (let gain = best.length - 1; gain >= 0; gain -= 1) {
    const plan = best[gain];
    if (plan !== undefined && prefers(plan, kept.at(-1))) kept.push(plan);
  }
  return kept.toReversed();
}

/** Both tables, renumbered where their ranks would together leave the exact whole numbers. */
function withRoom(earlier: Table, later: Table): readonly [Table, Table] {
  const sets = earlier.setSpan * later.setSpan;
  const raises = earlier.raisesSpan * later.raisesSpan;
  if (sets <= Number.MAX_SAFE_INTEGER && raises <= Number.MAX_SAFE_INTEGER) return [earlier, later];
  return [renumbered(earlier), renumbered(later)];
}

/** The same plans with ranks 0, 1, 2, … in place of sparse ones; their order stays. */
function renumbered({ plans }: Table): Table {
  const sets = ranks(plans.map(({ set }) => set));
  const raises = ranks(plans.map((plan) => plan.raises));
  return {
    plans: plans.map((plan) => ({
      ...plan,
      set: sets.get(plan.set) ?? 0,
      raises: raises.get(plan.raises) ?? 0,
    })),
    setSpan: Math.max(1, sets.size),
    raisesSpan: Math.max(1, raises.size),
  };
}

function ranks(values: readonly number[]): ReadonlyMap<number, number> {
  const distinct = [...new Set(values)].toSorted((one, other) => one - other);
  return new Map(distinct.map((value, rank) => [value, rank]));
}
