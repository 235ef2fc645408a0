import { expect, test } from 'vitest';
import { ACTIVITIES, activityOf } from '#app/domain/assessment/activity.ts';
import { answerOrigin } from '#app/domain/assessment/answer-sittings.ts';
import { signInWay } from '#app/domain/policy/proof.ts';

test('an event of the trail tells of one activity, or of something else', () => {
  expect(ACTIVITIES.map(activityOf)).toEqual(ACTIVITIES);
  expect(activityOf('key-rotated')).toBe(null);
});

test('a version that nobody kept on purpose was saved while typing', () => {
  expect(['restored', null, 'unheard-of'].map(answerOrigin)).toEqual([
    'restored',
    'typed',
    'typed',
  ]);
});

test('a session is marked with its way in, and behind that with the provider', () => {
  expect(signInWay('recovery-code')).toBe('recovery-code');
  expect(signInWay('provider-two-factors trust')).toBe('provider-two-factors');
  expect(signInWay('by-magic')).toBe(null);
});
