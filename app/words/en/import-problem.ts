// Words for what can be wrong with a file that is brought back; nothing was saved, whichever it is.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import type { FieldProblem } from '#app/domain/field-problem.ts';
import type { Countable } from '#app/domain/workbook.ts';
import { told, type Told } from '#app/words/told.ts';
import { FOUND_KIND, kindWords } from '#words/evidence/kind-words.ts';
import type { Most, Names } from '#words/kit/fact-words.ts';
import { type FormField, fieldErrors } from '#words/kit/field-problem-text.ts';
import { WORK } from '#words/kit/general.ts';
import { PROBLEMS } from '#words/problem-text.ts';
import { LANGUAGE } from '#words/language.ts';

const KINDS: Readonly<Partial<Record<string, string>>> = {
  xlsx: 'an Excel file (.xlsx)',
  docx: 'a Word file (.docx)',
};

const COUNTED: Readonly<Record<Countable, string>> = {
  sheets: 'sheets',
  rows: 'rows in a sheet',
  columns: 'columns in a sheet',
  cells: 'cells in a sheet',
  'characters-in-a-cell': 'characters in one cell',
  characters: 'characters in a sheet',
  paragraphs: 'paragraphs',
  places: 'boxes for answers',
  elements: 'parts',
  levels: 'tables or boxes inside each other',
};

type TooMany = Most & { readonly of: Countable };

const countText = ({ of, most }: TooMany) => `${most.toLocaleString(LANGUAGE)} ${COUNTED[of]}`;

type OtherKind = {
  readonly wanted: string;
  readonly because: KindProblem['reason'] | null;
};

const FILES = {
  'no-file-chosen': 'Choose a file',
  'other-kind': ({ wanted, because }: OtherKind) =>
    `${foundText(because)}Choose ${KINDS[wanted] ?? 'another kind of file'}. Save yours as one, and choose it again`,
  unreadable: 'The file cannot be read. Open it, save it again and choose it again',
  'too-much-inside': ({ most }: Most) =>
    `The file holds more than ${Math.floor(most / 1_048_576)} MB of text, far more than we give out. Remove what you added beside the answers, and choose it again`,
  'too-many': (facts: TooMany) =>
    facts.of === 'characters'
      ? `The file holds more than ${countText(facts)}. Shorten the texts, or leave some rows out and bring them back in a second file: rows that are not in a file are left alone`
      : `The file holds more than ${countText(facts)}, far more than we give out. Download it again, write into that file and choose it`,
  'kind-not-accepted': ({ reason }: Pick<KindProblem, 'reason'>) => kindWords(reason),
  'too-large': 'The file is larger than 25 MB. Make it smaller or split it',
  malformed: 'The file did not arrive whole. Choose it again',
  aborted: 'The file did not arrive whole. Choose it again',
};

const SHEETS = {
  'too-many-rows': ({ most }: Most) =>
    `The sheet has more than ${most} rows with something in them, and a plan has at most so many actions. Remove the others, and choose the file again`,
  'no-actions-sheet': ({ wanted }: { readonly wanted: string }) =>
    `There is no sheet ‘${wanted}’ with its columns in this file. Download the plan again and write into that file`,
  'nothing-ticked': 'Tick at least one change, or leave this page to change nothing',
  'plan-changed-meanwhile':
    'Someone changed the plan after you looked at these changes. Nothing is saved. This is what would change now',
  'not-valid': ({ fields }: { readonly fields: readonly FieldProblem<FormField>[] }) =>
    Object.values(fieldErrors(fields))[0] ?? 'This is not right',
};

const DOCUMENTS = {
  'no-draft-document':
    'There are no answers to be found in this file. Download the questions again and write into that file',
  'draft-of-another-assessment':
    'This document belongs to another assessment. Choose one that was downloaded here',
  'draft-text-too-long': ({ criterion, most }: Most & { readonly criterion: string }) =>
    `A text for ${criterion} has more than ${most.toLocaleString(LANGUAGE)} characters, which is the most that can be kept. Nothing is saved. Shorten it, and choose the file again`,
  'draft-too-long': ({ most }: Most) =>
    `The answers in this file have more than ${most.toLocaleString(LANGUAGE)} characters together. Nothing is saved. Take the boxes of some criteria out and bring them back in a second file: criteria that are not in a file are left alone`,
  'answers-changed-meanwhile': ({ criteria }: Names) =>
    `The answers to ${criteria.join(', ')} could not be saved as they are. The others are saved. This is what would change now`,
};

function foundText(because: KindProblem['reason'] | null): string {
  const found = because === null ? undefined : FOUND_KIND[because];
  return found === undefined ? '' : `${found}. `;
}

const IMPORTS = { ...PROBLEMS, ...WORK, ...FILES, ...SHEETS, ...DOCUMENTS };

/** The problem as a sentence. */
export function importProblemText(problem: Told<typeof IMPORTS>): string {
  return told(IMPORTS, problem);
}
