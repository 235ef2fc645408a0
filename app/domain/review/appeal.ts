// When an appeal is in time: within ten working days in England after the decision was given (domain.md,
// 1.1 Appeals). The re-review is by a panel that shares nobody with the first.
import { REVIEW_TEXTS } from '#app/domain/limits.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { addWorkingDays } from './working-days.ts';

const APPEAL_DAYS = 10;

/** The last day on which a decision of this day can be appealed. */
export function lastAppealDay(decidedOn: string): string {
  return addWorkingDays(decidedOn, APPEAL_DAYS);
}

/** Whether an appeal can still be made today; days are YYYY-MM-DD in London. */
export function inTimeToAppeal(decidedOn: string, today: string): boolean {
  return today <= lastAppealDay(decidedOn);
}

export type NotAppealed =
  | { readonly code: 'no-decision' }
  | { readonly code: 'appealed-already' }
  | { readonly code: 'too-late-to-appeal'; readonly lastDay: string }
  | TextRule<'grounds-wrong'>;

type Appealing<Decision> = {
  /** The newest; undefined = there is none. */
  readonly decision: Decision | undefined;
  readonly appeals: readonly { readonly decisionId: string; readonly outcome: string | null }[];
  readonly grounds: string;
  /** YYYY-MM-DD in London. */
  readonly today: string;
};

/** The decision that is appealed, and on which grounds. The decision on an appeal is the last word. */
export function checkAppeal<Decision extends { readonly id: string; readonly decidedAt: string }>({
  decision,
  appeals,
  grounds: typed,
  today,
}: Appealing<Decision>): Result<{ decision: Decision; grounds: string }, NotAppealed> {
  if (decision === undefined) return refused({ code: 'no-decision' });
  const isAppealed = appeals.some(
    (appeal) => appeal.decisionId === decision.id || appeal.outcome === 'accepted',
  );
  if (isAppealed) return refused({ code: 'appealed-already' });
  const decidedOn = londonDay(decision.decidedAt);
  if (!inTimeToAppeal(decidedOn, today)) {
    return refused({ code: 'too-late-to-appeal', lastDay: lastAppealDay(decidedOn) });
  }
  const grounds = mustWrite(REVIEW_TEXTS.grounds, typed);
  return grounds.ok ? ok({ decision, grounds: grounds.value }) : grounds;
}

export type NotAnswered =
  | { readonly code: 'answered-already' }
  /** The panel shares somebody with the one that decided. */
  | { readonly code: 'same-people' };

/** The appeal, where it waits for an answer. */
export function checkAnswering<Appeal extends { readonly closedAt: string | null }>(
  appeal: Appeal,
): Result<Appeal, Extract<NotAnswered, { code: 'answered-already' }>> {
  return appeal.closedAt === null ? ok(appeal) : refused({ code: 'answered-already' });
}

/** Whether a panel may review again what these people decided: nobody is on both. Ids of people. */
export function checkOtherPanel(
  decided: readonly string[],
  panel: readonly string[],
): Result<null, Extract<NotAnswered, { code: 'same-people' }>> {
  return decided.some((id) => panel.includes(id)) ? refused({ code: 'same-people' }) : ok(null);
}
