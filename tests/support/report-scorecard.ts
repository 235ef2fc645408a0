// The scorecard of the small charter, worked out by hand: nothing here is computed by the product.
import type { CriterionScore, Scorecard } from '#app/domain/scoring/scorecard.ts';
import { charter } from './report-charter.ts';

const percent = (whole: number) => ({ hundredths: whole * 100, decimals: 0 });

const points: Record<string, [claimed: number | null, supported: number]> = {
  G1: [3, 3],
  G2: [2, 1],
  G4: [2, 2],
  M1: [4, 3],
  M6: [2, 2],
  O4: [3, 2],
  O5: [null, 0],
  P2: [null, 0],
};

const reasons: Record<string, CriterionScore['reasons']> = {
  G2: [{ kind: 'evidence', from: 2, minimum: 1, has: 0 }],
  M1: [{ kind: 'evidence', from: 4, minimum: 2, has: 1 }],
  O4: [
    {
      kind: 'indicator',
      indicator: 'promotion',
      from: 3,
      state: 'outside',
      min: { numerator: 100, denominator: 100 },
      max: null,
      rises: false,
    },
  ],
};

const criteriaScores = charter.sections.flatMap(({ criteria }) =>
  criteria.map(({ id, section, weight }): CriterionScore => {
    const [claimed = null, supported = 0] = points[id] ?? [];
    const applicable = id !== 'P2';
    return {
      id,
      section,
      weight,
      applicable,
      answered: claimed !== null,
      claimed,
      supported,
      reasons: reasons[id] ?? [],
      points: weight * supported,
      available: applicable ? weight * 4 : 0,
    };
  }),
);

const overall = { points: 28, available: 56 };
const governance = { points: 11, available: 24 };
const relationship = { points: 13, available: 20 };
const outcomes = { points: 4, available: 12 };
const coverage = { points: 6, available: 7 };

function conditions(
  needs: [overall: number, section: number, coverage: number],
  short: [overall: number, sections: [number, number, number], coverage: number],
  required: [criterion: string, needs: number, has: number][],
): Scorecard['levels'][number]['conditions'] {
  const section = (id: string, has: typeof overall, missing: number) => ({
    kind: 'section' as const,
    met: missing === 0,
    section: id,
    needs: percent(needs[1]),
    has,
    short: missing,
  });
  return [
    {
      kind: 'overall',
      met: short[0] === 0,
      needs: percent(needs[0]),
      has: overall,
      short: short[0],
    },
    section('governance', governance, short[1][0]),
    section('relationship', relationship, short[1][1]),
    section('outcomes', outcomes, short[1][2]),
    ...required.map(([criterionId, rating, has]) => ({
      kind: 'required' as const,
      met: has >= rating,
      criterion: criterionId,
      needs: rating,
      has,
      short: Math.max(0, rating - has),
    })),
    {
      kind: 'coverage',
      met: short[2] === 0,
      needs: percent(needs[2]),
      has: coverage,
      short: short[2],
    },
  ];
}

export const scorecard: Scorecard = {
  charter: 'mentoring-example@1.0.0',
  answered: 6,
  applicable: 7,
  unanswered: ['O5'],
  overall,
  sections: [
    { id: 'governance', score: governance },
    { id: 'relationship', score: relationship },
    { id: 'outcomes', score: outcomes },
    { id: 'plan', score: null },
  ],
  criteria: criteriaScores,
  levels: [
    {
      id: 'bronze',
      met: true,
      conditions: conditions(
        [40, 25, 80],
        [0, [0, 0, 0], 0],
        [
          ['G1', 2, 3],
          ['M1', 2, 3],
        ],
      ),
    },
    {
      id: 'silver',
      met: false,
      conditions: conditions(
        [60, 45, 100],
        [6, [0, 0, 2], 1],
        [
          ['G1', 3, 3],
          ['G2', 3, 1],
        ],
      ),
    },
    {
      id: 'gold',
      met: false,
      conditions: conditions(
        [80, 70, 100],
        [17, [6, 1, 5], 1],
        [
          ['G1', 3, 3],
          ['M1', 4, 3],
        ],
      ),
    },
  ],
  level: 'bronze',
};
