// The charter versions that an assessment or a round may be started on.
import { offerState } from '#app/domain/charter/offer.ts';
import type { Services } from '#app/services.server.ts';
import { listRetired } from '#db/repositories/retired-charters.ts';

/** Published versions that nobody has retired, by id@version. */
export async function offeredVersions({ engine, library }: Pick<Services, 'engine' | 'library'>) {
  const retired = new Set((await listRetired(engine.db)).map(({ id }) => id));
  return [...library.versions].filter(
    ([name, { published }]) => offerState({ published, retired: retired.has(name) }) === 'offered',
  );
}
