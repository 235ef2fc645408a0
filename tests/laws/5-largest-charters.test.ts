// The cheapest way of charters far larger than anyone can try out, against plain tables over every number
// of points: nothing is left out of them, and nothing is known of bounds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allCriteria, type Charter, type Criterion } from '#app/domain/charter/charter.ts';
import { cheapestPath } from '#app/domain/scoring/cheapest-path.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const HIGHEST = 10;

type Draft = {
  readonly section: string;
  readonly weight: number;
  readonly effort: readonly number[];
  readonly now: number;
};

function drafts(given: {
  sections: readonly string[];
  weight: number;
  effort: number;
  many: number;
}) {
  const { sections, weight, effort, many } = given;
  return fc.array(
    fc.record({
      section: fc.constantFrom(...sections),
      weight: fc.integer({ min: 1, max: weight }),
      effort: fc.array(fc.integer({ min: 1, max: effort }), {
        minLength: HIGHEST,
        maxLength: HIGHEST,
      }),
      now: fc.nat({ max: 3 }),
    }),
    { minLength: many, maxLength: many },
  );
}

function asked(written: readonly Draft[], needs: { overall: number; section: number }) {
  const parts = written
    .toSorted((one, other) => (one.section < other.section ? -1 : 1))
    .map((draft, index) => ({ id: `c${index}`, ...draft }));
  const charter = charterOf({
    highest: HIGHEST,
    criteria: parts.map(({ now: _, ...rest }) => rest),
    levels: [level('only', { overall: String(needs.overall), section: String(needs.section) })],
  });
  const now = new Map(parts.map((part) => [part.id, part.now]));
  const path = cheapestPath(charter, answersOf(Object.fromEntries(now)), {
    to: 'only',
    pins: new Set(),
  });
  return { charter, now, path };
}

/** How many points are missing of a share of what these criteria can have. */
function missing(
  criteria: readonly Criterion[],
  now: ReadonlyMap<string, number>,
  percent: number,
) {
  const available = criteria.reduce((sum, { weight }) => sum + weight * HIGHEST, 0);
  const points = criteria.reduce((sum, { id, weight }) => sum + weight * (now.get(id) ?? 0), 0);
  return Math.max(0, Math.ceil((available * percent) / 100) - points);
}

function spent({ effort }: Criterion, from: number, to: number): number {
  return effort.slice(from, to).reduce((sum, each) => sum + each, 0);
}

type Best = { readonly key: bigint; readonly steps: readonly (readonly [string, number])[] };

/** The one that is preferred of two plans for the same points. */
function better(one: Best | undefined, other: Best): Best {
  return one === undefined || other.key < one.key ? other : one;
}

/** For each number of points of a section the preferred raises, the whole order in one number. */
function sectionTable(charter: Charter, section: string, now: ReadonlyMap<string, number>) {
  const all = allCriteria(charter);
  const raiseDigits = BigInt(HIGHEST + 1) ** BigInt(all.length);
  const unit = 2n ** BigInt(all.length) * raiseDigits;
  let table: (Best | undefined)[] = [{ key: 0n, steps: [] }];
  for (const [position, criterion] of all.entries()) {
    if (criterion.section !== section) continue;
    const from = now.get(criterion.id) ?? 0;
    const after = BigInt(all.length - 1 - position);
    const next: (Best | undefined)[] = [];
    for (let to = from; to <= HIGHEST; to += 1) {
      const cost = BigInt(spent(criterion, from, to) * 1000 + 1) * unit;
      const earlier = 2n ** after * raiseDigits + BigInt(to - from) * BigInt(HIGHEST + 1) ** after;
      const key = to === from ? 0n : cost - earlier;
      for (const [gain, best] of table.entries()) {
        if (best === undefined) continue;
        const steps = to === from ? best.steps : [...best.steps, [criterion.id, to] as const];
        const points = gain + criterion.weight * (to - from);
        next[points] = better(next[points], { key: best.key + key, steps });
      }
    }
    table = next;
  }
  return table;
}

test('sixty criteria in ten sections with many ties: a plain table prefers the same steps', () => {
  const sections = [...'ABCDEFGHIJ'];
  fc.assert(
    fc.property(
      fc
        .record({ weight: fc.integer({ min: 1, max: 4 }), effort: fc.integer({ min: 1, max: 3 }) })
        .chain((most) => drafts({ sections, ...most, many: 60 })),
      fc.integer({ min: 30, max: 70 }),
      fc.integer({ min: 25, max: 70 }),
      (written, overall, section) => {
        const { charter, now, path } = asked(written, { overall, section });
        const short = missing(allCriteria(charter), now, overall);
        let whole: (Best | undefined)[] = [{ key: 0n, steps: [] }];
        for (const { id, criteria } of charter.sections) {
          const least = missing(criteria, now, section);
          const joined: (Best | undefined)[] = [];
          for (const [own, plan] of sectionTable(charter, id, now).entries()) {
            if (plan === undefined || own < least) continue;
            for (const [gain, best] of whole.entries()) {
              if (best === undefined) continue;
              const points = Math.min(short, gain + own);
              const key = best.key + plan.key;
              if (joined[points] !== undefined && joined[points].key <= key) continue;
              joined[points] = { key, steps: [...best.steps, ...plan.steps] };
            }
          }
          whole = joined;
        }
        const steps = path.steps.map(({ criterion, to }) => [criterion, to]);
        expect(steps).toEqual(whole[short]?.steps);
      },
    ),
    { numRuns: 60 },
  );
});

test('a hundred criteria with weights and efforts to 100: no plain table finds less effort or fewer', () => {
  fc.assert(
    fc.property(
      drafts({ sections: ['A'], weight: 100, effort: 100, many: 100 }),
      fc.integer({ min: 40, max: 90 }),
      (written, overall) => {
        const { charter, now, path } = asked(written, { overall, section: 10 });
        const criteria = allCriteria(charter);
        const short = missing(criteria, now, overall);
        let table = new Float64Array(short + 1).fill(Infinity);
        table[0] = 0;
        for (const criterion of criteria) {
          const from = now.get(criterion.id) ?? 0;
          const next = table.slice();
          for (let to = from + 1; to <= HIGHEST; to += 1) {
            const cost = spent(criterion, from, to) * 1000 + 1;
            const gained = criterion.weight * (to - from);
            for (let gain = 0; gain <= short; gain += 1) {
              const points = Math.min(short, gain + gained);
              next[points] = Math.min(next[points] ?? Infinity, (table[gain] ?? Infinity) + cost);
            }
          }
          table = next;
        }
        expect(path.total * 1000 + path.steps.length).toBe(table[short]);
      },
    ),
    { numRuns: 30 },
  );
});
