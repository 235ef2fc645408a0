// Adds a person with a role in one step: an account is made where the address has none yet, and the
// role is added to it where it has.
import type { Actor, Membership } from '#app/domain/policy/actor.ts';
import { isAdministrator } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { findPersonByEmail } from '#db/repositories/accounts.ts';
import { addRole, checkPlace, type RoleProblem } from './administer-roles.ts';
import { createPerson, type CreatePersonProblem } from './create-person.ts';
import { canonicalEmail } from './sign-in.ts';

export type AddPersonCommand = {
  readonly name: string;
  readonly email: string;
  readonly membership: Membership;
};

/** The person's id, and whether the account is new. */
export async function addPersonWithRole(
  services: Services,
  actor: Actor,
  { name, email, membership }: AddPersonCommand,
): Promise<Result<{ id: string; isNew: boolean }, RoleProblem | CreatePersonProblem>> {
  if (!isAdministrator(actor)) return refused({ code: 'not-allowed' });
  const problem = await checkPlace(services, membership);
  if (problem !== null) return refused(problem);
  const known = await findPersonByEmail(services.engine.db, canonicalEmail(email));
  if (known !== null) {
    const added = await addRole(services, actor, { person: known.id, membership });
    return added.ok ? ok({ id: known.id, isNew: false }) : added;
  }
  const created = await createPerson(services, { name, email, memberships: [membership] }, actor);
  return created.ok ? ok({ id: created.value.id, isNew: true }) : created;
}
