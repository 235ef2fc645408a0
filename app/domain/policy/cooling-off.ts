// After a password was reset without the second factor, whoever did it may not be the owner: for a day they
// neither sign nor record a decision, while the owner has had the letter that says so.

const COOLING_OFF_HOURS = 24;

/** Whether choosing a new password through a link counts as a reset; the first one of an account never does. */
export function countsAsReset({ secondFactor }: { readonly secondFactor: boolean }): boolean {
  return !secondFactor;
}

/**
 * Until when an account whose password was reset at this moment may not sign or decide, all in milliseconds
 * since 1970; null = it may. The end itself is late enough.
 */
export function heldUntil(resetAt: number | null, now: number): number | null {
  if (resetAt === null) return null;
  const until = resetAt + COOLING_OFF_HOURS * 3_600_000;
  return now < until ? until : null;
}
