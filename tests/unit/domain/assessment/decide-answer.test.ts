import { describe, expect, test } from 'vitest';
import {
  claimOf,
  decideAnswer,
  type GivenAnswer,
  type SavedAnswer,
} from '#app/domain/assessment/decide-answer.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [
    { id: 'a', notApplicable: 'Where you have no trainees' },
    { id: 'b', notApplicable: null },
  ],
});

const SAVED: SavedAnswer = {
  claimed: 2,
  statements: null,
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

describe('statements', () => {
  const asked = {
    ...charterOf({
      criteria: [
        { id: 'a', statements: [[], ['One.', 'Two.'], ['Three.'], ['Four.'], ['Five.']] },
        { id: 'n', notApplicable: 'Where you have none', notApplicableReason: 'none' },
      ],
    }),
    cumulative: true,
  };
  const ALONE: SavedAnswer = { ...SAVED, claimed: 2, statements: null };
  const TICKED: SavedAnswer = { ...ALONE, statements: { 1: [1, 2], 2: [1] } };
  const claim = (saved: SavedAnswer | null, given: Partial<GivenAnswer>) =>
    claimOf(asked, saved, { ...GIVEN, claimed: null, ...given });

  test.each<[string, SavedAnswer | null, Partial<GivenAnswer>, number | null, object | null]>([
    ['ticks claim the rating', null, { ticked: { 1: [2, 1] } }, 1, { 1: [1, 2] }],
    ['short of 1 is an answer of 0', null, { ticked: { 1: [2] } }, 0, { 1: [2] }],
    ['none of these yet is 0, and said', TICKED, { ticked: {}, claimed: 0 }, 0, {}],
    ['nothing chosen is unanswered', TICKED, { ticked: {} }, null, null],
    ['a tick less lowers the rating', TICKED, { ticked: { 1: [1, 2] } }, 1, { 1: [1, 2] }],
    ['a rating ticks all up to it', null, { ticked: 'all', claimed: 1 }, 1, { 1: [1, 2] }],
    ['and clears those above', TICKED, { ticked: 'all', claimed: 0 }, 0, {}],
    ['a rating alone has nothing ticked', null, { claimed: 2 }, 2, null],
    ['0 alone is not ‘none of these yet’', null, { claimed: 0 }, 0, null],
    ['another rating alone loses the ticks', TICKED, { claimed: 3 }, 3, null],
    ['the same rating alone keeps them', TICKED, { claimed: 2 }, 2, { 1: [1, 2], 2: [1] }],
    ['a rating to confirm stays where nobody ticks', ALONE, { ticked: {} }, 2, null],
    ['and follows the first tick', ALONE, { ticked: { 1: [1] } }, 0, { 1: [1] }],
    [
      'unknown statements are left out',
      null,
      { ticked: { 1: [1, 2, 7], 9: [1] } },
      1,
      { 1: [1, 2] },
    ],
    ['not applicable has none', TICKED, { notApplicable: 'No', ticked: { 1: [1] } }, null, null],
  ])('%s', (_, saved, given, claimed, statements) => {
    expect(claim(saved, given)).toEqual({ claimed, statements });
  });

  test('what was kept of the ticks of a rating to confirm is no decision', () => {
    const kept = { ...ALONE, statements: { 1: [1] } };
    expect(claim(kept, { ticked: { 1: [1] } })).toEqual({ claimed: 2, statements: { 1: [1] } });
    expect(claim(kept, { ticked: { 1: [1, 2] } })).toEqual({
      claimed: 1,
      statements: { 1: [1, 2] },
    });
  });

  test('a charter that asks for no statements has none', () => {
    expect(claimOf(charter, TICKED, { ...GIVEN, ticked: { 1: [1] } })).toEqual({
      claimed: 2,
      statements: null,
    });
  });

  test('another tick is written, the same ticks are not', () => {
    const given = { ...GIVEN, claimed: null, ticked: { 1: [1, 2], 2: [1] } };
    expect(decideAnswer(asked, TICKED, given)).toMatchObject({ value: { changes: false } });
    const more = { ...given, ticked: { ...given.ticked, 4: [1] } };
    expect(decideAnswer(asked, TICKED, more)).toMatchObject({ value: { changes: true } });
    const confirms = decideAnswer(asked, ALONE, given);
    expect(confirms).toMatchObject({ value: { changes: true } });
    const zero = { ...SAVED, claimed: 0, statements: null };
    const none = { ...GIVEN, claimed: 0, ticked: {} };
    expect(decideAnswer(asked, zero, none)).toMatchObject({ value: { changes: true } });
    const said = { ...zero, statements: {} };
    expect(decideAnswer(asked, said, none)).toMatchObject({ value: { changes: false } });
  });

  test('where the charter asks for no reason, ‘not applicable’ needs none', () => {
    const given = { ...GIVEN, ...NONE, readVersion: 0, keep: 'saved' } as const;
    expect(decideAnswer(asked, null, { ...given, criterion: 'n' }).ok).toBe(true);
  });
});
