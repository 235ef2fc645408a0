// Ratings counted: how often each unit was given each value of a scale.

export type Tally = {
  /** How many ratings the unit got. */
  readonly total: number;
  /** How often each value was given, in the order of the values. */
  readonly counts: readonly number[];
};

/** One tally for each unit; a rating that is none of the values is a mistake of the caller. */
export function tallies(
  units: readonly (readonly number[])[],
  values: readonly number[],
): readonly Tally[] {
  const places = new Map(values.map((value, index) => [value, index]));
  return units.map((ratings) => {
    const counts = values.map(() => 0);
    for (const rating of ratings) {
      const place = places.get(rating);
      if (place === undefined) throw new RangeError(`the rating ${rating} is not on the scale`);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return { total: ratings.length, counts };
  });
}

/** The numbers without repeats, rising. */
export function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

/** The sum of f over the places of a list. */
export function sumOver(list: readonly number[], f: (item: number, index: number) => number) {
  return list.reduce((sum, item, index) => sum + f(item, index), 0);
}
