import { expect, test } from 'vitest';
import { ASSESSMENT_STATES, checkNoting, isSubmitted } from '#app/domain/submission/life.ts';

test('only what has been handed in is submitted', () => {
  expect(ASSESSMENT_STATES.filter(isSubmitted)).toEqual(['submitted']);
});

test('progress is noted in a draft, and again once there is an award', () => {
  const noted = (hasAward: boolean) =>
    ASSESSMENT_STATES.filter((state) => checkNoting(state, hasAward).ok);
  expect(noted(false)).toEqual(['draft']);
  expect(noted(true)).toEqual(['draft', 'signed-off', 'submitted']);
  expect(checkNoting('submitted', false)).toEqual({
    ok: false,
    problem: { code: 'locked', state: 'submitted' },
  });
});
