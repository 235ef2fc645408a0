import { describe, expect, test } from 'vitest';
import { decideAnswer, type SavedAnswer } from '#app/domain/assessment/decide-answer.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [
    { id: 'a', notApplicable: 'Where you have no trainees' },
    { id: 'b', notApplicable: null },
  ],
});

const SAVED: SavedAnswer = {
  claimed: 2,
  notApplicable: null,
  narrative: 'We meet every month.',
  review: null,
  version: 3,
};
const GIVEN = { ...SAVED, criterion: 'a', readVersion: 3 };
const NONE = { claimed: null, notApplicable: '', narrative: '' };

const decide = (saved: SavedAnswer | null, given: Partial<typeof GIVEN> & object) =>
  decideAnswer(charter, saved, { ...GIVEN, ...given });

const codeOf = (given: object, saved: SavedAnswer | null = null) => {
  const decided = decideAnswer(charter, saved, { ...GIVEN, ...given });
  return decided.ok ? decided.value : decided.problem.code;
};

describe('deciding on an answer', () => {
  test('what is new is written over the version that was read', () => {
    const written = { ok: true, value: { changes: true, version: 4 } };
    expect(decide(SAVED, { narrative: 'We meet every week.' })).toEqual(written);
    expect(decide(null, { readVersion: 0 })).toEqual({
      ok: true,
      value: { changes: true, version: 1 },
    });
  });

  test('what is saved already is not written again, unless it is to be looked at', () => {
    expect(codeOf({ readVersion: 2 }, SAVED)).toEqual({ changes: false, version: 3 });
    expect(codeOf({}, { ...SAVED, review: 'The criterion has changed' })).toEqual({
      changes: true,
      version: 4,
    });
  });

  test('nothing over nothing is no answer; nothing over an answer empties it', () => {
    const nothing = { claimed: null, narrative: '', readVersion: 0 };
    expect(codeOf(nothing)).toEqual({ changes: false, version: 0 });
    expect(codeOf({ ...nothing, readVersion: 3 }, SAVED)).toEqual({ changes: true, version: 4 });
  });

  test('‘not applicable’ by the button needs a reason that can be read; while typing it may come later', () => {
    for (const notApplicable of ['', '  ', '\u200b']) {
      expect(codeOf({ ...NONE, notApplicable, keep: 'saved' })).toBe('justification-missing');
      expect(codeOf({ ...NONE, notApplicable, readVersion: 0 })).toEqual({
        changes: true,
        version: 1,
      });
    }
    const reason = { ...NONE, notApplicable: 'No trainees', keep: 'saved', readVersion: 0 };
    expect(codeOf(reason)).toEqual({ changes: true, version: 1 });
  });

  test('‘not applicable’ takes a rating away only from whoever was asked', () => {
    const none = { claimed: null, notApplicable: 'No trainees' };
    expect(decide(SAVED, none)).toEqual({
      ok: false,
      problem: { code: 'rating-would-go', claimed: 2 },
    });
    expect(codeOf({ ...none, ratingMayGo: true }, SAVED)).toEqual({ changes: true, version: 4 });
    expect(codeOf(none, { ...SAVED, claimed: null })).toEqual({ changes: true, version: 4 });
  });

  test.each([
    ['not-found', { criterion: 'z' }],
    ['never-not-applicable', { criterion: 'b', claimed: null, notApplicable: 'No trainees' }],
    ['rating-off-scale', { claimed: charter.scale.length }],
    ['rating-off-scale', { claimed: 0.5 }],
    ['narrative-too-long', { narrative: 'x'.repeat(100_001) }],
    ['justification-too-long', { claimed: null, notApplicable: 'x'.repeat(5_001) }],
  ])('refuses with %s', (code, given) => {
    expect(codeOf(given)).toBe(code);
  });
});
