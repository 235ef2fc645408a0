// Somebody is back from a provider. What it says counts for the account that is linked to this issuer and
// subject, and for nobody else: an address or a domain links nobody.
import { createHash } from 'node:crypto';
import { hasFactor } from '#app/domain/policy/own-factor.ts';
import { usableAccount } from '#app/domain/policy/people.ts';
import type { Browser } from '#app/domain/policy/proof.ts';
import {
  type Asked,
  PROVIDER_MINUTES,
  provesTwoFactors,
  type ProviderClaims,
  providerMethod,
  type ProviderTrouble,
  type Purpose,
  vouchesFor,
} from '#app/domain/policy/provider.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { useOnce } from '#db/repositories/accounts/passkey-rows.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import { keepIdToken, type Link, loadLink } from '#db/repositories/accounts/providers.ts';
import { loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { acceptInvitation, type AcceptProblem } from './accept-invitation.ts';
import type { ProviderUnknown } from './ask-provider.ts';
import { beginSession } from './begin-session.ts';
import { type KnownProvider, knownProvider } from './known-provider.ts';
import { ticketOf } from './second-step-ticket.ts';

export type ProviderSignInProblem =
  | ProviderTrouble
  | ProviderUnknown
  | AcceptProblem
  /** No account here is linked to whoever signed in there. */
  | { readonly code: 'no-link'; readonly provider: string; readonly email: string | null }
  /** They may do things elsewhere, too, for which this provider cannot vouch. */
  | { readonly code: 'roles-elsewhere'; readonly provider: string };

export type Answered = {
  readonly asked: Asked;
  /** The address with which the person came back. */
  readonly came: URL;
};

/** What a provider has said, of which provider. */
export type Believed = { readonly provider: KnownProvider; readonly claims: ProviderClaims };

/** What the provider says, looked at once: a second time it answers nothing. */
export async function providerAnswer(
  services: Services,
  { asked, came }: Answered,
): Promise<Result<Believed, ProviderTrouble | ProviderUnknown>> {
  const provider = await knownProvider(services, asked.provider);
  if (provider === null) return refused({ code: 'provider-unknown' });
  const { question } = asked;
  const fresh = await isFirst(services, question.state);
  const answer = fresh
    ? await services.providers.answer(provider.access, { came, question })
    : refused({ code: 'provider', fault: 'not-asked' } as const);
  if (!answer.ok) {
    services.log('provider-refused', { provider: provider.id, fault: answer.problem.fault });
    return answer;
  }
  return ok({ provider, claims: answer.value });
}

async function isFirst({ engine, clock }: Services, state: string): Promise<boolean> {
  const id = createHash('sha256').update(`provider ${state}`).digest('hex');
  const now = clock();
  const expiresAt = new Date(now.getTime() + PROVIDER_MINUTES * 60_000).toISOString();
  try {
    await engine.commit([useOnce(id, { at: now.toISOString(), expiresAt })]);
    return true;
  } catch (error) {
    // Named recovery: it was used before.
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** A new session, or a ticket for the second step; both are for a cookie. */
export type ProviderSignedIn =
  | { readonly kind: 'session'; readonly token: string; readonly account: string }
  | { readonly kind: 'second-step'; readonly ticket: string };

type SignInPurpose = Extract<Purpose, { readonly kind: 'sign-in' | 'accept' }>;

type Command = {
  readonly purpose: SignInPurpose;
  readonly believed: Believed;
  readonly browser: (account: string) => Browser;
};

/** What the answer of a provider opens. */
export async function signInAtProvider(
  services: Services,
  { purpose, believed, browser }: Command,
): Promise<Result<ProviderSignedIn, ProviderSignInProblem>> {
  const { provider, claims } = believed;
  if (purpose.kind === 'accept') {
    const accepted = await acceptInvitation(services, null, {
      token: purpose.token,
      account: {
        email: purpose.email,
        name: purpose.name,
        linked: { provider, issuer: claims.issuer, subject: claims.subject },
      },
    });
    if (!accepted.ok) return accepted;
  }
  const link = await loadLink(services.engine.db, claims);
  const linked = link === null ? null : await loadAccountOf(services.engine.db, link.userId);
  const account = usableAccount(linked);
  if (link === null || account === null) {
    return nobodyHere(services, believed);
  }
  const memberships = await loadMemberships(services.engine.db, account.id);
  if (!vouchesFor(memberships, provider.organisation)) {
    return refused({ code: 'roles-elsewhere', provider: provider.name });
  }
  const twoFactors = provesTwoFactors(provider.provesTwoFactors, claims);
  const method = providerMethod({ provider: provider.id, twoFactors });
  const writes = [kept(services, link, claims)];
  if (!twoFactors && hasFactor(account)) {
    await services.engine.commit(writes);
    return ok({ kind: 'second-step', ticket: ticketOf(services, account, provider.id) });
  }
  const { agent, session: replaces } = browser(account.email);
  try {
    const token = await beginSession(services, { account, method, agent, replaces, writes });
    return ok({ kind: 'session', token, account: account.email });
  } catch (error) {
    // Named recovery: the account was closed, or its second factor changed, at this moment.
    if (error instanceof Conflict) return nobodyHere(services, believed);
    throw error;
  }
}

function kept(
  { providerSecrets, clock }: Services,
  { id }: Pick<Link, 'id'>,
  { idToken }: Pick<ProviderClaims, 'idToken'>,
): Write {
  return keepIdToken(id, providerSecrets.seal(idToken, id), clock().toISOString());
}

async function nobodyHere(
  { engine, clock }: Services,
  { provider, claims }: Believed,
): Promise<Result<never, ProviderSignInProblem>> {
  await engine.commit([
    audit({
      at: clock().toISOString(),
      actor: null,
      event: 'sign-in-refused',
      organisation: provider.organisation,
      subject: null,
      details: { provider: provider.id, why: 'no-link' },
    }),
  ]);
  return refused({ code: 'no-link', provider: provider.name, email: claims.email });
}
