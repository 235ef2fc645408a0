// The yearly report on a plan after an award (product.md, The life of an assessment): which years there are,
// when each is due, and what a report has to say. Days are YYYY-MM-DD in London.
import type { ActionStatus } from '#app/domain/plan/action.ts';
import { STATUSES } from '#app/domain/plan/action-fields.ts';
import { isOverdue } from '#app/domain/plan/overdue.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { addDays, addMonths } from '#app/domain/calendar-entries.ts';
import { type FieldProblem, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type AwardDates, lastDay } from './award.ts';

/** One action of the plan in a report. */
export type ReportedAction = {
  /** Its number in the plan that was submitted, from 1. */
  readonly action: string;
  readonly objective: string;
  /** null = nobody has said it yet, which is so in drafts alone. */
  readonly status: ActionStatus | null;
  readonly note: string;
};

export type ReportYear = {
  /** 1 = the first year after the award. */
  readonly year: number;
  readonly beginsOn: string;
  /** From here on it may be sent: in the last three months of its year. */
  readonly opensOn: string;
  /** The last day of the year. */
  readonly dueOn: string;
};

/** The years of an award that end while it is valid; a grace period adds none. */
export function reportYears({
  awardedOn,
  validUntil,
}: Pick<AwardDates, 'awardedOn' | 'validUntil'>): readonly ReportYear[] {
  const years: ReportYear[] = [];
  for (let year = 1; ; year += 1) {
    const dueOn = addDays(anniversary(awardedOn, year), -1);
    if (dueOn > validUntil) return years;
    const beginsOn = anniversary(awardedOn, year - 1);
    const opensOn = addMonths(anniversary(awardedOn, year), -3) ?? dueOn;
    years.push({ year, beginsOn, opensOn, dueOn });
  }
}

function anniversary(day: string, years: number): string {
  return addMonths(day, years * 12) ?? '9999-12-31';
}

export const REPORT_STATES = ['not-yet', 'open', 'due', 'overdue', 'sent'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

type Sent = { readonly sentAt: string | null };

/** Where the report of a year stands: it can be written from the first day of its year. */
export function reportState(year: ReportYear, report: Sent | null, today: string): ReportState {
  if (report !== null && report.sentAt !== null) return 'sent';
  if (today < year.beginsOn) return 'not-yet';
  if (today > year.dueOn) return 'overdue';
  return today < year.opensOn ? 'open' : 'due';
}

export type NextAfterAward =
  | {
      readonly what: 'report';
      readonly year: number;
      readonly dueOn: string;
      readonly late: boolean;
    }
  | { readonly what: 'end'; readonly on: string };

/**
 * What the department of an award has to do next: the first yearly report that is not sent, or, once all are,
 * the last day of the award. null where the award holds no longer.
 */
export function nextAfterAward(
  award: AwardDates,
  { sent, today }: { readonly sent: ReadonlySet<number>; readonly today: string },
): NextAfterAward | null {
  const end = lastDay(award);
  if (award.withdrawnAt !== null || today > end) return null;
  const next = reportYears(award).find(({ year }) => !sent.has(year));
  if (next === undefined) return { what: 'end', on: end };
  const { year, dueOn } = next;
  return { what: 'report', year, dueOn, late: today > dueOn };
}

const REPORT_LIMITS = {
  noteCharacters: ACTION_LIMITS.progressCharacters,
  summaryCharacters: 5_000,
} as const;

/** A report as typed: status and note by the number of the action. */
export type ReportDraft = {
  readonly actions: ReadonlyMap<string, { readonly status: string; readonly note: string }>;
  readonly summary: string;
};

export type CheckedReport = {
  readonly actions: readonly ReportedAction[];
  readonly summary: string;
};

type Planned = {
  readonly number: string;
  readonly objective: string;
  readonly dueOn: string | null;
  /** Where the action stood last; it stays for an action that was left out. null = not known. */
  readonly status: ActionStatus | null;
};

/** Something that was said of an action before, and when. */
export type SaidStatus = {
  readonly at: string;
  readonly status: ActionStatus;
};

/**
 * The status that was said last; null where it is not known. Every action begins as ‘not started’, so that
 * alone says nothing of what has become of it: it is asked for anew.
 */
export function knownStatus(
  inThePlan: ActionStatus,
  said: readonly SaidStatus[],
): ActionStatus | null {
  const [last] = said.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const status = last?.status ?? inThePlan;
  return status === 'not-started' ? null : status;
}

type Checking = {
  /** Everything that the awarding body gets has to be there. */
  readonly toSend: boolean;
  /** YYYY-MM-DD in London. */
  readonly today: string;
};

/** Fields of an action carry its number. */
export type ReportField = 'summary' | `status-${string}` | `note-${string}`;

/**
 * The report on every action of the plan, or what is wrong with it. To send it, a status for each, a word on
 * each that is overdue, and a summary are needed.
 */
export function checkReport(
  draft: ReportDraft,
  plan: readonly Planned[],
  { toSend, today }: Checking,
): Result<CheckedReport, readonly FieldProblem<ReportField>[]> {
  const summary = tidy(draft.summary);
  const actions = plan.map((planned) => reported(draft, planned));
  const problems: readonly FieldProblem<ReportField>[] = [
    ...actions.flatMap(({ action, note }) =>
      tooLong(`note-${action}`, note, REPORT_LIMITS.noteCharacters),
    ),
    ...plan.flatMap(({ number }) => {
      const value = draft.actions.get(number)?.status ?? '';
      const known = value === '' || STATUSES.some((status) => status === value);
      return known ? [] : [{ field: `status-${number}`, code: 'not-listed', value } as const];
    }),
    ...(toSend ? missingIn(actions, plan, today) : []),
    ...(toSend && summary === '' ? [{ field: 'summary', code: 'required' } as const] : []),
    ...tooLong('summary', summary, REPORT_LIMITS.summaryCharacters),
  ];
  return problems.length > 0 ? refused(problems) : ok({ actions, summary });
}

function missingIn(
  actions: readonly ReportedAction[],
  plan: readonly Planned[],
  today: string,
): readonly FieldProblem<ReportField>[] {
  return actions.flatMap(({ action, status, note }): readonly FieldProblem<ReportField>[] => {
    if (status === null) return [{ field: `status-${action}`, code: 'required' }];
    const planned = plan.find(({ number }) => number === action);
    const isLate = planned !== undefined && isOverdue(planned, status, today);
    return isLate && note === '' ? [{ field: `note-${action}`, code: 'required' }] : [];
  });
}

function reported(
  { actions }: ReportDraft,
  { number, objective, status }: Planned,
): ReportedAction {
  const typed = actions.get(number);
  return {
    action: number,
    objective,
    status:
      typed === undefined ? status : (STATUSES.find((known) => known === typed.status) ?? null),
    note: tidy(typed?.note ?? ''),
  };
}

/** How many of the actions are done. */
export function doneIn(actions: readonly Pick<ReportedAction, 'status'>[]): number {
  return actions.filter(({ status }) => status === 'complete').length;
}
