// The criteria of a charter as a workbook, and what one that is brought back shows in its cells.
import {
  type SheetCriterion,
  sheetCriteria,
  type ShownCell,
} from '#app/domain/charter/authoring/criteria-sheet.ts';
import { type SheetColumn, sheetColumns } from '#app/domain/charter/authoring/sheet-columns.ts';
import { type Charter, charterTitle } from '#app/domain/charter/charter.ts';
import type { FileData } from '#app/domain/charter/view.ts';
import { type Cell, type ReadSheet, textCell, type Workbook } from '#app/domain/workbook.ts';
import { columnTitle, CRITERIA_SHEET } from '#words/charters/sheet-words.ts';
import { cellWords } from '#reports/plan-columns.ts';
import { CommandFailure, EXIT } from './output.ts';

const MOST_CHARACTERS = 32_767;
const NUMBERS: ReadonlySet<string> = new Set(['weight', 'wordLimit', 'minutes', 'months']);

/** The columns of a charter's sheet, with their titles. */
export function columnsOf(charter: Charter) {
  const columns = sheetColumns(charter.scale.length);
  const labels = charter.scale.map(({ label }) => label);
  return { columns, titles: columns.map((column) => columnTitle(column, labels)) };
}

/** The workbook; `sections` are the files of the charter's sections, in its order. */
export function criteriaWorkbook(charter: Charter, sections: readonly FileData[]): Workbook {
  const { columns, titles } = columnsOf(charter);
  const criteria = sheetCriteria(sections, columns);
  const sectionOf = new Map(
    charter.sections.flatMap(({ title, criteria: own }) => own.map(({ id }) => [id, title])),
  );
  return {
    title: charterTitle(charter),
    sheets: [
      {
        name: CRITERIA_SHEET.name,
        columns: [
          { title: CRITERIA_SHEET.section, width: 24 },
          ...columns.map(({ width }, index) => ({ title: titles[index] ?? '', width })),
        ],
        rows: criteria.map((criterion) => [
          textCell(sectionOf.get(criterion.id) ?? ''),
          ...cellsOf(criterion, columns, titles),
        ]),
      },
      {
        name: CRITERIA_SHEET.readMe,
        columns: [
          { title: CRITERIA_SHEET.subject, width: 22 },
          { title: CRITERIA_SHEET.whatToKnow, width: 100 },
        ],
        rows: CRITERIA_SHEET.about.map((line) => line.map(textCell)),
      },
    ],
  };
}

function cellsOf(
  { id, texts }: SheetCriterion,
  columns: readonly SheetColumn[],
  titles: readonly string[],
): readonly Cell[] {
  return columns.map(({ name }, index) => {
    const text = texts[index] ?? '';
    if (text.length > MOST_CHARACTERS) {
      const message = CRITERIA_SHEET.tooLong(id, titles[index] ?? '');
      throw new CommandFailure(EXIT.findings, message);
    }
    const isNumber = NUMBERS.has(name) && /^\d+$/.test(text);
    return isNumber ? { kind: 'number', number: Number(text) } : textCell(text);
  });
}

/** What the cells of the sheet show, or why that cannot be told. */
export function shownCells({ rows }: ReadSheet): readonly (readonly ShownCell[])[] {
  return rows.map((cells) =>
    cells.map((cell) => (cell.kind === 'unclear' ? cell.why : cellWords(cell))),
  );
}
