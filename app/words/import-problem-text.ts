// Words for what can be wrong with a file that is brought back, and with its cells.
import type { RowProblem } from '#app/domain/plan/imported.ts';
import type { DraftProblem as AnswerInDraft } from '#app/domain/assessment/draft-changes.ts';
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { FOUND_KIND } from '#app/domain/evidence/kind-words.ts';
import { shortValue } from '#app/domain/field-problem.ts';
import type { CellTrouble, Countable, OfficeProblem } from '#app/domain/workbook.ts';
import type { ImportProblem } from '#app/http/forms/read-import.ts';
import type { DraftProblem } from '#app/queries/assessment/make-draft-document.ts';
import type { SheetProblem } from '#app/queries/plan/plan-import.ts';
import type { ImportActionsProblem } from '#app/use-cases/plan/import-actions.ts';
import type { WorkProblem } from '#app/ports.ts';
import { fieldErrors, problemText } from './problem-text.ts';
import { workProblemText } from './work-problem-text.ts';

const KINDS: Readonly<Partial<Record<string, string>>> = {
  xlsx: 'an Excel file (.xlsx)',
  docx: 'a Word file (.docx)',
};

type Problem =
  | ImportProblem
  | OfficeProblem
  | WorkProblem
  | SheetProblem
  | ImportActionsProblem
  | DraftProblem
  | { readonly code: 'nothing-ticked' }
  | { readonly code: 'answers-changed-meanwhile'; readonly criteria: readonly string[] };

/** The problem as a sentence; nothing was saved, whichever it is. */
export function importProblemText(problem: Problem): string {
  switch (problem.code) {
    case 'no-file-chosen':
      return 'Choose a file';
    case 'other-kind':
      return `${foundText(problem.because)}Choose ${KINDS[problem.wanted] ?? 'another kind of file'}. Save yours as one, and choose it again`;
    case 'unreadable':
      return 'The file cannot be read. Open it, save it again and choose it again';
    case 'too-much-inside':
      return `The file holds more than ${Math.floor(problem.most / 1_048_576)} MB of text, far more than we give out. Remove what you added beside the answers, and choose it again`;
    case 'too-many':
      if (problem.of === 'characters')
        return `The file holds more than ${countText(problem)}. Shorten the texts, or leave some rows out and bring them back in a second file: rows that are not in a file are left alone`;
      return `The file holds more than ${countText(problem)}, far more than we give out. Download it again, write into that file and choose it`;
    case 'too-many-rows':
      return `The sheet has more than ${problem.most} rows with something in them, and a plan has at most so many actions. Remove the others, and choose the file again`;
    case 'work-waiting':
    case 'out-of-time':
    case 'out-of-memory':
      return workProblemText(problem);
    case 'no-actions-sheet':
      return `There is no sheet ‘${problem.wanted}’ with its columns in this file. Download the plan again and write into that file`;
    case 'nothing-ticked':
      return 'Tick at least one change, or leave this page to change nothing';
    case 'plan-changed-meanwhile':
      return 'Someone changed the plan after you looked at these changes. Nothing is saved. This is what would change now';
    case 'no-draft-document':
      return 'There are no answers to be found in this file. Download the questions again and write into that file';
    case 'draft-of-another-assessment':
      return 'This document belongs to another assessment. Choose one that was downloaded here';
    case 'draft-text-too-long':
      return `A text for ${problem.criterion} has more than ${problem.most.toLocaleString('en-GB')} characters, which is the most that can be kept. Nothing is saved. Shorten it, and choose the file again`;
    case 'draft-too-long':
      return `The answers in this file have more than ${problem.most.toLocaleString('en-GB')} characters together. Nothing is saved. Take the boxes of some criteria out and bring them back in a second file: criteria that are not in a file are left alone`;
    case 'answers-changed-meanwhile':
      return `The answers to ${problem.criteria.join(', ')} could not be saved as they are. The others are saved. This is what would change now`;
    case 'not-valid':
      return Object.values(fieldErrors(problem.fields))[0] ?? 'This is not right';
    case 'kind-not-accepted':
    case 'too-large':
    case 'empty-file':
    case 'malformed':
    case 'aborted':
      return problemText(problem).replace('. Nothing was attached', '');
    default:
      return problemText(problem);
  }
}

function foundText(because: KindProblem['reason'] | null): string {
  const found = because === null ? undefined : FOUND_KIND[because];
  return found === undefined ? '' : `${found}. `;
}

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

function countText({ of, most }: { readonly of: Countable; readonly most: number }): string {
  return `${most.toLocaleString('en-GB')} ${COUNTED[of]}`;
}

/** What is wrong with a row or one of its cells. */
export function rowProblemText(problem: RowProblem, options: readonly string[] = []): string {
  switch (problem.code) {
    case 'unknown-id':
      return 'This row belongs to another plan, or its action was removed. To add it as a new action, empty the hidden column A of the row';
    case 'repeated-id':
      return `This row is a copy of row ${problem.first}. To add it as a new action, empty the hidden columns A and B of the row`;
    case 'field': {
      const [, line] = /^milestone-(\d+)-/.exec(problem.problem.field) ?? [];
      if (problem.problem.code === 'not-listed') return notListedText(problem.problem, options);
      const text = Object.values(fieldErrors([problem.problem]))[0] ?? 'This is not right';
      return `${line === undefined ? '' : `Line ${Number(line) + 1}: `}${text}`;
    }
    case 'unclear':
      return cellTroubleText(problem.why);
    default:
      return problem satisfies never;
  }
}

function notListedText(
  { field, value }: { readonly field: string; readonly value: string },
  options: readonly string[],
): string {
  if (field !== 'criteria') return `‘${value}’ is none of the options: ${options.join(', ')}`;
  const which = options.length === 0 ? 'The sheet ‘Criteria’ lists them' : options.join(', ');
  return `‘${value}’ is no criterion of this charter. Write their ids with commas, or the first and the last of several in a row with a dash between. ${options.length === 0 ? which : `They are ${which}`}`;
}

function cellTroubleText(why: CellTrouble): string {
  switch (why.code) {
    case 'format':
      return `We cannot tell what this cell shows: its format ${why.format === '' ? 'is not in the file' : `‘${shortValue(why.format)}’ is none that we read`}. Choose another format, such as General, a number, a percentage or a date, or write what it shows as text`;
    case 'formula':
      return 'The result of this formula is not in the file. Open it in Excel or LibreOffice, save it there and choose it again, or write the result in place of the formula';
    case 'error':
      return `This cell shows the error ${why.error}. Put it right, or write in its place what is meant`;
    case 'merged':
      return `This cell is merged with ${why.into}, so what it holds cannot be told. Unmerge the cells and write into each what belongs there`;
    case 'damaged':
      return 'The text of this cell is missing from the file. Write it again and save the file';
    default:
      return why satisfies never;
  }
}

/** What is wrong with one answer of a document. */
export function draftProblemText({ code, highest }: AnswerInDraft): string {
  switch (code) {
    case 'unknown-criterion':
      return 'the charter has no such criterion';
    case 'rating-unclear':
      return `write a rating from 0 to ${highest} into its box`;
    case 'never-not-applicable':
      return 'this criterion applies to everyone';
    case 'reason-missing':
      return 'write why it does not apply';
    default:
      return code satisfies never;
  }
}
