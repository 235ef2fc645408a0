// Failed sign-ins are forgotten a day after the last one: no wait is longer than a quarter of an hour, and
// every address that was ever guessed would else stay.
import type { Services } from '#app/services.server.ts';
import { forgetFailuresBefore } from '#db/repositories/sign-in-failures.ts';

const DAY = 24 * 60 * 60_000;

/** Forgets what was counted last more than a day ago. */
export async function forgetOldFailures({
  engine,
  clock,
}: Pick<Services, 'engine' | 'clock'>): Promise<object> {
  await engine.commit([forgetFailuresBefore(new Date(clock().getTime() - DAY).toISOString())]);
  return {};
}
