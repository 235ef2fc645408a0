// For the day on which a provider that an organisation requires is broken: whoever has the server lets its people
// use passwords again. It opens no account to anybody, and is in the trail.
import { OPERATOR } from '#app/domain/policy/people.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { listOrganisations } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import { changeProvider, loadProviderOf } from '#db/repositories/accounts/providers.ts';
import { passwordsAgainWords } from '#words/people/provider-letters.ts';
import { keepersOf, lettersTo } from './tell-keepers.ts';

/** The organisation, by its id, ODS code or name. */
export async function letPasswordsIn(
  services: Pick<Services, 'engine' | 'clock' | 'newId'>,
  wanted: string,
): Promise<Result<{ readonly organisation: string }, { readonly code: 'no-provider' }>> {
  const { engine, clock, newId } = services;
  const all = await listOrganisations(engine.db);
  const place = all.find(({ id, name, odsCode }) => [id, name, odsCode].includes(wanted));
  if (place === undefined) return refused({ code: 'no-provider' });
  const row = await loadProviderOf(engine.db, place.id);
  if (row === null) return refused({ code: 'no-provider' });
  await engine.commit([
    changeProvider(row.id, row.version, { required: false }),
    ...lettersTo(services, await keepersOf(services, place.id), {
      key: `provider-optional ${newId()}`,
      ...passwordsAgainWords(place.name, row.name),
    }),
    audit({
      at: clock().toISOString(),
      actor: null,
      event: 'provider-set',
      organisation: place.id,
      subject: place.id,
      details: { required: false, by: OPERATOR },
    }),
  ]);
  return ok({ organisation: place.id });
}
