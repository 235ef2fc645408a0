// The administrator's desk as a workbook: submissions, workload and turnaround, as the pages show them.
import { DESK } from '#words/administration/desk-words.ts';
import { LABEL } from '#words/kit/labels.ts';
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
    title: DESK.submissionsOn(madeOn),
    sheets: [
      {
        name: LABEL.submissions,
        columns: SUBMISSION_COLUMNS,
        rows: submissions.map(submissionCells),
      },
      { name: DESK.workload, columns: PERSON_COLUMNS, rows: people.map(personCells) },
      { name: DESK.turnaround, columns: ROUND_COLUMNS, rows: rounds.map(roundCells) },
    ],
  };
}

const SUBMISSION_COLUMNS: readonly Column[] = [
  { title: DESK.submission, width: 11 },
  { title: LABEL.organisation, width: 36 },
  { title: LABEL.department, width: 30 },
  { title: LABEL.charter, width: 24 },
  { title: LABEL.round, width: 24 },
  { title: DESK.submittedOn, width: 13 },
  { title: DESK.state, width: 32 },
  { title: LABEL.outcome, width: 30 },
  { title: LABEL.level, width: 12 },
  { title: DESK.revisionDueOn, width: 15 },
  { title: LABEL.panel, width: 24 },
  { title: DESK.outcomePromisedBy, width: 18 },
  { title: DESK.daysSoFarOr, width: 18 },
  { title: DESK.promise, width: 12 },
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
  { title: DESK.panelMember, width: 30 },
  { title: DESK.openReviews, width: 13 },
  { title: DESK.interestsToDeclare, width: 18 },
  { title: DESK.ratingsToSeal, width: 15 },
  { title: DESK.ratingsSealed, width: 15 },
  { title: DESK.conflictsDeclared, width: 17 },
  { title: DESK.lastActiveOn, width: 14 },
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
  { title: LABEL.round, width: 30 },
  { title: LABEL.submissions, width: 12 },
  { title: LABEL.decided, width: 10 },
  { title: DESK.medianDays, width: 12 },
  { title: DESK.longestDays, width: 12 },
  { title: DESK.decidedLate, width: 12 },
  { title: DESK.lateNow, width: 10 },
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
