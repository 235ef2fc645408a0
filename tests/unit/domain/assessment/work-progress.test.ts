import { describe, expect, test } from 'vitest';
import type { Answer } from '#app/domain/scoring/answer.ts';
import { criterionState, gapsOf, progressOf } from '#app/domain/assessment/work-progress.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { answer, answersOf, charterOf, evidence } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [
    { id: 'a', wordLimit: 5, evidenceRules: [{ from: 2, minimum: 1 }] },
    { id: 'b', notApplicable: null },
    { id: 'c', section: 'B' },
  ],
});

function stateOf(id: string, said: Answer): string {
  const answers = answersOf({ [id]: said });
  const score = scoreAssessment(charter, answers).criteria.find((row) => row.id === id);
  const criterion = charter.sections.flatMap(({ criteria }) => criteria).find((c) => c.id === id);
  if (score === undefined || criterion === undefined) throw new Error(id);
  return criterionState(criterion, said, { charter, score });
}

describe('the state of a criterion', () => {
  test.each<[string, Partial<Answer>]>([
    ['not-started', {}],
    ['not-started', { narrative: ' \n ' }],
    ['in-progress', { narrative: 'Some text.' }],
    ['in-progress', { evidence: evidence(1) }],
    ['in-progress', { claimed: 0 }],
    ['in-progress', { claimed: 1 }],
    ['in-progress', { claimed: 1, narrative: '…' }],
    ['ready', { claimed: 0, narrative: 'Nothing is agreed yet.' }],
    ['ready', { claimed: 1, narrative: 'It is five words exactly.' }],
    ['in-progress', { claimed: 1, narrative: 'It is six words, not five.' }],
    ['needs-evidence', { claimed: 2 }],
    ['needs-evidence', { claimed: 2, narrative: 'It runs.' }],
    ['needs-evidence', { claimed: 2, narrative: 'It runs and runs and runs on.' }],
    ['ready', { claimed: 2, narrative: 'It runs.', evidence: evidence(1) }],
    ['ready', { notApplicable: 'We employ nobody of this kind.' }],
    ['in-progress', { notApplicable: '  ' }],
  ])('%s: %j', (state, said) => {
    expect(stateOf('a', answer(said))).toBe(state);
  });

  test('not applicable where the criterion does not allow it is not ready', () => {
    expect(stateOf('b', answer({ notApplicable: 'We would rather not.' }))).toBe('in-progress');
  });
});

describe('what format 2 adds', () => {
  const asked = {
    ...charterOf({
      criteria: [
        { id: 'a', statements: [[], ['One.'], ['Two.'], ['Three.'], ['Four.']] },
        { id: 'b', narrative: 'optional', notApplicableReason: 'none' },
      ],
    }),
    cumulative: true,
  };
  const stateIn = (id: string, said: Partial<Answer>) => {
    const answers = answersOf({ [id]: answer(said) });
    const scorecard = scoreAssessment(asked, answers);
    return progressOf(asked, answers, { scorecard }).criteria.get(id);
  };

  test('a rating that is not confirmed one by one is not ready', () => {
    const said = { claimed: 1, narrative: 'It runs.' };
    expect(stateIn('a', said)).toBe('in-progress');
    expect(stateIn('a', { ...said, statements: { 2: [1] } })).toBe('in-progress');
    expect(stateIn('a', { ...said, statements: { 1: [1] } })).toBe('ready');
  });

  test('where a narrative is optional, a rating is ready without one', () => {
    expect(stateIn('b', { claimed: 0, statements: {} })).toBe('ready');
    expect(stateIn('b', { notApplicable: '' })).toBe('ready');
  });
});

describe('what an answer still lacks', () => {
  const gapsIn = (id: string, said: Partial<Answer>, review = false) => {
    const given = answer(said);
    const score = scoreAssessment(charter, answersOf({ [id]: given })).criteria.find(
      (row) => row.id === id,
    );
    const criterion = charter.sections.flatMap(({ criteria }) => criteria).find((c) => c.id === id);
    if (score === undefined || criterion === undefined) throw new Error(id);
    return gapsOf(criterion, given, { charter, score, review });
  };

  test.each<[readonly string[], Partial<Answer>]>([
    [[], {}],
    [['claim'], { narrative: 'Some text.' }],
    [['narrative'], { claimed: 1 }],
    [['narrative', 'evidence'], { claimed: 2 }],
    [['shorten'], { claimed: 1, narrative: 'One two three four five six.' }],
    [[], { claimed: 1, narrative: 'It runs.' }],
    [[], { notApplicable: 'We employ nobody of this kind.' }],
  ])('%j', (gaps, said) => {
    expect(gapsIn('a', said)).toEqual(gaps);
    // Whatever is ready lacks nothing, and the other way round, once it was begun.
    const state = stateOf('a', answer(said));
    expect(gaps.length === 0).toBe(state === 'ready' || state === 'not-started');
  });

  test('to be looked at again comes first', () => {
    expect(gapsIn('a', { claimed: 1, narrative: 'It runs.' }, true)).toEqual(['look-again']);
  });
});

describe('progress', () => {
  test('sections and total count every criterion once', () => {
    const answers = answersOf({ a: answer({ claimed: 2 }), c: 'None here.' });
    const progress = progressOf(charter, answers, { scorecard: scoreAssessment(charter, answers) });
    expect([...progress.criteria]).toEqual([
      ['a', 'needs-evidence'],
      ['b', 'not-started'],
      ['c', 'ready'],
    ]);
    expect(progress.sections.map(({ id, tally }) => [id, tally.all, tally.ready])).toEqual([
      ['A', 2, 0],
      ['B', 1, 1],
    ]);
    expect(progress.total).toEqual({
      'not-started': 1,
      'in-progress': 0,
      'needs-evidence': 1,
      ready: 1,
      'does-not-apply': 0,
      all: 3,
    });
  });
});
