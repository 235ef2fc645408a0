// No count that is told is from 1 to 9, and none can be worked out from what is told, whoever adds and subtracts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayTell, rounded, toldCells } from '#app/domain/review/disclosure.ts';

/** What is told of counts, as somebody reads it who knows how many cells there are. */
const read = (counts: readonly number[]) =>
  JSON.stringify(toldCells(counts.map((count, of) => ({ of, count }))));

const small = (count: number) => count >= 1 && count <= 9;

test('of any table nothing from 1 to 9 is told, each cell stands in one place, and no order changes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 7 }), (counts) => {
      const told = toldCells(counts.map((count, of) => ({ of, count })));
      const all = counts.reduce((sum, count) => sum + count, 0);
      expect(told.filter(({ count }) => small(count))).toEqual([]);
      const cells = told.flatMap(({ of }) => of);
      expect(cells).toEqual(small(all) ? [] : counts.map((_, cell) => cell));
      for (const { of, count } of told) {
        const sum = of.reduce((so, cell) => so + (counts[cell] ?? 0), 0);
        expect(Math.abs(count - sum)).toBeLessThanOrEqual(2);
        expect(small(sum)).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

/** Every way to share a number among so many cells. */
function ways(total: number, cells: number): number[][] {
  if (cells === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    ways(total - first, cells - 1).map((rest) => [first, ...rest]),
  ).flat();
}

test.each([
  [2, 45],
  [3, 30],
  [4, 18],
])(
  'with %i cells and the exact total, every count from 1 to 9 could be three others',
  (cells, most) => {
    for (let total = 10; total <= most; total += 1) {
      const all = ways(total, cells);
      const alike = Map.groupBy(all, read);
      for (const counts of all) {
        const others = alike.get(read(counts)) ?? [];
        for (const [cell, count] of counts.entries()) {
          if (!small(count)) continue;
          const possible = new Set(others.map((other) => other[cell]));
          if (possible.size < 4) expect.fail(`${counts.join(' ')}: ${[...possible].join(' ')}`);
        }
      }
    }
  },
);

test('of what holds of some of all, neither they nor the rest are told where they are from 1 to 9', () => {
  for (let all = 10; all <= 60; all += 1) {
    for (let count = 0; count <= all; count += 1) {
      expect(mayTell(count, all)).toBe(!small(count) && !small(all - count));
      if (mayTell(count, all)) expect(small(rounded(count))).toBe(false);
    }
  }
});
