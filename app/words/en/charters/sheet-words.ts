// The sheet of criteria: its titles, how to fill it in, and what can be wrong with one that is brought back.
import type { ColumnName, SheetColumn } from '#app/domain/charter/authoring/sheet-columns.ts';
import type { SheetProblem } from '#app/domain/charter/authoring/criteria-sheet.ts';
import { LABEL } from '#words/kit/labels.ts';
import { cellTroubleText } from '#words/plan/row-problem.ts';

const TITLE: Readonly<Record<Exclude<ColumnName, 'rating'>, string>> = {
  id: 'Id',
  title: LABEL.title,
  question: LABEL.question,
  guidance: 'Guidance',
  why: 'Why it matters',
  wanted: 'Evidence that would persuade',
  notApplicable: 'Not applicable where',
  weight: 'Weight',
  wordLimit: 'Word limit',
  minutes: 'Minutes',
  effort: 'Effort of each step',
  goodText: 'Good answer',
  goodWhy: 'Good answer: why',
  weakText: 'Weak answer',
  weakWhy: 'Weak answer: why',
  objective: 'objective',
  steps: 'first steps',
  owner: 'owner',
  measure: 'measure',
  months: 'months',
};

/** The title of a column; `labels` are those of the ratings. */
export function columnTitle(
  { name, rating }: Pick<SheetColumn, 'name' | 'rating'>,
  labels: readonly string[],
): string {
  if (name === 'rating') return `Rating ${rating}: ${labels[rating ?? 0] ?? ''}`;
  return rating === null ? TITLE[name] : `To ${rating}: ${TITLE[name]}`;
}

/** The sheet, the one that explains it, and what the command says. */
export const CRITERIA_SHEET = {
  name: LABEL.criteria,
  section: LABEL.section,
  readMe: 'Read me',
  subject: 'Subject',
  whatToKnow: 'What to know',
  about: [
    [
      'What this is',
      'The criteria of a charter, a row for each. Change any text, save the file and bring it back: a new folder has your changes, and all else as it was.',
    ],
    [
      'Id and section',
      'They tell which criterion a row is. Rows may be sorted or left out; a criterion without a row stays as it is. New criteria, ids and sections are made in the files of the charter.',
    ],
    [
      'Ratings',
      'One text, or several statements with a line for each. A criterion keeps whichever it has.',
    ],
    ['Lists', 'Evidence and first steps: a line for each. Effort: numbers with commas.'],
    [
      'Empty cells',
      'Weight, word limit, minutes, effort, examples and not applicable may be empty: then what the charter says for all criteria holds. Every other cell needs a text.',
    ],
    [
      'What is not here',
      'Sources, rules, figures, conditions, other words for some facts, and all of the levels.',
    ],
  ],
  noSheet: 'there is no sheet ‘Criteria’ with a column ‘Id’ in its first row',
  tooLong: (id: string, title: string) =>
    `${id}: ‘${title}’ is longer than the 32,767 characters that a cell can hold`,
  unread: (title: string) => `the column ‘${title}’ is none of the sheet, and was not read`,
  comments: 'comments in the sheet are not read',
  sectionStays: (id: string, section: string) =>
    `${id} stays in the section ‘${section}’; sections are changed in the files of the charter`,
  stale: (language: string, place: string) =>
    `${place} translates the earlier text into ${language}; look whether it still says the same`,
  missing: (ids: readonly string[]) => `no row, left as they are: ${ids.join(', ')}`,
  isThere: (out: string) => `${out} is there already, and is never written over`,
  written: (out: string, criteria: number) => `${out}: ${criteria} criteria`,
  changed: (out: string, texts: number) =>
    texts === 1 ? `${out}: 1 text changed` : `${out}: ${texts} texts changed`,
};

/** What is wrong with a cell, and what would be right. */
export function sheetProblemText(problem: SheetProblem): string {
  switch (problem.code) {
    case 'no-id':
      return 'this row has texts and no id; write the id of its criterion, or empty the row';
    case 'unknown-id':
      return `the charter has no criterion "${problem.id}"; a new one is begun in the files of the charter`;
    case 'repeated-id':
      return `"${problem.id}" stands in row ${problem.first + 1} already; keep one of the rows`;
    case 'repeated-column':
      return 'this column is there twice; keep one of them';
    case 'unclear':
      return cellTroubleText(problem.why);
    default:
      return problem satisfies never;
  }
}
