// The authenticator apps of the demo's people: its first page plays them.
import type { Services } from '#app/services.server.ts';
import { loadAccountByEmail } from '#db/repositories/accounts/sign-in-accounts.ts';

/** What each app shows now, by email address; nothing in any mode but the demo. */
export async function demoCodes({
  demo,
  engine,
  authenticators,
  clock,
}: Pick<Services, 'demo' | 'engine' | 'authenticators' | 'clock'>): Promise<
  Readonly<Record<string, string>>
> {
  const codes: Record<string, string> = {};
  for (const { email, secondFactor } of demo?.people ?? []) {
    const account = secondFactor ? await loadAccountByEmail(engine.db, email) : null;
    if (account === null || account.sealedSecret === null) continue;
    const key = { sealed: account.sealedSecret, userId: account.id };
    const code = authenticators.codeAt(key, clock().getTime());
    if (code !== null) codes[email] = code;
  }
  return codes;
}
