// The preferred plan so far for each number of points in each state, while a table is made, and what is left
// of them once it is: no plan that another outdoes in every dimension.
import type { States } from './demand.ts';
import type { Allowed, Table } from './plan-table.ts';

/** A place for each gain from `low` on, in one row after the other for each state; an infinite cost is none. */
export type Best = {
  readonly low: number;
  /** How many places a state's row has. */
  readonly width: number;
  readonly cost: Float64Array;
  readonly set: Float64Array;
  readonly raises: Float64Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
};

export type Offer = {
  at: number;
  cost: number;
  set: number;
  raises: number;
  first: number;
  second: number;
};

/** Room for the plans of a run with up to so much more gain. */
export function openBest(later: Table, mostMore: number, { enough, states }: Allowed): Best {
  const least = later.gain.reduce((low, gain) => Math.min(low, gain), Infinity);
  const low = Math.min(least === Infinity ? 0 : least, enough);
  const width = Math.min(mostOf(later) + mostMore, enough) - low + 1;
  const size = width * states.size;
  return {
    low,
    width,
    cost: new Float64Array(size).fill(Infinity),
    set: new Float64Array(size),
    raises: new Float64Array(size),
    first: new Int32Array(size),
    second: new Int32Array(size),
  };
}

/** The most that a plan of the table gains. */
export function mostOf({ gain }: Table): number {
  return gain.reduce((most, each) => Math.max(most, each), 0);
}

/** Keeps the plan in its place where it is preferred to the one there. */
export function offer(best: Best, plan: Offer): void {
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

/**
 * The plans without each that is no better in preference than one which gains as much or more, in a state
 * that has as much or more of everything.
 */
export function preferredOf(best: Best, states: States) {
  const { low, width, cost, set, raises, first, second } = best;
  const places = Int32Array.from(undominated(best, states));
  const chosen = (numbers: Float64Array) =>
    Float64Array.from(places, (place) => at(numbers, place));
  return {
    state: places.map((place) => Math.floor(place / width)),
    gain: places.map((place) => low + (place % width)),
    cost: chosen(cost),
    set: chosen(set),
    raises: chosen(raises),
    first: places.map((place) => at(first, place)),
    second: places.map((place) => at(second, place)),
  };
}

/** Places, rising, of plans that are preferred to all which have as much or more in every dimension. */
function undominated(best: Best, { dimensions, size }: States): readonly number[] {
  const { width, cost } = best;
  const ahead = Int32Array.from(cost, (_, place) => place);
  const look = (place: number, further: number) => {
    const other = at(ahead, further);
    if (isPreferred(best, other, at(ahead, place))) ahead[place] = other;
  };
  // Gain first, then one demand after the other: each place learns of the best plan further on.
  for (let row = 0; row < size; row += 1) {
    for (let place = (row + 1) * width - 2; place >= row * width; place -= 1)
      look(place, place + 1);
  }
  for (const { stride, counts } of dimensions) {
    for (let state = size - 1; state >= 0; state -= 1) {
      if (Math.floor(state / stride) % counts === counts - 1) continue;
      const more = state + stride;
      for (let gain = 0; gain < width; gain += 1) look(state * width + gain, more * width + gain);
    }
  }
  const kept: number[] = [];
  for (let place = 0; place < cost.length; place += 1) {
    if (at(cost, place) < Infinity && at(ahead, place) === place) kept.push(place);
  }
  return kept;
}

function isPreferred({ cost, set, raises }: Best, one: number, other: number): boolean {
  if (cost[one] !== cost[other]) return at(cost, one) < at(cost, other);
  if (set[one] !== set[other]) return at(set, one) < at(set, other);
  return at(raises, one) < at(raises, other);
}

/** The number there; the place is always one of the array's. */
export function at(numbers: { readonly [place: number]: number }, place: number): number {
  return numbers[place] ?? 0;
}
