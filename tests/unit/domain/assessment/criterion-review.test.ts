import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideReview,
  REVIEW_STATES,
  reviewOf,
  type ReviewStep,
  stepsFrom,
} from '#app/domain/assessment/criterion-review.ts';

describe('the review of an answer', () => {
  test.each([
    [undefined, 3, null],
    [{ review: null, answerVersion: 3 }, 3, null],
    [{ review: 'agreed', answerVersion: 3 }, 3, 'agreed'],
    // It was changed since.
    [{ review: 'agreed', answerVersion: 3 }, 4, null],
    [{ review: 'in-review', answerVersion: 3 }, 4, null],
    // Sent back is sent back until it is asked to be looked at again.
    [{ review: 'sent-back', answerVersion: 3 }, 4, 'sent-back'],
    [{ review: 'anything', answerVersion: 3 }, 3, null],
  ])('%j of an answer of version %i is %j', (planned, version, expected) => {
    expect(reviewOf(planned, version)).toBe(expected);
  });

  test.each<[ReviewStep, boolean, boolean, string | null]>([
    ['in-review', false, true, 'in-review'],
    ['in-review', false, false, 'answer-not-ready'],
    ['agreed', true, true, 'agreed'],
    ['agreed', true, false, 'answer-not-ready'],
    ['agreed', false, true, 'review-not-allowed'],
    ['sent-back', true, false, 'sent-back'],
    ['sent-back', false, true, 'review-not-allowed'],
    ['written', false, false, null],
  ])('%s, by a lead: %j, ready: %j: %j', (step, isLead, isReady, expected) => {
    const decided = decideReview({ step, review: null, isLead, isReady, isSeen: true });
    expect(decided.ok ? decided.value : decided.problem.code).toBe(expected);
  });

  test('a lead agrees to what they have read', () => {
    const asked = { step: 'agreed', review: null, isLead: true, isReady: true } as const;
    expect(decideReview({ ...asked, isSeen: false })).toMatchObject({
      problem: { code: 'answer-changed' },
    });
  });

  test.each<[ReviewStep | null, boolean, boolean]>([
    ['in-review', false, true],
    ['agreed', false, false],
    ['sent-back', false, false],
    ['agreed', true, true],
    ['sent-back', true, true],
  ])('%s is taken back, by a lead: %j: %j', (said, isLead, may) => {
    const review = said === 'written' ? null : said;
    const standing = { review, isLead, isReady: true, isSeen: true, isBegun: true };
    expect(decideReview({ ...standing, step: 'written' }).ok).toBe(may);
    expect(stepsFrom({ ...standing, isWriter: true }).includes('written')).toBe(may);
  });

  test('whatever is offered is taken, and what stands already is not offered', () => {
    const standing = fc.record({
      review: fc.constantFrom(null, ...REVIEW_STATES),
      isLead: fc.boolean(),
      isReady: fc.boolean(),
      isBegun: fc.boolean(),
    });
    fc.assert(
      fc.property(standing, (given) => {
        const steps = stepsFrom({ ...given, isWriter: true });
        for (const step of steps) {
          expect(decideReview({ ...given, isSeen: true, step }).ok).toBe(true);
          expect(step).not.toBe(given.review ?? 'written');
        }
        expect(stepsFrom({ ...given, isWriter: false, isLead: false })).toEqual([]);
      }),
    );
  });
});
