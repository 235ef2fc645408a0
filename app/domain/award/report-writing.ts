// When the report of a year may be saved and sent: while the award holds, from the first day of its year, once.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ReportYear } from './plan-report.ts';

export type ReportClosed =
  | { readonly code: 'award-withdrawn' }
  | { readonly code: 'report-sent' }
  | { readonly code: 'year-not-begun'; readonly beginsOn: string }
  | { readonly code: 'report-too-early'; readonly opensOn: string };

type Saved = { readonly sentAt: string | null };

/** Whether the awarding body has it; null = there is none. */
export function isSent(report: Saved | null): boolean {
  return report !== null && report.sentAt !== null;
}

type Writing = {
  readonly award: { readonly withdrawnAt: string | null };
  readonly year: Pick<ReportYear, 'beginsOn' | 'opensOn'>;
  readonly report: Saved | null;
  /** YYYY-MM-DD in London. */
  readonly today: string;
  /** Whether it is to be complete, as it is sent. */
  readonly toSend: boolean;
};

/** Whether it may be written, or sent, on this day. */
export function checkReportOpen({
  award,
  year,
  report,
  today,
  toSend,
}: Writing): Result<null, ReportClosed> {
  if (award.withdrawnAt !== null) return refused({ code: 'award-withdrawn' });
  if (isSent(report)) return refused({ code: 'report-sent' });
  if (today < year.beginsOn) return refused({ code: 'year-not-begun', beginsOn: year.beginsOn });
  return toSend && today < year.opensOn
    ? refused({ code: 'report-too-early', opensOn: year.opensOn })
    : ok(null);
}
