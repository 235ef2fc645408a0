// The form of a report on a plan: status and note of each action under its number, and a summary.
import type { ReportDraft } from '#app/domain/award/plan-report.ts';
import { type Typed, typedIn } from './parse-form.ts';

export type ReadReport = {
  readonly draft: ReportDraft;
  readonly readVersion: number;
  /** It goes on to the page that sends it. */
  readonly toPrepare: boolean;
  readonly typed: Typed;
};

/** The report in the form; what is wrong with it is decided in the domain (plan-report.ts). */
export function readReportForm(form: FormData): ReadReport {
  const typed = typedIn(form);
  const numbers = Object.keys(typed).flatMap((field) => /^status-(\d+)$/.exec(field)?.[1] ?? []);
  const actions = new Map(
    numbers.map((number) => [
      number,
      { status: typed[`status-${number}`] ?? '', note: typed[`note-${number}`] ?? '' },
    ]),
  );
  const version = Number(typed['version'] ?? 0);
  return {
    draft: { actions, summary: typed['summary'] ?? '' },
    readVersion: Number.isInteger(version) && version >= 0 ? version : 0,
    toPrepare: typed['intent'] === 'send',
    typed,
  };
}
