// Signing out at a provider: the way there for whoever signs out here, and what it tells us of people who have
// signed out there.
import { addressOf } from '#app/addresses.ts';
import { createHash } from 'node:crypto';
import { BODY_PROVIDER } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { useOnce } from '#db/repositories/accounts/passkey-rows.ts';
import {
  endProviderSessions,
  listLinks,
  listProviders,
  loadLink,
} from '#db/repositories/accounts/providers.ts';
import { Conflict } from '#db/store.ts';
import { withNotice } from '#words/kit/notices.ts';
import { knownProvider } from './known-provider.ts';

/** Where people come back to; a provider may ask for it to be registered. */
const SIGNED_OUT = withNotice(addressOf('/sign-in'), 'signed-out');

/** The page on which a person signs out at the provider that has opened their session; null = there is none. */
export async function signOutAtProvider(
  services: Services,
  { person, provider: id }: { readonly person: string; readonly provider: string },
): Promise<{ readonly url: string; readonly name: string } | null> {
  const { engine, providers, providerSecrets, config } = services;
  const provider = await knownProvider(services, id);
  if (provider === null) return null;
  const links = await listLinks(engine.db, person);
  const link = links.find(({ issuer }) => issuer === provider.access.issuer);
  const sealed = link?.sealedIdToken ?? null;
  const idToken = sealed === null ? null : providerSecrets.open(sealed, link?.id ?? '');
  if (idToken === null) return null;
  const back = `${config.origin}${SIGNED_OUT}`;
  const url = await providers.signOutUrl(provider.access, { idToken, back });
  return url === null ? null : { url, name: provider.name };
}

/** Ends the sessions that a provider has opened for the person of its logout token; false = not believed. */
export async function endSignedOut(services: Services, token: string): Promise<boolean> {
  const provider = await providerOf(services, token);
  if (provider === null) return false;
  const said = await services.providers.signedOut(provider.access, token);
  if (said === null) return false;
  const link = await loadLink(services.engine.db, said);
  const now = services.clock();
  const at = now.toISOString();
  const id = createHash('sha256').update(`logout ${said.issuer} ${said.id}`).digest('hex');
  const expiresAt = new Date(now.getTime() + 10 * 60_000).toISOString();
  try {
    await services.engine.commit([
      useOnce(id, { at, expiresAt }),
      ...(link === null
        ? []
        : [
            endProviderSessions(provider.id, link.userId),
            audit({
              at,
              actor: null,
              event: 'signed-out-by-provider',
              organisation: provider.organisation,
              subject: link.userId,
              details: { provider: provider.id },
            }),
          ]),
    ]);
    return true;
  } catch (error) {
    // Named recovery: the same token was sent before.
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** The provider that a token says it is from, which is not believed before its signature is checked. */
async function providerOf(services: Services, token: string) {
  const { issuer, audiences } = saidIn(token);
  const { body } = services.config.providers;
  const rows = await listProviders(services.engine.db);
  const ids = [
    ...rows.filter((row) => row.issuer === issuer).map(({ id }) => id),
    ...(body?.issuer === issuer ? [BODY_PROVIDER] : []),
  ];
  const known = await Promise.all(ids.map((id) => knownProvider(services, id)));
  return known.find((one) => one !== null && audiences.includes(one.access.clientId)) ?? null;
}

function saidIn(token: string): { issuer: unknown; audiences: readonly unknown[] } {
  try {
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const claims: unknown = JSON.parse(text);
    if (typeof claims !== 'object' || claims === null) return { issuer: null, audiences: [] };
    return { issuer: Reflect.get(claims, 'iss'), audiences: [Reflect.get(claims, 'aud')].flat() };
  } catch {
    // Named recovery: what cannot be read is from nobody.
    return { issuer: null, audiences: [] };
  }
}
