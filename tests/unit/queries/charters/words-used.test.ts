import { expect, test } from 'vitest';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { marked } from '#app/domain/charter/translation/marked.ts';
import { wordsUsed } from '#app/queries/charters/words-used.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const glossary = [
  { term: 'learner', means: 'A person on placement.', also: ['learners'] },
  { term: 'lead', means: 'Who answers for it.' },
  { term: 'line manager', means: 'Who plans the work.' },
  { term: 'C++ (course)', means: 'A course with signs in its name.' },
  { term: 'arweinydd', means: 'Leads.', also: ['arweinwyr'] },
];

function used(texts: object): readonly string[] {
  const charter = charterOf({ criteria: [{ id: 'A1', ...texts }] });
  const criterion = allCriteria(charter)[0];
  if (criterion === undefined) throw new Error('no criterion');
  return wordsUsed({ glossary }, criterion).map(({ term }) => term);
}

test.each([
  ['a term in its question', { question: 'Who helps a learner?' }, ['learner']],
  ['another form of it, in whatever case', { guidance: 'LEARNERS say so.' }, ['learner']],
  ['a part of another word', { question: 'What is misleading, leader, lead2?' }, []],
  ['beside a mark of punctuation', { question: 'Is there a “lead”?' }, ['lead']],
  ['two words over a line end', { guidance: 'The line\nmanager knows.' }, ['line manager']],
  ['signs that mean something to a search', { guidance: 'As in C++ (course).' }, ['C++ (course)']],
  ['a statement', { statements: [[], ['A lead is named.'], [], [], []] }, ['lead']],
  ['evidence that would persuade', { evidenceWanted: ['Words of learners'] }, ['learner']],
  ['a translated text', { question: marked('Pwy yw’r arweinwyr?') }, ['arweinydd']],
  [
    'the order of the glossary',
    { question: 'A lead?', guidance: 'A learner!' },
    ['learner', 'lead'],
  ],
] as const)('%s', (_, texts, terms) => {
  expect(used(texts)).toEqual(terms);
});
