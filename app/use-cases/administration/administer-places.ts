// Adds organisations and their departments; for charter administrators.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { hasVisibleText } from '#app/domain/visible-text.ts';
import { sameNamed } from '#app/domain/place-name.ts';
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

const PLACE_NAME_CHARACTERS = 200;

export type PlaceProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'name-wrong'; readonly most: number }
  /** One is there already, however its name is written. */
  | { readonly code: 'name-taken'; readonly name: string };

type Given = Pick<Services, 'engine' | 'clock' | 'newId'>;

/** The id of the new organisation. */
export async function addOrganisation(
  { engine, clock, newId }: Given,
  actor: Actor,
  { name, contact }: { readonly name: string; readonly contact?: string | undefined },
): Promise<Result<{ id: string }, PlaceProblem>> {
  if (!mayAdminister(actor, 'keep-organisations')) return refused({ code: 'not-allowed' });
  const kept = placeName(name);
  if (kept === null) return refused({ code: 'name-wrong', most: PLACE_NAME_CHARACTERS });
  return decideAgainOnConflict(async () => {
    const others = await listOrganisations(engine.db);
    const taken = sameNamed(kept, others);
    if (taken !== null) return refused({ code: 'name-taken', name: taken.name });
    const id = newId();
    const at = clock().toISOString();
    await engine.commit([
      stillSoManyOrganisations(others.length),
      insertOrganisation({ id, name: kept, contactEmail: contactIn(contact), createdAt: at }),
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
    const kept = placeName(name);
    if (kept === null) return refused({ code: 'name-wrong', most: PLACE_NAME_CHARACTERS });
    const taken = sameNamed(kept, found.departments);
    if (taken !== null) return refused({ code: 'name-taken', name: taken.name });
    const id = newId();
    const at = clock().toISOString();
    await engine.commit([
      stillSoManyDepartments(organisation, found.departments.length),
      insertDepartment({ id, organisationId: organisation, name: kept, createdAt: at }),
      audit({ at, actor: actor.id, event: 'department-added', organisation, subject: id }),
    ]);
    return ok({ id });
  });
}

function placeName(name: string): string | null {
  const kept = tidy(name);
  return !hasVisibleText(kept) || kept.length > PLACE_NAME_CHARACTERS ? null : kept;
}
