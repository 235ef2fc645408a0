// The second factor of a person, as an administrator sees it: whether there is one, and whether it goes.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Services } from '#app/services.server.ts';
import { loadFactorReset } from '#db/repositories/accounts/factor-resets.ts';
import { loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';

/** null where there is nobody, or for anyone but an administrator. */
export async function personFactorPage(
  { engine }: Pick<Services, 'engine'>,
  actor: Actor,
  person: string,
) {
  if (!mayAdminister(actor, 'take-factor-away')) return null;
  const account = await loadAccountOf(engine.db, person);
  if (account === null) return null;
  return {
    id: person,
    name: account.name,
    isOwn: person === actor.id,
    authenticator: account.sealedSecret !== null,
    passkeys: account.passkeys,
    reset: await loadFactorReset(engine.db, person),
  };
}
