import { expect, test } from 'vitest';
import { decideFacts } from '#app/domain/assessment/decide-facts.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const asked = { guidance: '', options: [] };
const charter = charterOf({
  format: 2,
  highest: 2,
  facts: [
    {
      ...asked,
      id: 'nation',
      kind: 'choice',
      question: 'Which?',
      options: [
        { id: 'wales', label: 'Wales' },
        { id: 'england', label: 'England' },
      ],
    },
    { ...asked, id: 'leaders', kind: 'number', question: 'How many?' },
    { ...asked, id: 'first', kind: 'yes-no', question: 'First?' },
    { ...asked, id: 'heldSince', kind: 'date', question: 'Since?' },
  ],
  criteria: [
    { id: 'A1' },
    { id: 'A2', appliesWhen: { kind: 'at-least', fact: 'leaders', value: 1 } },
  ],
  levels: [level('first', { overall: '50' })],
});

/** A1 at 1 and A2 at 0: 1 of 4 points with both, 1 of 2 with A1 alone. */
const said = answersOf({ A1: 1, A2: 0 });
const saved = (facts: Readonly<Record<string, string>>) => ({
  ...said,
  facts: new Map(Object.entries(facts)),
});

const decide = (
  entered: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>> = {},
  confirmed = false,
) => {
  const given = { entered: new Map(Object.entries(entered)), answerSet: saved(known), confirmed };
  const decided = decideFacts(charter, given);
  return decided.ok ? Object.fromEntries(decided.value) : decided.problem;
};

test('only what differs is written; what a form does not hold stays', () => {
  const known = { nation: 'wales', first: 'true' };
  expect(decide({ nation: 'wales', leaders: '3', heldSince: '' }, known)).toEqual({ leaders: '3' });
  expect(decide({ first: '' }, known)).toEqual({ first: '' });
  expect(decide({ unknown: 'x' }, known)).toEqual({});
});

test('every answer that is none is told at its field', () => {
  const entered = { nation: 'France', leaders: '-1', first: 'maybe', heldSince: '2027-02-30' };
  expect(decide(entered)).toEqual({
    code: 'not-valid',
    fields: [
      { field: 'fact-nation', code: 'not-listed', value: 'France' },
      { field: 'fact-leaders', code: 'not-a-whole-number', most: 9_999_999 },
      { field: 'fact-first', code: 'not-listed', value: 'maybe' },
      { field: 'fact-heldSince', code: 'not-a-date' },
    ],
  });
});

test('what takes a criterion out and changes the level is confirmed first', () => {
  const effect = { before: null, after: 'first', leave: ['A2'], return: [] };
  expect(decide({ leaders: '0' })).toEqual({ code: 'facts-would-change', effect });
  expect(decide({ leaders: '0' }, {}, true)).toEqual({ leaders: '0' });
  const back = { before: 'first', after: null, leave: [], return: ['A2'] };
  expect(decide({ leaders: '' }, { leaders: '0' })).toEqual({
    code: 'facts-would-change',
    effect: back,
  });
  expect(decide({ leaders: '2' }, { leaders: '5' })).toEqual({ leaders: '2' });
});
