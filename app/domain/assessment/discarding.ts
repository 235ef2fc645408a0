// A draft that is thrown away is out of every list, and can be brought back for a time. Nothing is deleted.
import { addDays } from '#app/domain/calendar-entries.ts';

export const RESTORABLE_DAYS = 30;

/** The last day (London) on which a draft that was discarded on this day can be restored. */
export function lastDayToRestore(discardedOn: string): string {
  return addDays(discardedOn, RESTORABLE_DAYS);
}

/** Whether it can still be restored. */
export function isRestorable(discardedOn: string, today: string): boolean {
  return today <= lastDayToRestore(discardedOn);
}
