// Where people work and have worked, from which conflicts of interest are found.
import type { WorkPlaces } from '#app/domain/review/interest.ts';
import { listPastEmployments, listPresentPlaces } from '#db/repositories/review/panel-rows.ts';
import type { Db } from '#db/store.ts';

/** Where each of these people works and has worked. */
export async function workPlaces(
  db: Db,
  people: readonly string[],
): Promise<(id: string) => WorkPlaces> {
  const asked = [...new Set(people)];
  const now = placesByPerson(await listPresentPlaces(db, asked));
  const before = placesByPerson(await listPastEmployments(db, asked));
  return (id) => ({ id, now: now.get(id) ?? [], before: before.get(id) ?? [] });
}

type Employment = { readonly userId: string; readonly organisationId: string };

function placesByPerson(places: readonly Employment[]): ReadonlyMap<string, readonly string[]> {
  const byPerson = Map.groupBy(places, ({ userId }) => userId);
  return new Map(
    [...byPerson].map(([id, held]) => [id, held.map(({ organisationId }) => organisationId)]),
  );
}
