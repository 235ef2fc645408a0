import { describe, expect, test } from 'vitest';
import type { Answer } from '#app/domain/scoring/answer.ts';
import { graceAfter } from '#app/domain/award/grace.ts';
import { consensusScore } from '#app/domain/review/consensus-score.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const answer = (claimed: number | null, notApplicable: string | null = null): Answer => ({
  claimed,
  notApplicable,
  narrative: 'Text',
  evidence: [],
});

describe('the score of what the panel agreed', () => {
  const charter = charterOf({
    criteria: [
      { id: 'a', section: 's' },
      { id: 'b', section: 's', evidenceRules: [{ from: 3, minimum: 1 }] },
      { id: 'c', section: 's', notApplicable: 'Where nobody works nights.' },
    ],
  });
  const submitted = {
    answers: new Map([
      ['a', answer(4)],
      ['b', answer(2)],
      ['c', answer(null, 'Nobody works nights.')],
    ]),
    indicators: new Map(),
  };
  const points = (agreed: ReadonlyMap<string, number | null>) =>
    consensusScore(charter, submitted, agreed).overall;

  test('a criterion that is not agreed yet stays as claimed', () => {
    expect(points(new Map())).toEqual({ points: 6, available: 8 });
  });

  test('an agreed rating counts in place of the claim, up or down', () => {
    expect(points(new Map([['a', 1]]))).toEqual({ points: 3, available: 8 });
    expect(points(new Map([['a', 0]]))).toEqual({ points: 2, available: 8 });
  });

  test('the rules of evidence cap an agreed rating as they cap a claim', () => {
    expect(points(new Map([['b', 4]]))).toEqual({ points: 6, available: 8 });
  });

  test('‘not applicable’ that is agreed stays out, one that is not counts as rated', () => {
    expect(points(new Map([['c', null]]))).toEqual({ points: 6, available: 8 });
    expect(points(new Map([['c', 1]]))).toEqual({ points: 7, available: 12 });
  });

  test('null is no rating where the department did not say ‘not applicable’', () => {
    expect(points(new Map([['a', null]]))).toEqual({ points: 2, available: 8 });
  });
});

describe('a grace period', () => {
  test('is a year from the decision, where the award would end before', () => {
    const held = { validUntil: '2032-02-28', graceUntil: null };
    for (const outcome of ['lower-award', 'not-awarded'] as const) {
      expect(graceAfter(held, { outcome, decidedOn: '2032-01-15' })).toBe('2033-01-15');
    }
    expect(graceAfter(held, { outcome: 'award', decidedOn: '2032-01-15' })).toBe(null);
  });

  test('is not needed where the award holds longer, and there is only one', () => {
    const outcome = 'not-awarded';
    const longer = { validUntil: '2033-06-30', graceUntil: null };
    expect(graceAfter(longer, { outcome, decidedOn: '2032-01-15' })).toBe(null);
    const second = { validUntil: '2032-02-28', graceUntil: '2032-09-01' };
    expect(graceAfter(second, { outcome, decidedOn: '2032-08-01' })).toBe(null);
  });
});
