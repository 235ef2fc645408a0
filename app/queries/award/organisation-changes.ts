// What an organisation is called, was called and became part of, for the administrator who changes it.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Services } from '#app/services.server.ts';
import { listOrganisations, loadOrganisation } from '#db/repositories/people/places.ts';
import {
  listPredecessors,
  loadWithSuccessors,
} from '#db/repositories/award/organisation-history.ts';
import { listPublishedIn } from '#db/repositories/award/register-rows.ts';
import { organisationView } from './register-entry.ts';

/** The page; null where there is no such organisation, or for anyone else. */
export async function organisationChanges(
  { engine: { db } }: Pick<Services, 'engine'>,
  actor: Actor,
  id: string,
) {
  if (!mayAdminister(actor, 'record-organisation-changes')) return null;
  const found = await loadOrganisation(db, id);
  if (found === null) return null;
  const { name } = found.organisation;
  const others = await listOrganisations(db);
  return {
    ...organisationView(await loadWithSuccessors(db, [id]), id, name),
    predecessors: (await listPredecessors(db, id)).map((one) => one.name),
    departments: found.departments.map((one) => one.name),
    /** How many of its awards are in the register. */
    awards: (await listPublishedIn(db, [id])).length,
    others: others
      .filter((one) => one.id !== id)
      .map((one) => ({ value: one.id, label: one.name })),
  };
}

export type OrganisationChanges = NonNullable<Awaited<ReturnType<typeof organisationChanges>>>;
