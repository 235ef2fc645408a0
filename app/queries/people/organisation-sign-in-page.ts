// How the people of an organisation sign in, for a lead of all of it.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayKeepProvider } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { loadOrganisation } from '#db/repositories/people/places.ts';
import { loadProviderOf } from '#db/repositories/accounts/providers.ts';

/** What is set, without the secret; null for whoever does not set it. */
export async function organisationSignInPage(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  actor: Actor,
  id: string,
) {
  const found = await loadOrganisation(engine.db, id);
  if (found === null || !mayKeepProvider(actor, id)) return null;
  const { organisation } = found;
  const row = await loadProviderOf(engine.db, id);
  return {
    id,
    name: organisation.name,
    needsSecondFactor: organisation.needsSecondFactor,
    origin: config.origin,
    provider:
      row === null
        ? null
        : {
            name: row.name,
            issuer: row.issuer,
            clientId: row.clientId,
            provesTwoFactors: row.provesTwoFactors,
            required: row.required,
            version: row.version,
          },
  };
}

export type OrganisationSignInPage = NonNullable<
  Awaited<ReturnType<typeof organisationSignInPage>>
>;
