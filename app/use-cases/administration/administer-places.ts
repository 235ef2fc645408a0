// Adds organisations and their departments; for charter administrators.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { checkNewPlace, type PlaceTaken } from '#app/domain/place-name.ts';
import type { TextRule } from '#app/domain/written-text.ts';
import type { Services } from '#app/services.server.ts';
import {
  listOrganisations,
  loadOrganisation,
  stillSoManyDepartments,
  stillSoManyOrganisations,
} from '#db/repositories/people/places.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertDepartment, insertOrganisation } from '#db/repositories/people/roles.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';

export type PlaceProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | TextRule<'name-wrong'>
  | PlaceTaken;

type Given = Pick<Services, 'engine' | 'clock' | 'newId'>;

/** The id of the new organisation. */
export async function addOrganisation(
  { engine, clock, newId }: Given,
  actor: Actor,
  { name, contact }: { readonly name: string; readonly contact?: string | undefined },
): Promise<Result<{ id: string }, PlaceProblem>> {
  if (!mayAdminister(actor, 'keep-organisations')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const others = await listOrganisations(engine.db);
    const kept = checkNewPlace(name, others);
    if (!kept.ok) return kept;
    const id = newId();
    const at = clock().toISOString();
    await engine.commit([
      stillSoManyOrganisations(others.length),
      insertOrganisation({ id, name: kept.value, contactEmail: contactIn(contact), createdAt: at }),
      audit({ at, actor: actor.id, event: 'organisation-added', organisation: id, subject: id }),
    ]);
    return ok({ id });
  });
}

/** Whom the body writes to about the organisation; its own lead changes it from then on. */
function contactIn(contact: string | undefined): string | null {
  return contact === undefined ? null : canonicalEmail(contact);
}

/** The id of the new department. */
export async function addDepartment(
  { engine, clock, newId }: Given,
  actor: Actor,
  { organisation, name }: { readonly organisation: string; readonly name: string },
): Promise<Result<{ id: string }, PlaceProblem>> {
  if (!mayAdminister(actor, 'keep-organisations')) return refused({ code: 'not-allowed' });
  return decideAgainOnConflict(async () => {
    const found = await loadOrganisation(engine.db, organisation);
    if (found === null) return refused({ code: 'not-found' });
    const kept = checkNewPlace(name, found.departments);
    if (!kept.ok) return kept;
    const id = newId();
    const at = clock().toISOString();
    await engine.commit([
      stillSoManyDepartments(organisation, found.departments.length),
      insertDepartment({ id, organisationId: organisation, name: kept.value, createdAt: at }),
      audit({ at, actor: actor.id, event: 'department-added', organisation, subject: id }),
    ]);
    return ok({ id });
  });
}
