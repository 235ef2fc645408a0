// The pages of a charter administrator: organisations, departments, people and roles; never a draft.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { peopleOf } from '#app/queries/people/people-with-roles.ts';
import type { Services } from '#app/services.server.ts';
import { countWaitingLetters } from '#db/repositories/letters/letters-to-send.ts';
import { listOrganisations, listRoles, loadOrganisation } from '#db/repositories/people/places.ts';

type Given = Pick<Services, 'engine'>;

/** Organisations and the people of the awarding body; null for anyone else. */
export async function administrationPage({ engine }: Given, actor: Actor) {
  if (!mayAdminister(actor, 'keep-organisations')) return null;
  return {
    organisations: (await listOrganisations(engine.db)).map(({ id, name }) => ({ id, name })),
    people: peopleOf(await listRoles(engine.db, null), new Map()),
    /** Letters that wait for a release since a backup was restored. */
    held: (await countWaitingLetters(engine.db)).held,
  };
}

/** One organisation with its departments and people; null where there is none, or for anyone else. */
export async function organisationPage({ engine }: Given, actor: Actor, id: string) {
  if (!mayAdminister(actor, 'keep-organisations')) return null;
  const found = await loadOrganisation(engine.db, id);
  if (found === null) return null;
  const departments = found.departments.map((one) => ({ id: one.id, name: one.name }));
  const names = new Map(departments.map((one) => [one.id, one.name]));
  return {
    id,
    name: found.organisation.name,
    contact: found.organisation.contactEmail,
    departments,
    people: peopleOf(await listRoles(engine.db, id), names),
  };
}
