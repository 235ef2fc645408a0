// When people are reminded of what follows an award: a report 30 days before it is due, on the day, and 30
// days after; the end of the award 12, 6 and 3 months before. One that was missed while the service was
// down is not made up for: only the latest is written.
import { addDays, addMonths } from '#app/domain/calendar-entries.ts';

export type ReportRule = 'soon' | 'due' | 'late';

/** The rule that holds on this day; null = none yet. */
export function reportRule(dueOn: string, today: string): ReportRule | null {
  if (today >= addDays(dueOn, 30)) return 'late';
  if (today >= dueOn) return 'due';
  return today >= addDays(dueOn, -30) ? 'soon' : null;
}

const EXPIRY_MONTHS = [12, 6, 3] as const;

/** The months of the reminder that holds on this day; null = none yet, or it is over. */
export function expiryRule(lastDay: string, today: string): (typeof EXPIRY_MONTHS)[number] | null {
  if (today > lastDay) return null;
  return EXPIRY_MONTHS.findLast((months) => today >= (addMonths(lastDay, -months) ?? '')) ?? null;
}
