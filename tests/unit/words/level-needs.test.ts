// What readers are told of a level and of a way: nothing that decides is left out.
import { describe, expect, test } from 'vitest';
import { reasonText, stepNeeds } from '#words/assessment/way-text.ts';
import { factConditionText, levelNeeds } from '#words/charters/level-needs.ts';
import { charterOf, level } from '#tests/support/charter-factory.ts';

const facts = [
  {
    id: 'nation',
    kind: 'choice' as const,
    question: 'In which nation?',
    guidance: '',
    options: [{ id: 'wales', label: 'Wales' }],
  },
  { id: 'posts', kind: 'number' as const, question: 'How many posts?', guidance: '', options: [] },
  {
    id: 'completedCycle',
    kind: 'yes-no' as const,
    question: 'Is one cycle complete?',
    guidance: '',
    options: [],
  },
];
const anyOf = { id: 'some', rating: 3, count: 1, of: ['A1', 'A2'], minimumLeft: 2 };
const charter = charterOf({
  format: 2,
  facts,
  kinds: [{ id: 'testimony', label: 'Testimony', means: 'What people say.' }],
  criteria: [{ id: 'A1' }, { id: 'A2' }],
  levels: [
    level('low', { overall: '40' }),
    level('high', {
      section: '20',
      sections: { A: '30.5' },
      coverage: '100',
      requires: { A1: 2 },
      floor: 1,
      floors: { A: 2 },
      anyOf: [anyOf],
      answered: ['A2'],
      preconditions: [
        { kind: 'held', level: 'low', years: 2 },
        { kind: 'fact', fact: 'completedCycle', is: true },
      ],
    }),
  ],
});

test('every condition of a level is told, in the order in which it is judged', () => {
  const [, high] = charter.levels;
  expect(high === undefined ? [] : levelNeeds(charter, high)).toEqual([
    'at least 20% in every section',
    'at least 30.5% in ‘Section A’',
    'at least 100% of criteria answered',
    'rating 2 or more in A1 Title of A1',
    'rating 1 or more in every criterion that applies',
    'rating 2 or more in every criterion of ‘Section A’ that applies',
    'rating 3 or more in at least 1 of A1 and A2, of which at least 2 have to apply',
    'an answer to A2',
    'Label of low or above, held for 2 years without a gap',
    '‘yes’ to the question: Is one cycle complete?',
  ]);
});

test('a condition on facts speaks of questions and answers, not of ids', () => {
  const wales = { kind: 'is' as const, fact: 'nation', value: 'wales' };
  const ten = { kind: 'at-least' as const, fact: 'posts', value: 10 };
  const cycle = { kind: 'is' as const, fact: 'completedCycle', value: 'true' };
  expect(factConditionText(charter, { kind: 'all', of: [wales, { kind: 'not', of: ten }] })).toBe(
    'the answer to ‘In which nation?’ is ‘Wales’, and it is not so that the answer to ‘How many posts?’ is 10 or more',
  );
  expect(factConditionText(charter, cycle)).toBe('the answer to ‘Is one cycle complete?’ is ‘yes’');
});

describe('a way', () => {
  test('says what a step needs beside its effort', () => {
    const step = { criterion: 'A1', from: 1, to: 2, effort: 3 };
    const kinds = [{ kind: 'testimony', items: 1 }];
    expect(stepNeeds(charter, { ...step, months: 12, evidence: { items: 2, kinds } })).toBe(
      'about 12 months, 2 more items of evidence, 1 of the kind ‘Testimony’',
    );
    expect(stepNeeds(charter, step)).toBe('');
  });

  test('says why there is none', () => {
    expect(reasonText(charter, { kind: 'too-few-left', anyOf: 'some' })).toBe(
      'Too few of A1 and A2 apply: at least 2 have to.',
    );
    const held = { kind: 'held' as const, level: 'low', years: 2 };
    expect(reasonText(charter, { kind: 'precondition', level: 'high', precondition: held })).toBe(
      'It needs Label of low or above, held for 2 years without a gap.',
    );
  });
});
