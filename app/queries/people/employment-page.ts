// Where a member of panels works and has worked, as they say it: conflicts of interest are found by it.
import { type Actor, sitsOnPanels } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { listOrganisations } from '#db/repositories/people/places.ts';
import { listPastEmployments } from '#db/repositories/review/panel-rows.ts';

/** What was said, and the organisations that can be added; null for someone who sits on no panel. */
export async function employmentPage({ engine }: Pick<Services, 'engine'>, actor: Actor) {
  if (!sitsOnPanels(actor)) return null;
  const past = await listPastEmployments(engine.db, [actor.id]);
  const said = new Set(past.map(({ organisationId }) => organisationId));
  const now = new Set(actor.memberships.flatMap(({ organisation }) => organisation ?? []));
  const organisations = await listOrganisations(engine.db);
  return {
    past: past.map(({ id, organisation }) => ({ id, organisation })),
    now: organisations.filter(({ id }) => now.has(id)).map(({ name }) => name),
    others: organisations
      .filter(({ id }) => !said.has(id) && !now.has(id))
      .map(({ id, name }) => ({ value: id, label: name })),
  };
}

export type EmploymentPage = NonNullable<Awaited<ReturnType<typeof employmentPage>>>;
