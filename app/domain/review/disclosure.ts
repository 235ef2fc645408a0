// Counts that may be told without telling of anyone: no count from 1 to 9, none that can be worked out from others, and
// none that moves by one where one is added. Small counts are put together with their neighbours, so that sums hide
// nothing, and every count is rounded, so that two tables cannot be subtracted from each other. Source: issue 14, point
// 3; for the rounding, domain.md, 6 (Statistical disclosure control).

/** The smallest count that is told, but for 0. */
export const SMALLEST_TOLD = 10;
/** What is told is a multiple of this. */
export const ROUNDED_TO = 5;

export type Cell<Of> = { readonly of: Of; readonly count: number };
/** Neighbours that are counted together. */
export type Told<Of> = { readonly of: readonly Of[]; readonly count: number };

/** The count as it is told: to the nearest 5, halves up; only of one that may be told. */
export function rounded(count: number): number {
  return Math.round(count / ROUNDED_TO) * ROUNDED_TO;
}

/** Whether it may be told of how many of all something holds: neither they nor the others are from 1 to 9. */
export function mayTell(count: number, all: number): boolean {
  return isLarge(count) && isLarge(all - count);
}

function isLarge(count: number): boolean {
  return count === 0 || count >= SMALLEST_TOLD;
}

/**
 * A table whose cells have an order, as it is told: cells from 1 to 9 stand together with those behind them, the last
 * ones with those before. Nothing at all where all of them together are fewer than 10.
 */
export function toldCells<Of>(cells: readonly Cell<Of>[]): readonly Told<Of>[] {
  const groups: Told<Of>[] = [];
  for (const { of, count } of cells) {
    const last = groups.at(-1);
    if (last === undefined || isLarge(last.count)) groups.push({ of: [of], count });
    else groups.splice(-1, 1, joined(last, { of: [of], count }));
  }
  while (groups.length > 1 && !isLarge(groups.at(-1)?.count ?? 0)) {
    const [before, last] = groups.splice(-2);
    if (before !== undefined && last !== undefined) groups.push(joined(before, last));
  }
  if (groups.some(({ count }) => !isLarge(count))) return [];
  return groups.map(({ of, count }) => ({ of, count: rounded(count) }));
}

function joined<Of>(one: Told<Of>, other: Told<Of>): Told<Of> {
  return { of: [...one.of, ...other.of], count: one.count + other.count };
}
