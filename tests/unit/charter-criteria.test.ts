// The shipped mentoring charter against what was decided for it (charter.md), written out here.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';

const { charter, mistakes } = await readCharterFolder(
  path.join('charter-criteria', 'bme-mentoring', '1.0.0'),
);
const criteria = charter === null ? [] : allCriteria(charter);

const SECTIONS = {
  governance: ['G1', 'G2', 'G3', 'G4', 'G5'],
  'role-models': ['R1', 'R2', 'R3', 'R4'],
  relationship: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'],
  difference: ['S1', 'S2', 'S3', 'S4', 'S5'],
  outcomes: ['O1', 'O2', 'O3', 'O4', 'O5'],
  access: ['A1', 'A2', 'A3', 'A4', 'A5'],
  plan: ['P1', 'P2', 'P3'],
};
const WEIGHT_3 = ['G2', 'M1', 'M8', 'S2', 'O1', 'A2'];
const WEIGHT_2 = 'G1 G5 R2 M4 M6 S1 S3 O2 O4 A1 A3 P1'.split(' ');
const LEVELS = [
  {
    id: 'bronze',
    overall: 4000,
    section: 2500,
    coverage: 9000,
    requires: { G1: 2, G2: 2, G3: 2, G4: 1, M1: 2, M4: 2, A3: 1, P1: 2 },
  },
  {
    id: 'silver',
    overall: 6000,
    section: 4500,
    coverage: 10_000,
    requires: { G1: 3, G2: 3, G4: 2, G5: 2, M1: 3, M6: 2, S2: 2, O4: 2, A1: 2, A3: 2, P1: 3 },
  },
  {
    id: 'gold',
    overall: 8000,
    section: 7000,
    coverage: 10_000,
    requires: {
      ...{ G1: 3, G2: 3, G5: 3, M1: 3, S1: 3, S2: 3, S3: 3, O1: 3, O4: 3, A2: 3, A3: 3 },
      ...{ P1: 4, P3: 3 },
    },
  },
];

describe('the mentoring charter 1.0.0', () => {
  test('is sound', () => {
    expect(mistakes).toEqual([]);
  });

  test('has 35 criteria in seven sections, in order', () => {
    expect(criteria).toHaveLength(35);
    const found = charter?.sections.map(({ id, criteria: own }) => [id, own.map((c) => c.id)]);
    expect(found).toEqual(Object.entries(SECTIONS));
  });

  test('weighs each criterion as decided', () => {
    const decided = Object.values(SECTIONS)
      .flat()
      .map((id) => [id, WEIGHT_3.includes(id) ? 3 : WEIGHT_2.includes(id) ? 2 : 1]);
    expect(criteria.map(({ id, weight }) => [id, weight])).toEqual(decided);
  });

  test('has the decided levels, thresholds and required ratings', () => {
    const found = charter?.levels.map((level) => ({
      id: level.id,
      overall: level.overall?.hundredths,
      section: level.section?.hundredths,
      coverage: level.coverage?.hundredths,
      requires: Object.fromEntries(level.requires),
    }));
    expect(found).toEqual(LEVELS);
    expect(charter?.levels.every(({ sections }) => sections.size === 0)).toBe(true);
  });

  test('has the decided scale', () => {
    const labels = ['Not started', 'Planned', 'In place', 'Working', 'Leading'];
    expect(charter?.scale.map(({ label }) => label)).toEqual(labels);
  });

  test('asks for one item of evidence from rating 2 and at least two from rating 4', () => {
    const tooFew = criteria.filter(({ evidenceRules }) => {
      const at = (rating: number) =>
        Math.max(0, ...evidenceRules.filter((r) => r.from <= rating).map((r) => r.minimum));
      return at(1) !== 0 || at(2) !== 1 || at(4) < 2;
    });
    expect(tooFew.map(({ id }) => id)).toEqual([]);
  });

  test('has the decided indicator rules', () => {
    const found = criteria.flatMap(({ id, indicatorRules }) =>
      indicatorRules.map(({ from, min, rises }) => ({
        id,
        from,
        min: min ? min.numerator / min.denominator : null,
        rises: rises ?? null,
      })),
    );
    expect(found).toEqual([
      { id: 'R4', from: 3, min: null, rises: 'true' },
      { id: 'O4', from: 3, min: 1, rises: null },
      { id: 'A2', from: 3, min: 0.8, rises: null },
    ]);
  });

  test('names each of the 42 findings of the paper in at least one criterion', () => {
    const named = new Set(
      criteria.flatMap(({ rationale }) => rationale.sources.flatMap((s) => s.findings ?? [])),
    );
    const all = Array.from({ length: 42 }, (_, index) => index + 1);
    expect(all.filter((finding) => !named.has(finding))).toEqual([]);
    expect([...named].filter((finding) => finding < 1 || finding > 42)).toEqual([]);
  });
});
