import { describe, expect, test } from 'vitest';
import { answeredBy, answerTo, filling, isUnanswered } from '#app/domain/review/replacement.ts';
import { PHASES } from '#app/domain/review/standing.ts';

describe('what the chair is told of a request', () => {
  test('is the same while ratings go on, whether the member has sealed, or is being replaced', () => {
    for (const sealed of [true, false]) {
      for (const replacement of [null, { accepted: false }]) {
        expect(answerTo({ phase: 'rating', sealed, replacement })).toBe('waiting');
      }
    }
  });

  test('is who took the seat, as soon as they have accepted', () => {
    for (const phase of PHASES) {
      expect(answerTo({ phase, sealed: false, replacement: { accepted: true } })).toBe('taken');
    }
  });

  test('is what became of it once the discussion is open', () => {
    for (const phase of ['discussion', 'closed'] as const) {
      const told = (sealed: boolean, replacement: { accepted: boolean } | null) =>
        answerTo({ phase, sealed, replacement });
      expect(told(true, null)).toBe('sealed');
      expect(told(false, null)).toBe('not-replaced');
      expect(told(false, { accepted: false })).toBe('not-accepted');
    }
  });
});

describe('a seat that is given on', () => {
  const row = (memberId: string, replacementId: string | null, acceptedAt: string | null) => ({
    ...{ memberId, replacementId, acceptedAt },
    askedBy: memberId === 'a' ? 'chair' : null,
  });

  test('is filled by the first who accepts, else by the last who was asked', () => {
    const open = row('a', null, null);
    expect(filling([open], open)).toBeNull();
    const [first, second] = [row('a', 'b', null), row('b', 'c', null)];
    expect(filling([first, second], first)).toBe(second);
    const accepted = row('b', 'c', '2027-04-02');
    expect(filling([first, accepted], first)).toBe(accepted);
    const early = row('a', 'b', '2027-04-01');
    expect(filling([early, accepted], early)).toBe(early);
  });

  test('answers the request that nobody has answered yet, once', () => {
    const [first, second] = [row('a', 'b', null), row('b', 'c', null)];
    expect(answeredBy([first, second], second)).toBe(first);
    expect(answeredBy([first, second], first)).toBe(first);
    const answered = row('a', 'b', '2027-04-01');
    expect(answeredBy([answered, second], second)).toBeNull();
    expect(answeredBy([second], second)).toBeNull();
  });
});

test('a request waits for the discussion unless whoever took the seat has accepted', () => {
  const filled = (acceptedAt: string | null) => ({
    memberId: 'ann',
    replacementId: 'bob',
    acceptedAt,
  });
  const asked = { askedBy: 'chair' };
  expect(isUnanswered(asked, null)).toBe(true);
  expect(isUnanswered(asked, filled(null))).toBe(true);
  expect(isUnanswered(asked, filled('2027-03-01T09:00:00.000Z'))).toBe(false);
  expect(isUnanswered({ askedBy: null }, null)).toBe(false);
});
