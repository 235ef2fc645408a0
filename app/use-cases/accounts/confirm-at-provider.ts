// Somebody who is signed in has signed in once more at their provider, to show that it is still them. Where the
// account has a second factor of its own and the provider proves none, the code is asked for here.
import type { Actor } from '#app/domain/policy/actor.ts';
import { checkProviderProof } from '#app/domain/policy/own-factor.ts';
import { checkOwner } from '#app/domain/policy/provider-link.ts';
import { provesTwoFactors } from '#app/domain/policy/provider.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { loadLink } from '#db/repositories/accounts/providers.ts';
import { loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';
import { confirmSession } from '#db/repositories/accounts/session-rows.ts';
import { codeIsRight } from './code-is-right.ts';
import type { GateProblem } from './guessing-gate.ts';
import type { Believed } from './sign-in-at-provider.ts';

export type ConfirmAtProviderProblem =
  /** Whoever signed in there is not the one who is signed in here. */
  | { readonly code: 'other-person' }
  /** The account has a passkey and the provider proves no second factor. */
  | { readonly code: 'use-passkey' };

type Asked = { readonly session: string };

/** Whether it is confirmed, or needs the code of the account, too. */
export async function confirmAtProvider(
  services: Services,
  actor: Actor,
  { session, provider, claims }: Asked & Believed,
): Promise<Result<'confirmed' | 'needs-code', ConfirmAtProviderProblem>> {
  const { engine } = services;
  const link = await loadLink(engine.db, claims);
  const own = checkOwner(link, actor.id, 'other-person');
  if (!own.ok) return own;
  const account = await loadAccountOf(engine.db, actor.id);
  const twoFactors = provesTwoFactors(provider.provesTwoFactors, claims);
  const proved = checkProviderProof(account, { twoFactors });
  if (!proved.ok) return proved;
  if (proved.value === 'confirmed') await confirm(services, actor, session);
  return proved;
}

/** The second half, by the code of the authenticator app. */
export async function confirmWithCode(
  services: Services,
  actor: Actor,
  { session, code }: Asked & { readonly code: string },
): Promise<Result<null, GateProblem | { readonly code: 'code-wrong' }>> {
  const account = await loadAccountOf(services.engine.db, actor.id);
  if (account === null) return refused({ code: 'code-wrong' });
  const right = await codeIsRight(services, account, { code, from: `session ${session}` });
  if (!right.ok) return right;
  await confirm(services, actor, session);
  return ok(null);
}

async function confirm({ engine, clock }: Services, actor: Actor, session: string): Promise<void> {
  const at = clock().toISOString();
  await engine.commit([
    confirmSession(session, at),
    audit({
      at,
      actor: actor.id,
      event: 'confirmed-at-provider',
      organisation: null,
      subject: actor.id,
    }),
  ]);
}
