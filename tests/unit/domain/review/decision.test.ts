import { expect, test } from 'vitest';
import { checkCorrection, levelAwarded, supersededIn } from '#app/domain/review/decision.ts';
import { hasToDeclare } from '#app/domain/review/standing.ts';

const [first, second] = [
  { id: 'd1', submissionId: 's1' },
  { id: 'd2', submissionId: 's2' },
];
const earlier = [first, second];

test('a decision takes the place of an earlier one of the same review, or of the one appealed against', () => {
  const review = { submissionId: 's1', purpose: 'submission' };
  expect(supersededIn(review, { own: null, earlier })).toBe(null);
  expect(supersededIn(review, { own: first, earlier })).toBe(first);
  const appeal = { ...review, purpose: 'appeal' };
  expect(supersededIn(appeal, { own: null, earlier })).toBe(first);
  expect(supersededIn(appeal, { own: second, earlier })).toBe(second);
  expect(supersededIn({ ...appeal, submissionId: 's3' }, { own: null, earlier })).toBe(null);
});

test('a decision that takes the place of another says why', () => {
  expect(checkCorrection(null, 'ignored')).toEqual({ ok: true, value: null });
  expect(checkCorrection(first, ' The level was wrong. ')).toEqual({
    ok: true,
    value: 'The level was wrong.',
  });
  expect(checkCorrection(first, ' ')).toEqual({
    ok: false,
    problem: { code: 'correction-wrong', most: 1_000 },
  });
});

test('an award, at whatever level, is made of two outcomes only', () => {
  expect(levelAwarded({ outcome: 'award', level: 'gold' })).toBe('gold');
  expect(levelAwarded({ outcome: 'lower-award', level: 'bronze' })).toBe('bronze');
  expect(levelAwarded({ outcome: 'minor-revisions', level: null })).toBe(null);
  expect(levelAwarded({ outcome: 'not-awarded', level: 'gold' })).toBe(null);
});

test('whoever rates has to declare their interests, and no observer', () => {
  expect(hasToDeclare({ kind: 'to-declare', seat: 'chair' })).toBe(true);
  expect(hasToDeclare({ kind: 'to-declare', seat: 'observer' })).toBe(false);
  expect(hasToDeclare({ kind: 'cleared', seat: 'chair', sealed: false })).toBe(false);
});
