// Links one's own account to what a provider has said of oneself, and takes the link away. The owner is told by
// mail; both come after a proof of who asks.
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Proof } from '#app/domain/policy/proof.ts';
import { vouchesFor } from '#app/domain/policy/provider.ts';
import {
  checkLinking,
  checkOwner,
  checkUnlinking,
  type NotUnlinked,
} from '#app/domain/policy/provider-link.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  deleteLink,
  insertLink,
  listLinks,
  loadLink,
} from '#db/repositories/accounts/providers.ts';
import { loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { type ProviderChange, providerChanged } from '#words/accounts/security-letters.ts';
import { askOwnProvider, type AskProblem, type Sent } from './ask-provider.ts';
import { confirmIdentity, type ConfirmProblem } from './confirm-identity.ts';
import { linkOf, requiredProvider } from './known-provider.ts';
import { securityLetter } from './security-letter.ts';
import type { Believed } from './sign-in-at-provider.ts';

export type LinkProblem =
  /** Another account here signs in as this very person there. */
  | { readonly code: 'link-taken' }
  /** The account is linked to somebody else there: that link goes first. */
  | { readonly code: 'other-person' }
  | { readonly code: 'roles-elsewhere'; readonly provider: string };

export type UnlinkProblem = ConfirmProblem | { readonly code: 'not-found' } | NotUnlinked;

/** The way to the provider, once somebody has shown who they are. */
export async function beginLink(
  services: Services,
  actor: Actor,
  proof: Proof,
): Promise<Result<Sent, AskProblem | ConfirmProblem>> {
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  return askOwnProvider(services, actor, { kind: 'link', session: proof.session ?? '' });
}

/** Links the account to whoever has signed in at the provider. */
export async function linkProvider(
  services: Services,
  actor: Actor,
  { provider, claims }: Believed,
): Promise<Result<null, LinkProblem>> {
  const { engine, clock } = services;
  if (!vouchesFor(actor.memberships, provider.organisation)) {
    return refused({ code: 'roles-elsewhere', provider: provider.name });
  }
  const { issuer, subject } = claims;
  const linking = checkLinking(await listLinks(engine.db, actor.id), claims);
  if (!linking.ok) return linking;
  if (!linking.value) return ok(null);
  const at = clock().toISOString();
  try {
    await engine.commit([
      insertLink(linkOf(claims), { userId: actor.id, issuer, subject, at }),
      ...told(services, actor, { at, what: 'provider-linked', name: provider.name }),
    ]);
    return ok(null);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Named recovery: sent twice, or somebody else's.
    const link = await loadLink(engine.db, claims);
    return checkOwner(link, actor.id, 'link-taken');
  }
}

/** Takes a link away; the last way into the account stays. */
export async function unlinkProvider(
  services: Services,
  actor: Actor,
  { link: id, proof }: { readonly link: string; readonly proof: Proof },
): Promise<Result<null, UnlinkProblem>> {
  const { engine, clock } = services;
  const links = await listLinks(engine.db, actor.id);
  const link = links.find((one) => one.id === id);
  if (link === undefined) return refused({ code: 'not-found' });
  const account = await loadAccountOf(engine.db, actor.id);
  const required = await requiredProvider(services, actor.id);
  const unlinking = checkUnlinking({
    hasPassword: account !== null && account.passwordHash !== null,
    passkeys: account?.passkeys ?? 0,
    links: links.length,
    issuer: link.issuer,
    required: required?.access.issuer ?? null,
  });
  if (!unlinking.ok) return unlinking;
  const confirmed = await confirmIdentity(services, actor, proof);
  if (!confirmed.ok) return confirmed;
  const at = clock().toISOString();
  await engine.commit([
    deleteLink(id, actor.id),
    ...told(services, actor, { at, what: 'provider-unlinked', name: link.issuer }),
  ]);
  return ok(null);
}

type Told = { readonly at: string; readonly what: ProviderChange; readonly name: string };

function told(services: Services, actor: Actor, { at, what, name }: Told): readonly Write[] {
  return [
    audit({ at, actor: actor.id, event: what, organisation: null, subject: actor.id }),
    securityLetter(services, actor.email, {
      at,
      key: `${what} ${actor.id} ${at}`,
      ...providerChanged(what, name),
    }),
  ];
}
