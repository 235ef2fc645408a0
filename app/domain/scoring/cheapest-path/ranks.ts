// Many numbers put in order, and numbered anew, fast enough for the plans of the largest charter.

/** More than any table has plans; with as many ranks a key stays a whole number. */
const PLACES = 2 ** 22;
const RANKS = 2 ** 30;

/**
 * The places of the numbers, those of the lowest first; numbers that lie closer together than `rankWidth`
 * may stand in either order.
 */
export function risingOrder(numbers: Float64Array): { order: Int32Array; rankWidth: number } {
  const low = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const high = numbers.reduce((most, number) => Math.max(most, number), -Infinity);
  // Sorted as plain numbers, which is many times faster than by a comparison: rank first, place last.
  const scale = high > low ? RANKS / (high - low) : 0;
  const keys = numbers.map((number, place) => Math.floor((number - low) * scale) * PLACES + place);
  const order = Int32Array.from(keys.toSorted(), (key) => key % PLACES);
  return { order, rankWidth: (high - low) / RANKS };
}

/** For each value its rank among the distinct ones, from 0, and how many ranks there are. */
export function ranks(values: Float64Array): readonly [Float64Array, number] {
  const distinct = Float64Array.from(new Set(values)).toSorted();
  const rankOf = new Map(Array.from(distinct, (value, rank) => [value, rank]));
  return [values.map((value) => rankOf.get(value) ?? 0), Math.max(1, distinct.length)];
}
