// How somebody can prove once more who they are, for the form that asks it.
import type { Actor } from '#app/domain/policy/actor.ts';
import { isStillConfirmed } from '#app/domain/policy/proof.ts';
import { linkedProviderName } from './own-provider.ts';
import type { Services } from '#app/services.server.ts';
import { loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';

export type ProofAsked = {
  /**
   * passkey = by it, or by password and a recovery code; confirmed = a provider has confirmed it; elsewhere =
   * it must first, because there is no password.
   */
  readonly by: 'password' | 'password-and-code' | 'passkey' | 'confirmed' | 'elsewhere';
  /** Whether there is a passkey that can confirm it. */
  readonly passkey: boolean;
  /** The provider where they sign in, which can confirm it; null = none. */
  readonly provider: string | null;
};

type Session = { readonly confirmedAt: string | null } | null;

/** What is asked of this person in this session. */
export async function proofAsked(
  { engine, clock, config }: Pick<Services, 'engine' | 'clock' | 'config'>,
  actor: Actor,
  session: Session,
): Promise<ProofAsked> {
  const account = await loadAccountOf(engine.db, actor.id);
  const passkey = (account?.passkeys ?? 0) > 0;
  const at = session?.confirmedAt ?? null;
  const confirmed = at !== null && isStillConfirmed(Date.parse(at), clock().getTime());
  const provider = await linkedProviderName({ engine, config }, actor);
  return { by: byOf(account, { confirmed, passkey }), passkey, provider };
}

function byOf(
  account: { readonly passwordHash: string | null; readonly sealedSecret: string | null } | null,
  { confirmed, passkey }: { readonly confirmed: boolean; readonly passkey: boolean },
): ProofAsked['by'] {
  if (confirmed) return 'confirmed';
  if (account?.passwordHash == null) return 'elsewhere';
  if (account.sealedSecret !== null) return 'password-and-code';
  return passkey ? 'passkey' : 'password';
}
