// The cheapest way where a level asks for so many of some criteria, on charters too large to try every
// combination: against a plain table over every number of points and every number of criteria that count.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyOf } from '#app/domain/charter/charter.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const HIGHEST = 5;

type Draft = {
  readonly section: string;
  readonly weight: number;
  readonly effort: readonly number[];
  readonly now: number;
};
type Asked = { readonly overall: number; readonly floor: number; readonly anyOf: readonly AnyOf[] };

/** The least effort, and the fewest criteria with it, for which everything that is asked holds; null = none. */
function plainly(
  criteria: readonly (Draft & { readonly id: string })[],
  { overall, floor, anyOf }: Asked,
): readonly [effort: number, changed: number] | null {
  let found = new Map<string, readonly [number, number]>([['0', [0, 0]]]);
  for (const { id, weight, effort, now } of criteria) {
    const next = new Map<string, readonly [number, number]>();
    for (const [key, [spent, changed]] of found) {
      const [points = 0, ...counts] = key.split(' ').map(Number);
      for (let to = Math.max(now, floor); to <= HIGHEST; to += 1) {
        const also = anyOf.map(({ of, rating }, index) => {
          const has = counts[index] ?? 0;
          return of.includes(id) && to >= rating ? has + 1 : has;
        });
        const reached = [points + weight * to, ...also].join(' ');
        const steps = effort.slice(now, to).reduce((sum, each) => sum + each, 0);
        const cost = [spent + steps, changed + (to > now ? 1 : 0)] as const;
        const held = next.get(reached);
        if (held === undefined || less(cost, held)) next.set(reached, cost);
      }
    }
    found = next;
  }
  const available = criteria.reduce((sum, { weight }) => sum + weight * HIGHEST, 0);
  const good = [...found].filter(([key]) => {
    const [points = 0, ...counts] = key.split(' ').map(Number);
    const enough = anyOf.every(
      ({ count, of }, index) => (counts[index] ?? 0) >= Math.min(count, of.length),
    );
    return enough && points * 100 >= overall * available;
  });
  const [best] = good.map(([, cost]) => cost).toSorted((a, b) => (less(a, b) ? -1 : 1));
  return best ?? null;
}

function less(one: readonly [number, number], other: readonly [number, number]): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

const drafts = fc.array(
  fc.record({
    section: fc.constantFrom('A', 'B', 'C'),
    weight: fc.integer({ min: 1, max: 2 }),
    effort: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: HIGHEST, maxLength: HIGHEST }),
    now: fc.nat({ max: 4 }),
  }),
  { minLength: 14, maxLength: 18 },
);

const asked = drafts.chain((given) => {
  const criteria = given
    .toSorted((a, b) => (a.section < b.section ? -1 : 1))
    .map((draft, index) => ({ ...draft, id: `c${index + 1}` }));
  const anyOf = (id: string) =>
    fc.record({
      id: fc.constant(id),
      rating: fc.integer({ min: 2, max: HIGHEST }),
      count: fc.integer({ min: 1, max: 3 }),
      of: fc.subarray(
        criteria.map((each) => each.id),
        { minLength: 3, maxLength: 8 },
      ),
      minimumLeft: fc.constant(1),
    });
  return fc.record({
    criteria: fc.constant(criteria),
    overall: fc.integer({ min: 30, max: 85 }),
    floor: fc.integer({ min: 0, max: 2 }),
    anyOf: fc.tuple(anyOf('one'), anyOf('two')),
  });
});

test('a plain table finds no way of less effort, nor one of the same effort with fewer changes', () => {
  fc.assert(
    fc.property(asked, ({ criteria, overall, floor, anyOf }) => {
      const charter = charterOf({
        highest: HIGHEST,
        criteria: criteria.map(({ now: _, ...rest }) => rest),
        levels: [level('only', { overall: String(overall), floor, anyOf })],
      });
      const set = answersOf(Object.fromEntries(criteria.map(({ id, now }) => [id, now])));
      const path = cheapestPath(charter, set, { to: 'only', pins: new Set() });
      expect([path.total, path.steps.length]).toEqual(plainly(criteria, { overall, floor, anyOf }));
    }),
    { numRuns: 60 },
  );
});
