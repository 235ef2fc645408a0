// A draft that is thrown away is out of every list, and can be brought back for a time. Nothing is deleted.
import { addDays } from '#app/domain/calendar-entries.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { checkNameFree } from './draft-name.ts';

export const RESTORABLE_DAYS = 30;

/** The last day (London) on which a draft that was discarded on this day can be restored. */
export function lastDayToRestore(discardedOn: string): string {
  return addDays(discardedOn, RESTORABLE_DAYS);
}

/** Whether it can still be restored. */
export function isRestorable(discardedOn: string, today: string): boolean {
  return today <= lastDayToRestore(discardedOn);
}

/** Whether it may be thrown away: what was ever submitted stays. */
export function checkDiscarding(
  submissions: readonly unknown[],
): Result<null, { readonly code: 'was-submitted' }> {
  return submissions.length === 0 ? ok(null) : refused({ code: 'was-submitted' });
}

export type NotRestored =
  | { readonly code: 'restore-over'; readonly lastDay: string }
  /** The award that it renews is renewed by another one by now. */
  | { readonly code: 'renewal-runs' }
  /** Another one of the department is called so by now, or has no name either. */
  | { readonly code: 'name-taken-meanwhile' };

type Restoring = {
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly discardedAt: string;
  /** The assessment that renews the award that it renews, by id; null = none does. */
  readonly renewal: string | null;
  /** The others of the department that are under way for its charter. */
  readonly others: readonly { readonly name: string }[];
  readonly now: string;
};

/** Whether it may be brought back. */
export function checkRestoring({
  name,
  discardedAt,
  renewal,
  others,
  now,
}: Restoring): Result<null, NotRestored> {
  const discardedOn = londonDay(discardedAt);
  if (!isRestorable(discardedOn, londonDay(now))) {
    return refused({ code: 'restore-over', lastDay: lastDayToRestore(discardedOn) });
  }
  if (renewal !== null) return refused({ code: 'renewal-runs' });
  return checkNameFree(name, others).ok ? ok(null) : refused({ code: 'name-taken-meanwhile' });
}
