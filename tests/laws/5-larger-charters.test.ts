import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allCriteria, highestRating, type Charter } from '#app/domain/charter/charter.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

type Found = {
  readonly preference: bigint;
  readonly steps: readonly (readonly [string, number])[];
};

/**
 * The preferred steps to overall and section thresholds, from a plain table over every number of
 * points in this section and in all, with the whole order of preference in one big number.
 */
function plainTable(charter: Charter, now: ReadonlyMap<string, number>): Found['steps'] {
  const highest = highestRating(charter);
  const criteria = allCriteria(charter);
  const [needs] = charter.levels;
  const bits = BigInt(criteria.length);
  const base = BigInt(highest + 1);
  const shift = 2n ** bits * base ** bits;
  let states = new Map<string, Found>([['0', { preference: 0n, steps: [] }]]);
  for (const section of charter.sections) {
    let inSection = new Map([...states].map(([all, found]) => [`${all} 0`, found]));
    for (const criterion of section.criteria) {
      const position = BigInt(criteria.indexOf(criterion));
      const from = now.get(criterion.id) ?? 0;
      const next = new Map<string, Found>();
      for (const [key, { preference, steps }] of inSection) {
        const [all = 0, own = 0] = key.split(' ').map(Number);
        for (let to = from; to <= highest; to += 1) {
          const raise = BigInt(to - from);
          const effort = criterion.effort.slice(from, to).reduce((sum, each) => sum + each, 0);
          const changed = raise > 0n ? 1n : 0n;
          const earlier = changed * 2n ** (bits - 1n - position) * base ** bits;
          const larger = raise * base ** (bits - 1n - position);
          const found = {
            preference: preference + (BigInt(effort) * 1000n + changed) * shift - earlier - larger,
            steps: to > from ? [...steps, [criterion.id, to] as const] : steps,
          };
          const points = criterion.weight * to;
          const into = `${all + points} ${own + points}`;
          const held = next.get(into);
          if (held === undefined || found.preference < held.preference) next.set(into, found);
        }
      }
      inSection = next;
    }
    const available = section.criteria.reduce((sum, { weight }) => sum + weight * highest, 0);
    states = new Map();
    for (const [key, found] of inSection) {
      const [all = '0', own = '0'] = key.split(' ');
      if (Number(own) * 10_000 < (needs?.section?.hundredths ?? 0) * available) continue;
      const held = states.get(all);
      if (held === undefined || found.preference < held.preference) states.set(all, found);
    }
  }
  const available = criteria.reduce((sum, { weight }) => sum + weight * highest, 0);
  const [best] = [...states]
    .filter(([all]) => Number(all) * 10_000 >= (needs?.overall?.hundredths ?? 0) * available)
    .map(([, found]) => found)
    .toSorted((a, b) => (a.preference < b.preference ? -1 : 1));
  return best?.steps ?? [];
}

const criteria = fc.array(
  fc.record({
    section: fc.constantFrom('A', 'B', 'C'),
    weight: fc.integer({ min: 1, max: 2 }),
    effort: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 5, maxLength: 5 }),
    now: fc.nat({ max: 4 }),
  }),
  { minLength: 22, maxLength: 30 },
);

test('on charters too large to try every combination, a plain table prefers the same steps', () => {
  fc.assert(
    fc.property(
      criteria,
      fc.integer({ min: 40, max: 95 }),
      fc.integer({ min: 20, max: 90 }),
      (drafts, overall, section) => {
        const parts = drafts
          .toSorted((a, b) => (a.section < b.section ? -1 : 1))
          .map(({ now, ...rest }, index) => ({ id: `c${index + 1}`, now, ...rest }));
        const charter = charterOf({
          highest: 5,
          criteria: parts.map(({ now: _, ...rest }) => rest),
          levels: [level('only', { overall: String(overall), section: String(section) })],
        });
        const now = new Map(parts.map((each) => [each.id, each.now]));
        const set = answersOf(Object.fromEntries(now));
        const path = cheapestPath(charter, set, { to: 'only', pins: new Set() });
        const steps = path.steps.map(({ criterion, to }) => [criterion, to]);
        expect(steps).toEqual(plainTable(charter, now));
        expect(path.status === 'already-met').toBe(scoreAssessment(charter, set).level === 'only');
      },
    ),
    { numRuns: 60 },
  );
});
