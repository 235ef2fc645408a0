// A member of panels says where they have worked, or takes it back.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadOrganisation } from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import { deletePastEmployment, insertPastEmployment } from '#db/repositories/review/panel-rows.ts';

export type EmploymentProblem = { readonly code: 'not-found' };

/** Another organisation where they have worked. */
export async function addEmployment(
  { engine, clock, newId }: Services,
  actor: Actor,
  { organisation }: { readonly organisation: string },
): Promise<Result<null, EmploymentProblem>> {
  if ((await loadOrganisation(engine.db, organisation)) === null) {
    return refused({ code: 'not-found' });
  }
  const at = clock().toISOString();
  await engine.commit([
    insertPastEmployment({
      id: newId(),
      userId: actor.id,
      organisationId: organisation,
      createdAt: at,
    }),
    audit({ at, actor: actor.id, event: 'employment-added', organisation, subject: actor.id }),
  ]);
  return ok(null);
}

/** They have not worked there after all. */
export async function removeEmployment(
  { engine, clock }: Services,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<void> {
  await engine.commit([
    deletePastEmployment(actor.id, id),
    audit({
      at: clock().toISOString(),
      actor: actor.id,
      event: 'employment-removed',
      organisation: null,
      subject: actor.id,
      details: { id },
    }),
  ]);
}
