import fc from 'fast-check';
import { expect, test } from 'vitest';
import { highestRating } from '#app/domain/charter/charter.ts';
import { explainLevels, type ExplanationRow } from '#app/domain/scoring/explain.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { assessments, ordinary } from '#tests/arbitraries/charters.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Whether a row's condition holds, from the row's own figures and the scale alone. */
function recomputed(row: ExplanationRow, highest: number): boolean {
  switch (row.kind) {
    case 'overall':
    case 'section': {
      const points = sum(row.contributions.map(({ weight, supported }) => weight * supported));
      const available = sum(row.contributions.map(({ weight }) => weight * highest));
      return available > 0 && points * 10_000 >= row.needs.hundredths * available;
    }
    case 'required':
      return row.has === null || row.has >= row.needs;
    case 'coverage': {
      const all = row.answered.length + row.decidedBy.length;
      return row.answered.length * 10_000 >= row.needs.hundredths * all;
    }
    case 'floor':
      return row.standings.every(({ has }) => has === null || has >= row.needs);
    case 'any-of': {
      const left = row.standings.flatMap(({ has }) => has ?? []);
      const reaching = left.filter((has) => has >= row.rating).length;
      return left.length >= row.minimumLeft && reaching >= row.needs;
    }
    case 'answered':
      return row.unanswered.length === 0;
    case 'precondition':
      return row.precondition.kind === 'held'
        ? row.years !== null && row.years >= row.precondition.years
        : row.state === 'yes';
    default:
      return row satisfies never;
  }
}

test('a reader can recompute every level from its explanation alone', () => {
  fc.assert(
    fc.property(assessments(ordinary), ([charter, set]) => {
      const card = scoreAssessment(charter, set);
      const levels = explainLevels(card);
      let reached: string | null = null;
      let unbroken = true;
      for (const { level, rows, met, nothingApplicable } of levels) {
        const holds = rows.map((row) => recomputed(row, highestRating(charter)));
        expect(rows.map((row) => row.met)).toEqual(holds);
        expect(met).toBe(!nothingApplicable && holds.every(Boolean));
        unbroken &&= met;
        if (unbroken) reached = level;
      }
      expect(reached).toBe(card.level);
      expect(levels.filter((level) => level.reached).at(-1)?.level ?? null).toBe(card.level);
    }),
    { numRuns: 3000 },
  );
});

test('what a row falls short by is exactly what is missing', () => {
  fc.assert(
    fc.property(assessments(ordinary), ([charter, set]) => {
      for (const row of explainLevels(scoreAssessment(charter, set)).flatMap(({ rows }) => rows)) {
        if (row.kind === 'floor' || row.kind === 'answered') {
          expect(row.short).toBe(row.decidedBy.length);
        } else if (row.kind === 'precondition') {
          const years = row.precondition.kind === 'held' ? row.precondition.years : 0;
          expect(row.short).toBe(Math.max(0, years - (row.years ?? 0)));
        } else if (row.kind === 'any-of') {
          expect(row.short).toBe(Math.max(0, row.needs - row.has));
        } else if (row.has === null) expect(row.short).toBe(0);
        else if (row.kind === 'required') expect(row.short).toBe(Math.max(0, row.needs - row.has));
        else {
          const { points, available } = row.has;
          const meets = (value: number) => value * 10_000 >= row.needs.hundredths * available;
          expect(meets(points + row.short)).toBe(true);
          if (row.short > 0) expect(meets(points + row.short - 1)).toBe(false);
        }
      }
    }),
    { numRuns: 3000 },
  );
});
