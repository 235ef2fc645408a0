// Conditions of the kind 'so many of these criteria at a rating' in the search for the cheapest way: for each,
// a plan counts how many criteria it has there, and no further than are needed. All these counts together
// are one number, the state of a plan, so that a table has a row for each state (option-table.ts).
// Source: scoring.md, What charter format 2 adds, Cheapest way.

export type States = {
  /** How many states there are; 1 where nothing of the kind is asked. */
  readonly size: number;
  /** The state in which every count is reached. */
  readonly full: number;
  /** What each state's counts are worth at the prices of bound.ts. */
  readonly paid: Float64Array;
  /** For each dimension how far apart its counts lie, and how many it has. */
  readonly dimensions: readonly { readonly stride: number; readonly counts: number }[];
  /** For each state the one after a criterion that counts for these; a bit for each demand. */
  after(adds: number): Int32Array;
  /** The state of two runs together; `place` = state of the one × size + state of the other. */
  readonly joined: Int32Array;
};

/** The states of so many criteria needed for each demand, at these prices for one of them. */
export function statesOf(needs: readonly number[], prices: readonly number[]): States {
  let size = 1;
  const all = needs.map((need) => {
    const stride = size;
    size *= need + 1;
    return { stride, counts: need + 1 };
  });
  const countIn = (state: number, demand: number) => {
    const { stride = 1, counts = 1 } = all[demand] ?? {};
    return Math.floor(state / stride) % counts;
  };
  const stateWith = (count: (demand: number) => number) =>
    all.reduce(
      (sum, { stride, counts }, demand) => sum + stride * Math.min(counts - 1, count(demand)),
      0,
    );
  const states = Int32Array.from({ length: size }, (_, state) => state);
  const known = new Map<number, Int32Array>();
  return {
    size,
    full: size - 1,
    paid: Float64Array.from(states, (state) =>
      needs.reduce((sum, _, demand) => sum + (prices[demand] ?? 0) * countIn(state, demand), 0),
    ),
    dimensions: all.filter(({ counts }) => counts > 1),
    after(adds) {
      const found =
        known.get(adds) ??
        states.map((state) =>
          stateWith((demand) => countIn(state, demand) + ((adds >> demand) & 1)),
        );
      known.set(adds, found);
      return found;
    },
    joined: Int32Array.from({ length: size * size }, (_, place) => {
      const one = Math.floor(place / size);
      return stateWith((demand) => countIn(one, demand) + countIn(place % size, demand));
    }),
  };
}

/** Whether the bit of this demand is set. */
export function countsFor(adds: number, demand: number): boolean {
  return ((adds >> demand) & 1) === 1;
}
