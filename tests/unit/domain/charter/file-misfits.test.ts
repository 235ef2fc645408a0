// What a file of format 2 says that its charter does not know, each at its place.
import { expect, test } from 'vitest';
import { misfits, withTickedRatings } from '#app/domain/charter/file-misfits.ts';
import type { AssessmentFile } from '#app/domain/formats/assessment-file.ts';
import { charterOf } from '#tests/support/charter-factory.ts';
import { EXAMPLE } from '#tests/support/kept-in-format-two.ts';

const charter = {
  ...EXAMPLE,
  facts: [
    ...EXAMPLE.facts,
    {
      id: 'nation',
      kind: 'choice' as const,
      question: 'Which?',
      guidance: '',
      options: [{ id: 'wales', label: 'Wales' }],
    },
    { id: 'heldSince', kind: 'date' as const, question: 'When?', guidance: '', options: [] },
  ],
};

const told = (file: Partial<AssessmentFile>, given = charter) =>
  misfits({ format: 2, charter: 'example@1.0.0', ...file }, given).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

const item = { title: 'A letter', kind: 'testimony' };

test('what fits is no misfit', () => {
  const facts = { leaders: 3, firstApplication: true, nation: 'wales', heldSince: '2024-02-29' };
  const answers = {
    A1: { rating: 1, statements: { 1: [1, 2] }, evidence: [item] },
    A2: { statements: { 1: [1], 2: [1], 3: [1] } },
    B1: { statements: {} },
  };
  expect(told({ facts, held: { first: 2 }, answers })).toEqual([]);
});

test('facts that the charter does not ask, and values that are no answers to them', () => {
  const facts = { leader: 1, leaders: 1.5, firstApplication: 'yes', nation: 'Wales' };
  expect(told({ facts: { ...facts, heldSince: '2023-02-29' }, held: { third: 1 } })).toEqual([
    'facts.leader: example@1.0.0 has no "leader". Did you mean "leaders"?',
    'facts.leaders: expected a whole number',
    'facts.firstApplication: expected true or false',
    'facts.nation: expected one of wales',
    'facts.heldSince: expected a date such as 2027-03-31',
    expect.stringMatching(/^held\.third: example@1\.0\.0 has no "third"/),
  ]);
});

test('statements that are not there, that claim another rating, or that nobody asked for', () => {
  const answers = {
    A1: { statements: { 1: [3], 4: [1] } },
    A2: { rating: 2, statements: { 1: [1] } },
    B1: { statements: {}, notApplicable: 'Nobody leads.' },
  };
  expect(told({ answers })).toEqual([
    expect.stringMatching(/^answers\.B1\.notApplicable: B1 has both rating and notApplicable/),
    'answers.A1.statements.1: A1 has 2 statements for rating 1',
    'answers.A1.statements.4: A1 has 0 statements for rating 4',
    'answers.A2.statements: these statements claim rating 1, and the rating given is 2; leave one out',
  ]);
  const plain = { ...charterOf({ criteria: [{ id: 'A1' }] }), facts: charter.facts };
  expect(told({ answers: { A1: { statements: { 1: [1] } } } }, { ...charter, ...plain })).toEqual([
    'answers.A1.statements: example@1.0.0 asks for a rating, not for statements one by one',
  ]);
});

test('a kind of evidence that the charter does not know', () => {
  const answers = { A1: { rating: 1, evidence: [item, { title: 'x', kind: 'rumour' }] } };
  expect(told({ answers })).toEqual(['answers.A1.evidence.1.kind: example@1.0.0 has no "rumour".']);
});

test('statements alone give the rating that they claim', () => {
  const answers = {
    A1: { statements: { 1: [1, 2], 2: [1] } },
    A2: { rating: 3 },
    B1: { statements: {} },
  };
  const rated = withTickedRatings({ charter: 'example@1.0.0', answers }, charter);
  expect(Object.entries(rated.answers ?? {}).map(([id, { rating }]) => [id, rating])).toEqual([
    ['A1', 2],
    ['A2', 3],
    ['B1', 0],
  ]);
});
