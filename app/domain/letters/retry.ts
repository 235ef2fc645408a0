// When a letter that could not be sent is tried again: after growing waits, for about three days.

const FIRST_MINUTES = 1;
const LONGEST_MINUTES = 6 * 60;

/** So often a letter is tried; then it stays in the outbox for somebody to look at. */
export const MOST_ATTEMPTS = 20;

/** Minutes to wait after so many attempts (1 and up): 1, 2, 4 and so on, up to six hours. */
export function minutesToWait(attempts: number): number {
  return Math.min(FIRST_MINUTES * 2 ** Math.max(0, attempts - 1), LONGEST_MINUTES);
}
