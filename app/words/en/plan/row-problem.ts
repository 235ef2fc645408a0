// Words for what is wrong with a row of a spreadsheet that is brought back, and with its cells.
import type { RowProblem } from '#app/domain/plan/imported.ts';
import { shortValue } from '#app/domain/field-problem.ts';
import type { CellTrouble } from '#app/domain/workbook.ts';
import { fieldProblemText } from '#words/kit/field-problem-text.ts';

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
      const text = fieldProblemText(problem.problem);
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

/** Why what a cell shows cannot be told, and what to do. */
export function cellTroubleText(why: CellTrouble): string {
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
