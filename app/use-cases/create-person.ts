// Makes an account without a password, with the roles that its person holds from the start.
import type { Membership } from '#app/domain/policy/actor.ts';
import { actorId, type By, mayAdministerPeople } from '#app/domain/policy/people.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { canonicalEmail } from '#app/use-cases/sign-in.ts';
import { findPersonByEmail, insertPerson } from '#db/repositories/accounts.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertMembership } from '#db/repositories/people.ts';
import { Conflict } from '#db/store.ts';

export type CreatePersonCommand = {
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
};

export type CreatePersonProblem =
  { readonly code: 'not-allowed' } | { readonly code: 'email-in-use'; readonly email: string };

/** The new person's id and the address they sign in with, or why there is no account. */
export async function createPerson(
  { engine, clock, newId }: Pick<Services, 'engine' | 'clock' | 'newId'>,
  command: CreatePersonCommand,
  by: By,
): Promise<Result<{ id: string; email: string }, CreatePersonProblem>> {
  if (!mayAdministerPeople(by)) return refused({ code: 'not-allowed' });
  const email = canonicalEmail(command.email);
  const inUse = refused({ code: 'email-in-use', email } as const);
  if ((await findPersonByEmail(engine.db, email)) !== null) return inUse;
  const id = newId();
  const at = clock().toISOString();
  const { memberships } = command;
  try {
    await engine.commit([
      insertPerson({ id, name: command.name.trim(), email }, at),
      ...memberships.map(({ role, organisation, department }) =>
        insertMembership({
          id: newId(),
          userId: id,
          role,
          organisationId: organisation,
          departmentId: department,
        }),
      ),
      audit({
        at,
        actor: actorId(by),
        event: 'person-created',
        organisation: memberships[0]?.organisation ?? null,
        subject: id,
        details: { roles: memberships.map(({ role }) => role).join(' ') },
      }),
    ]);
    return ok({ id, email });
  } catch (error) {
    // Named recovery: someone made an account with this address in between.
    if (error instanceof Conflict) return inUse;
    throw error;
  }
}
