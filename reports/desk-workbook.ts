// The administrator's desk as a workbook: submissions, workload and turnaround, as the pages show them.
import type { Turnaround } from '#app/domain/review/turnaround.ts';
import { type Cell, type Column, dateCell, textCell, type Workbook } from '#app/domain/workbook.ts';
import type { Promised } from '#app/domain/review/promise.ts';
import { PROMISE_STATE } from '#words/review/promise-text.ts';

type SubmissionRow = {
  readonly number: number;
  readonly organisation: string;
  readonly department: string;
  readonly charter: string;
  readonly round: string;
  readonly submittedOn: string;
  readonly stageText: string;
  readonly outcome: string;
  readonly level: string;
  readonly revisionsDueOn: string | null;
  readonly panel: string;
  readonly promise: Promised | null;
};

type PersonRow = {
  readonly name: string;
  readonly open: number;
  readonly toDeclare: number;
  readonly toSeal: number;
  readonly sealed: number;
  readonly conflicts: number;
  readonly lastOn: string | null;
};

type RoundRow = Turnaround & { readonly name: string };

type Desk = {
  readonly submissions: readonly SubmissionRow[];
  readonly people: readonly PersonRow[];
  readonly rounds: readonly RoundRow[];
  /** YYYY-MM-DD */
  readonly madeOn: string;
};

/** The workbook; text is always text, so nothing in it is a formula. */
export function deskWorkbook({ submissions, people, rounds, madeOn }: Desk): Workbook {
  return {
    title: `Submissions on ${madeOn}`,
    sheets: [
      {
        name: 'Submissions',
        columns: SUBMISSION_COLUMNS,
        rows: submissions.map(submissionCells),
      },
      { name: 'Workload', columns: PERSON_COLUMNS, rows: people.map(personCells) },
      { name: 'Turnaround', columns: ROUND_COLUMNS, rows: rounds.map(roundCells) },
    ],
  };
}

const SUBMISSION_COLUMNS: readonly Column[] = [
  { title: 'Submission', width: 11 },
  { title: 'Organisation', width: 36 },
  { title: 'Department', width: 30 },
  { title: 'Charter', width: 24 },
  { title: 'Round', width: 24 },
  { title: 'Submitted on', width: 13 },
  { title: 'State', width: 32 },
  { title: 'Outcome', width: 30 },
  { title: 'Level', width: 12 },
  { title: 'Revision due on', width: 15 },
  { title: 'Panel', width: 24 },
  { title: 'Outcome promised by', width: 18 },
  { title: 'Days so far, or until decided', width: 18 },
  { title: 'Promise', width: 12 },
];

function submissionCells(row: SubmissionRow): readonly Cell[] {
  const { promise } = row;
  return [
    numberCell(row.number),
    textCell(row.organisation),
    textCell(row.department),
    textCell(row.charter),
    textCell(row.round),
    dateCell(row.submittedOn),
    textCell(row.stageText),
    textCell(row.outcome),
    textCell(row.level),
    dateCell(row.revisionsDueOn),
    textCell(row.panel),
    dateCell(promise?.dueOn ?? null),
    numberCell(promise?.days ?? null),
    textCell(promise === null ? '' : PROMISE_STATE[promise.kind]),
  ];
}

const PERSON_COLUMNS: readonly Column[] = [
  { title: 'Panel member', width: 30 },
  { title: 'Open reviews', width: 13 },
  { title: 'Interests to declare', width: 18 },
  { title: 'Ratings to seal', width: 15 },
  { title: 'Ratings sealed', width: 15 },
  { title: 'Conflicts declared', width: 17 },
  { title: 'Last active on', width: 14 },
];

function personCells(row: PersonRow): readonly Cell[] {
  return [
    textCell(row.name),
    numberCell(row.open),
    numberCell(row.toDeclare),
    numberCell(row.toSeal),
    numberCell(row.sealed),
    numberCell(row.conflicts),
    dateCell(row.lastOn),
  ];
}

const ROUND_COLUMNS: readonly Column[] = [
  { title: 'Round', width: 30 },
  { title: 'Submissions', width: 12 },
  { title: 'Decided', width: 10 },
  { title: 'Median days', width: 12 },
  { title: 'Longest days', width: 12 },
  { title: 'Decided late', width: 12 },
  { title: 'Late now', width: 10 },
];

function roundCells(row: RoundRow): readonly Cell[] {
  return [
    textCell(row.name),
    numberCell(row.submitted),
    numberCell(row.decided),
    numberCell(row.median),
    numberCell(row.longest),
    numberCell(row.missed),
    numberCell(row.late),
  ];
}

function numberCell(number: number | null): Cell {
  return number === null ? { kind: 'empty' } : { kind: 'number', number };
}
