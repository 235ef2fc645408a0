// The provider that may vouch for a person: their organisation's, or the awarding body's; and their link there.
import type { Actor } from '#app/domain/policy/actor.ts';
import { BODY_PROVIDER, vouchesFor } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { listLinks, loadProviderOf } from '#db/repositories/accounts/providers.ts';

type Given = Pick<Services, 'engine' | 'config'>;

/** Its name and whether the account is linked; null where none may vouch for all that somebody does. */
export async function ownProvider({ engine, config }: Given, actor: Actor) {
  const provider = await vouching({ engine, config }, actor);
  if (provider === null) return null;
  const links = await listLinks(engine.db, actor.id);
  const link = links.find(({ issuer }) => issuer === provider.issuer) ?? null;
  const { id, name, required } = provider;
  return { id, name, required, linked: link !== null };
}

/** The name of the provider where the person is linked; null = nowhere. */
export async function linkedProviderName(services: Given, actor: Actor): Promise<string | null> {
  const own = await ownProvider(services, actor);
  return own?.linked === true ? own.name : null;
}

async function vouching({ engine, config }: Given, { memberships }: Pick<Actor, 'memberships'>) {
  const [first] = memberships;
  if (first === undefined || !vouchesFor(memberships, first.organisation)) return null;
  if (first.organisation !== null) return loadProviderOf(engine.db, first.organisation);
  const { body } = config.providers;
  return body === null ? null : { ...body, id: BODY_PROVIDER, required: false };
}

/** The page of the links: the provider that may vouch, and every link with the address behind it. */
export async function ownProviderPage(services: Given, actor: Actor) {
  const links = await listLinks(services.engine.db, actor.id);
  return {
    provider: await ownProvider(services, actor),
    links: links.map(({ id, issuer, createdAt }) => ({ id, issuer, createdAt })),
  };
}
