// The overview of departments as a workbook: one sheet of what stands on the page, and one of sections for each charter.
import type { Score } from '#app/domain/charter/percent.ts';
import { percentText } from '#app/domain/charter/percent.ts';
import { type Cell, type Column, dateCell, textCell, type Workbook } from '#app/domain/workbook.ts';
import { OVERVIEW } from '#words/home/overview-words.ts';
import {
  byCharter,
  type ByCharter,
  type OverviewTable,
  type OverviewTableRow,
  stateTold,
} from './overview-input.ts';

/** The workbook; text is always text, and percentages are numbers that can be reckoned with. */
export function overviewWorkbook({ name, rows }: OverviewTable): Workbook {
  return {
    title: OVERVIEW.of(name),
    sheets: [
      { name: OVERVIEW.title, columns: COLUMNS, rows: rows.map(cellsOf) },
      ...byCharter(rows).map((group, index) => sectionsSheet(group, index)),
    ],
  };
}

const COLUMNS: readonly Column[] = [
  { title: OVERVIEW.department, width: 34 },
  { title: OVERVIEW.name, width: 24 },
  { title: OVERVIEW.charter, width: 44 },
  { title: OVERVIEW.state, width: 30 },
  { title: OVERVIEW.level, width: 16 },
  { title: OVERVIEW.score, width: 12 },
  { title: OVERVIEW.answered, width: 12 },
  { title: OVERVIEW.ready, width: 12 },
  { title: OVERVIEW.criteria, width: 10 },
  { title: OVERVIEW.dueOn, width: 13 },
  { title: OVERVIEW.actions, width: 10 },
  { title: OVERVIEW.actionsDone, width: 12 },
  { title: OVERVIEW.actionsOverdue, width: 12 },
  { title: OVERVIEW.beforeOn, width: 13 },
  { title: OVERVIEW.beforeWhat, width: 24 },
  { title: OVERVIEW.beforeScore, width: 14 },
  { title: OVERVIEW.change, width: 14 },
];

function cellsOf(row: OverviewTableRow): readonly Cell[] {
  const { id, ready, all, plan } = row;
  const worked = [ready, all].map((count) => numberCell(id === null ? null : count));
  const planned = [plan.all, plan.done, plan.overdue];
  return [
    textCell(row.department),
    textCell(row.name),
    textCell(row.charter),
    textCell(stateTold(row)),
    textCell(row.levelText),
    percentCell(row.overall),
    percentCell(row.coverage),
    ...worked,
    dateCell(row.dueOn),
    ...planned.map((count) => numberCell(id === null ? null : count)),
    ...beforeCells(row),
  ];
}

const NOTHING: readonly Cell[] = Array.from({ length: 4 }, () => ({ kind: 'empty' }));

function beforeCells({ before }: OverviewTableRow): readonly Cell[] {
  if (before === null) return NOTHING;
  const { submittedOn, what, overall, tenths } = before;
  return [
    dateCell(submittedOn),
    textCell(what),
    percentCell(overall),
    numberCell(tenths === null ? null : tenths / 10),
  ];
}

/** Excel takes 31 characters for the name of a sheet, and no name twice. */
function sectionsSheet({ title, sections, rows }: ByCharter, index: number) {
  return {
    name: `${OVERVIEW.sections} ${index + 1}`,
    columns: [
      { title, width: 44 },
      ...sections.map((section) => ({ title: section.title, width: 16 })),
    ],
    rows: rows.map((row): readonly Cell[] => [
      textCell(row.label),
      ...row.sections.map(({ share }) =>
        numberCell(share === null ? null : Math.floor(share * 1000) / 10),
      ),
    ]),
  };
}

/** As it is shown: rounded down to a tenth. */
function percentCell(score: Score | null): Cell {
  return numberCell(score === null ? null : Number(percentText(score)));
}

function numberCell(number: number | null): Cell {
  return number === null ? { kind: 'empty' } : { kind: 'number', number };
}
