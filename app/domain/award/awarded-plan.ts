// The plan that an award was made for: the actions as they were submitted, each with its number. They carry
// no other name, because the record of a decision holds none.
import { type ActionStatus, STATUSES } from '#app/domain/action-plan/action.ts';
import type { DecisionRecord } from '#app/domain/review/decision-record.ts';
import type { ReportedAction } from './plan-report.ts';

export type AwardedAction = {
  /** From 1. */
  readonly number: string;
  readonly objective: string;
  readonly criteria: readonly string[];
  readonly owner: string;
  readonly dueOn: string | null;
  readonly status: ActionStatus;
};

/** The actions in the order of the plan. */
export function awardedPlan({
  content,
}: Pick<DecisionRecord, 'content'>): readonly AwardedAction[] {
  return (content.actions ?? []).map((action, index) => ({
    number: String(index + 1),
    objective: action.objective,
    criteria: action.criteria ?? [],
    owner: action.owner ?? '',
    dueOn: action.dueOn ?? null,
    status: action.status ?? 'not-started',
  }));
}

/** The plan with what was last reported of each action. */
export function withReport(
  plan: readonly AwardedAction[],
  reported: readonly ReportedAction[],
): readonly (AwardedAction & { readonly note: string })[] {
  return plan.map((action) => {
    const found = reported.find((one) => one.action === action.number);
    const status = STATUSES.find((known) => known === found?.status) ?? action.status;
    return { ...action, status, note: found?.note ?? '' };
  });
}
