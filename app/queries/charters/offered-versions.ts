// The charter versions that an assessment or a round may be started on.
import { isNewer, latestOfEachMajor } from '#app/domain/charter/newer.ts';
import { offerState } from '#app/domain/charter/offer.ts';
import type { Services } from '#app/services.server.ts';
import { listRetired } from '#db/repositories/charters/retired-charters.ts';

type Given = Pick<Services, 'engine' | 'library'>;

/** Published versions that nobody has retired, by id@version; of each charter the newest first. */
export async function offeredVersions({ engine, library }: Given) {
  const retired = new Set((await listRetired(engine.db)).map(({ id }) => id));
  return (
    [...library.versions]
      .filter(
        ([name, { published }]) =>
          offerState({ published, retired: retired.has(name) }) === 'offered',
      )
      // The versions of a charter stand together in the library, so those of others need no order.
      .toSorted(
        ([, { charter: one }], [, { charter: other }]) =>
          Number(isNewer(one, other)) - Number(isNewer(other, one)),
      )
  );
}

/** Of every charter and major number the latest version that is offered, the newest first: what something new starts on. */
export async function latestOffered(services: Given) {
  const offered = await offeredVersions(services);
  const latest = new Set(latestOfEachMajor(offered.map(([, { charter }]) => charter)));
  return offered.filter(([, { charter }]) => latest.has(charter));
}
