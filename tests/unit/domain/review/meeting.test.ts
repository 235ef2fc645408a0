import { describe, expect, test } from 'vitest';
import { checkAgreement, checkNote, checkOpening } from '#app/domain/review/meeting.ts';
import type { Standing } from '#app/domain/review/standing.ts';
import { answer, charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'a' }] });
const NOW = '2027-03-01T09:00:00.000Z';

const cleared = (sealed: boolean): Standing => ({ kind: 'cleared', seat: 'reviewer', sealed });

describe('opening the discussion', () => {
  const { quorum } = charter.awarding;
  const all = { standings: [cleared(true)], has: quorum, ratingsDueAt: null, now: NOW };

  test('opens once everyone who rates has sealed, where there is a quorum', () => {
    expect(checkOpening(charter, all)).toEqual({ ok: true, value: null });
    expect(checkOpening(charter, { ...all, has: quorum - 1 })).toEqual({
      ok: false,
      problem: { code: 'too-few-sealed', needs: quorum },
    });
  });

  test('waits for who has not sealed, until the instant at which their time is over', () => {
    const waiting = { ...all, standings: [cleared(true), cleared(false)] };
    for (const until of [null, '2027-03-01T09:00:00.001Z']) {
      expect(checkOpening(charter, { ...waiting, ratingsDueAt: until })).toEqual({
        ok: false,
        problem: { code: 'still-rating', until },
      });
    }
    expect(checkOpening(charter, { ...waiting, ratingsDueAt: NOW })).toMatchObject({ ok: true });
  });
});

describe('a note in the discussion', () => {
  test('is of a criterion of the charter, and says something', () => {
    const note = { criterion: 'a', text: ' Ask for the minutes. ' };
    expect(checkNote(charter, note)).toEqual({ ok: true, value: 'Ask for the minutes.' });
    expect(checkNote(charter, { ...note, criterion: 'z' })).toEqual({
      ok: false,
      problem: { code: 'no-such-criterion' },
    });
    for (const text of [' ', 'x'.repeat(4_001)]) {
      expect(checkNote(charter, { ...note, text })).toEqual({
        ok: false,
        problem: { code: 'note-wrong', most: 4_000 },
      });
    }
  });
});

describe('what a panel agrees', () => {
  const given = {
    criterion: 'a',
    choice: 3,
    reason: ' It is there. ',
    commendation: ' Well done. ',
    recommendation: '',
    requirement: ' ',
  } as const;

  const NOTHING = { answers: new Map() };

  test('is a whole rating, with feedback where there is any', () => {
    expect(checkAgreement(charter, NOTHING, given)).toEqual({
      ok: true,
      value: {
        statements: null,
        rating: 3,
        reason: 'It is there.',
        commendation: 'Well done.',
        recommendation: '',
        requirement: '',
      },
    });
  });

  test('is that it does not apply only where the department says so', () => {
    const none = { ...given, choice: 'not-applicable' } as const;
    const said = {
      answers: new Map([[given.criterion, answer({ notApplicable: 'No trainees' })]]),
    };
    expect(checkAgreement(charter, said, none)).toMatchObject({ value: { rating: null } });
    expect(checkAgreement(charter, NOTHING, none)).toMatchObject({
      problem: { code: 'no-such-choice' },
    });
  });

  test.each([
    ['not-complete', { choice: null }],
    ['not-complete', { reason: ' ' }],
    ['off-the-scale', { choice: 99 }],
    ['feedback-too-long', { commendation: 'x'.repeat(2_001) }],
    ['feedback-too-long', { recommendation: 'x'.repeat(2_001) }],
    ['feedback-too-long', { requirement: 'x'.repeat(2_001) }],
  ])('is refused with %s', (code, parts) => {
    expect(checkAgreement(charter, NOTHING, { ...given, ...parts })).toMatchObject({
      problem: { code },
    });
  });
});
