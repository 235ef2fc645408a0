// Tries that failed are forgotten when they count no longer: every address that was ever guessed would else
// stay. What was used up, such as the challenge of a passkey, is forgotten once it has expired.
import type { Services } from '#app/services.server.ts';
import { forgetTriesBefore } from '#db/repositories/accounts/failed-tries.ts';
import { forgetUsed } from '#db/repositories/accounts/passkey-rows.ts';

/** Forgets the hours that count no longer. */
export async function forgetOldTries({
  engine,
  clock,
}: Pick<Services, 'engine' | 'clock'>): Promise<object> {
  const now = clock();
  await engine.commit([forgetTriesBefore(now.getTime()), forgetUsed(now.toISOString())]);
  return {};
}
