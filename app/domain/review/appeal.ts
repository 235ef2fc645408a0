// When an appeal is in time: within ten working days in England after the decision was given (domain.md,
// 1.1 Appeals). The re-review is by a panel that shares nobody with the first.
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

/** Whether two panels have nobody in common. */
export function differ(one: readonly string[], other: readonly string[]): boolean {
  return !one.some((id) => other.includes(id));
}
