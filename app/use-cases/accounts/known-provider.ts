// The providers that this service knows: those that organisations have set, and the awarding body's own, which
// stands in the settings of the installation.
import { createHash } from 'node:crypto';
import type { Membership } from '#app/domain/policy/actor.ts';
import { BODY_PROVIDER, vouchesFor } from '#app/domain/policy/provider.ts';
import type { ProviderAccess } from '#app/identity-ports.ts';
import type { Services } from '#app/services.server.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import {
  listLinks,
  loadProvider,
  loadProviderOf,
  type Link,
  type ProviderRow,
} from '#db/repositories/accounts/providers.ts';

type Given = Pick<Services, 'engine' | 'config' | 'providerSecrets'>;

export type KnownProvider = {
  readonly id: string;
  /** What the button says. */
  readonly name: string;
  /** null = the awarding body. */
  readonly organisation: string | null;
  readonly access: ProviderAccess;
  readonly provesTwoFactors: string;
  readonly required: boolean;
};

/** The provider with this id; null where there is none, or its secret can no longer be read. */
export async function knownProvider(services: Given, id: string): Promise<KnownProvider | null> {
  if (id === BODY_PROVIDER) return bodyProvider(services);
  const row = await loadProvider(services.engine.db, id);
  return row === null ? null : asKnown(services, row);
}

function bodyProvider({ config }: Pick<Given, 'config'>): KnownProvider | null {
  const { body } = config.providers;
  if (body === null) return null;
  const { name, provesTwoFactors, ...access } = body;
  return { id: BODY_PROVIDER, name, organisation: null, access, provesTwoFactors, required: false };
}

/** A provider as it stands in the database, with its secret. */
function asKnown(
  { providerSecrets }: Pick<Given, 'providerSecrets'>,
  row: ProviderRow,
): KnownProvider | null {
  const clientSecret = providerSecrets.open(row.sealedClientSecret, row.id);
  if (clientSecret === null) return null;
  return {
    id: row.id,
    name: row.name,
    organisation: row.organisationId,
    access: { issuer: row.issuer, clientId: row.clientId, clientSecret },
    provesTwoFactors: row.provesTwoFactors,
    required: row.required,
  };
}

/** The provider that may vouch for all that somebody may do, and their link there; null = there is none. */
export async function providerFor(
  services: Given,
  userId: string,
): Promise<{ readonly provider: KnownProvider; readonly link: Link | null } | null> {
  const { db } = services.engine;
  const provider = await vouching(services, await loadMemberships(db, userId));
  if (provider === null) return null;
  const links = await listLinks(db, userId);
  const link = links.find(({ issuer }) => issuer === provider.access.issuer) ?? null;
  return { provider, link };
}

async function vouching(
  services: Given,
  memberships: readonly Membership[],
): Promise<KnownProvider | null> {
  const [first] = memberships;
  if (first === undefined || !vouchesFor(memberships, first.organisation)) return null;
  if (first.organisation === null) return bodyProvider(services);
  const row = await loadProviderOf(services.engine.db, first.organisation);
  return row === null ? null : asKnown(services, row);
}

/** The provider where somebody must sign in; null = they may sign in in other ways. */
export async function requiredProvider(
  services: Given,
  userId: string,
): Promise<KnownProvider | null> {
  const found = await providerFor(services, userId);
  return found !== null && found.provider.required && found.link !== null ? found.provider : null;
}

/** The provider that asks somebody to link their account, which they have not done yet; null = none does. */
export async function unlinkedProvider(
  services: Given,
  userId: string,
): Promise<KnownProvider | null> {
  const found = await providerFor(services, userId);
  return found !== null && found.provider.required && found.link === null ? found.provider : null;
}

/** The id of the link of a subject: always the same, so that no two accounts are linked to one. */
export function linkOf({ issuer, subject }: Pick<Link, 'issuer' | 'subject'>): string {
  return createHash('sha256')
    .update(JSON.stringify(['link', issuer, subject]))
    .digest('hex');
}
