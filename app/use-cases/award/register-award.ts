// The words that an award is found by: its own, and those of everything that its organisation is called,
// was called and became part of.
import { lineOf } from '#app/domain/award/organisation-change.ts';
import { formerNames } from '#app/domain/award/organisation-names.ts';
import { registerWords } from '#app/domain/award/register-words.ts';
import type { Services } from '#app/services.server.ts';
import type { AwardRow } from '#db/repositories/award/award-rows.ts';
import {
  loadWithSuccessors,
  type OrganisationsWithEvents,
} from '#db/repositories/award/organisation-history.ts';
import { replaceWords } from '#db/repositories/award/register-rows.ts';
import type { Write } from '#db/store.ts';

type Given = {
  readonly engine: Pick<Services['engine'], 'db'>;
  readonly library: Pick<Services['library'], 'versions'>;
};

/** What puts a published award into the register, or brings its words up to date. */
export async function registerWrites(
  services: Given,
  award: AwardRow & { readonly publishedAt: string },
): Promise<readonly Write[]> {
  const places = await loadWithSuccessors(services.engine.db, [award.organisationId]);
  return registerWritesFor(services, award, places);
}

/** The same, where the organisation and its successors are known already, as they are to be. */
export function registerWritesFor(
  { library }: Pick<Given, 'library'>,
  award: AwardRow & { readonly publishedAt: string },
  { organisations, events }: OrganisationsWithEvents,
): readonly Write[] {
  const charter = library.versions.get(award.charter)?.charter;
  const level = charter?.levels.find(({ id }) => id === award.level);
  const line = lineOf(award.organisationId, events).flatMap((id) => organisations.get(id) ?? []);
  const named = line.map((organisation) => ({
    id: organisation.id,
    odsCode: organisation.odsCode,
    names: [
      organisation.name,
      ...formerNames(organisation, events),
      ...(organisation.id === award.organisationId ? [award.organisation] : []),
    ],
  }));
  const levelLabel = level?.label ?? award.level;
  return replaceWords(award, registerWords({ ...award, levelLabel, organisations: named }));
}
