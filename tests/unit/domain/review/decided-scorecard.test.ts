import { expect, test } from 'vitest';
import { consensusScore } from '#app/domain/review/consensus-score.ts';
import { decidedScorecard } from '#app/domain/review/decided-scorecard.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { record } from '#tests/support/decision-fixture.ts';
import { charter } from '#tests/support/report-charter.ts';
import { input } from '#tests/support/report-fixture.ts';

const stored: DecisionRecord = JSON.parse(JSON.stringify(record));
const agreed = new Map(record.criteria.map(({ criterion, consensus }) => [criterion, consensus]));
const scored = consensusScore(charter, input.answers, agreed);

test('a record gives back the score that was decided on', () => {
  const decided = decidedScorecard(charter, stored);
  const { overall, sections, levels, level, applicable } = scored;
  expect(decided).toMatchObject({ overall, sections, levels, level, applicable });
  const counted = (card: typeof scored) =>
    card.criteria.map(({ claimed: _, answered: __, ...rest }) => rest);
  expect(counted(decided)).toEqual(counted(scored));
});

test('claimed is what the department claimed, not what the panel agreed', () => {
  const claims = decidedScorecard(charter, stored).criteria.map(({ id, claimed }) => [id, claimed]);
  expect(claims).toEqual(record.criteria.map(({ criterion, claimed }) => [criterion, claimed]));
  expect(claims).toContainEqual(['G2', 2]);
});

test('a criterion that the record says nothing of counts nothing', () => {
  const less = {
    ...stored,
    criteria: stored.criteria.filter(({ criterion }) => criterion !== 'G1'),
  };
  const found = decidedScorecard(charter, less).criteria.find(({ id }) => id === 'G1');
  expect(found).toMatchObject({ applicable: true, claimed: null, supported: 0, points: 0 });
});
