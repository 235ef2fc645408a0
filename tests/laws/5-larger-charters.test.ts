import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allCriteria,
  highestRating,
  type Charter,
  type Criterion,
} from '#app/domain/charter/charter.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

type Found = {
  readonly preference: bigint;
  readonly steps: readonly (readonly [string, number])[];
};

/** Found by a key that holds the points so far. */
type States = ReadonlyMap<string, Found>;

function preferred(found: readonly (readonly [string, Found])[]): States {
  const best = new Map<string, Found>();
  for (const [key, one] of found) {
    const held = best.get(key);
    if (held === undefined || one.preference < held.preference) best.set(key, one);
  }
  return best;
}

/** The whole order of preference of one raise in one big number: lower is preferred. */
function preferenceOf(raise: number, effort: number, [position, count]: readonly [number, number]) {
  const after = BigInt(count - 1 - position);
  const base = 10n;
  const shift = 2n ** BigInt(count) * base ** BigInt(count);
  if (raise === 0) return 0n;
  const earlier = 2n ** after * base ** BigInt(count);
  const larger = BigInt(raise) * base ** after;
  return (BigInt(effort) * 1000n + 1n) * shift - earlier - larger;
}

/** Every state continued by every rating of one more criterion. */
function withCriterion(
  states: States,
  { id, weight, effort }: Criterion,
  { from, highest, place }: { from: number; highest: number; place: readonly [number, number] },
): States {
  const ratings = Array.from({ length: highest - from + 1 }, (_, raise) => from + raise);
  const continued = [...states].flatMap(([key, { preference, steps }]) => {
    const [all = 0, own = 0] = key.split(' ').map(Number);
    return ratings.map((to): readonly [string, Found] => {
      const spent = effort.slice(from, to).reduce((sum, each) => sum + each, 0);
      const points = weight * to;
      const found = {
        preference: preference + preferenceOf(to - from, spent, place),
        steps: to > from ? [...steps, [id, to] as const] : steps,
      };
      return [`${all + points} ${own + points}`, found];
    });
  });
  return preferred(continued);
}

/** The preferred steps to one level's overall and section thresholds, over every number of points. */
function plainTable(charter: Charter, now: ReadonlyMap<string, number>): Found['steps'] {
  const highest = highestRating(charter);
  const criteria = allCriteria(charter);
  const [needs] = charter.levels;
  const available = (counted: readonly Criterion[]) =>
    counted.reduce((sum, { weight }) => sum + weight * highest, 0);
  let states: States = new Map([['0', { preference: 0n, steps: [] }]]);
  for (const section of charter.sections) {
    let inSection: States = new Map([...states].map(([all, found]) => [`${all} 0`, found]));
    for (const criterion of section.criteria) {
      const place = [criteria.indexOf(criterion), criteria.length] as const;
      const from = now.get(criterion.id) ?? 0;
      inSection = withCriterion(inSection, criterion, { from, highest, place });
    }
    const least = (needs?.section?.hundredths ?? 0) * available(section.criteria);
    states = preferred(
      [...inSection].flatMap(([key, found]) => {
        const [all = '0', own = '0'] = key.split(' ');
        return Number(own) * 10_000 < least ? [] : [[all, found] as const];
      }),
    );
  }
  const least = (needs?.overall?.hundredths ?? 0) * available(criteria);
  const [best] = [...states]
    .filter(([all]) => Number(all) * 10_000 >= least)
    .map(([, found]) => found)
    .toSorted((one, other) => (one.preference < other.preference ? -1 : 1));
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
    { numRuns: 40 },
  );
});
