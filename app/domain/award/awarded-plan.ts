// The plan that an award was made for: the actions as they were submitted, each with its number. They carry
// no other name, because the record of a decision holds none.
import type { Action, ActionStatus } from '#app/domain/plan/action.ts';
import { STATUSES } from '#app/domain/plan/action-fields.ts';
import { assessmentOf } from '#app/domain/formats/assessment-file.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import type { ReportedAction } from './plan-report.ts';

/** An action with its number in the plan, from 1. */
export type AwardedAction = Action & { readonly number: string };

/** The actions in the order of the plan. */
export function awardedPlan({
  content,
}: Pick<DecisionRecord, 'content'>): readonly AwardedAction[] {
  return assessmentOf(content).actions.map((action, index) => ({
    ...action,
    number: String(index + 1),
  }));
}

/** An action with what a report says of it so far. */
export type ReportedOn = Omit<AwardedAction, 'status'> & {
  /** null = not known. */
  readonly status: ActionStatus | null;
  readonly note: string;
};

/** The plan in a report as it is saved: what nobody has said yet stays open. */
export function asReported(
  plan: readonly AwardedAction[],
  reported: readonly ReportedAction[],
): readonly ReportedOn[] {
  return plan.map((action) => {
    const found = reported.find((one) => one.action === action.number);
    return { ...action, status: found?.status ?? null, note: found?.note ?? '' };
  });
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
