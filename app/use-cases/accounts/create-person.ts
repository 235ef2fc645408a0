// Makes an account without a password, with the roles that its person holds from the start: for the operator.
// On the pages a role is an invitation, or one of the awarding body (add-person-with-role.ts).
import { type Membership } from '#app/domain/policy/actor.ts';
import { actorId, type By, isOperator, OPERATOR } from '#app/domain/policy/people.ts';
import { checkTogether } from '#app/domain/policy/role-given.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { canonicalEmail } from './sign-in.ts';
import { findPersonByEmail, insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertMembership } from '#db/repositories/people/roles.ts';
import { Conflict, type Write } from '#db/store.ts';

export type CreatePersonCommand = {
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
};

export type CreatePersonProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'email-in-use'; readonly email: string }
  | { readonly code: 'role-apart' };

type Given = Pick<Services, 'engine' | 'clock' | 'newId'>;

/** The new person's id and the address they sign in with, or why there is no account. */
export async function createPerson(
  services: Given,
  command: CreatePersonCommand,
  by: By,
): Promise<Result<{ id: string; email: string }, CreatePersonProblem>> {
  const { engine } = services;
  if (!isOperator(by)) return refused({ code: 'not-allowed' });
  const together = checkTogether(command.memberships);
  if (!together.ok) return together;
  const email = canonicalEmail(command.email);
  const inUse = refused({ code: 'email-in-use', email } as const);
  if ((await findPersonByEmail(engine.db, email)) !== null) return inUse;
  const id = services.newId();
  try {
    await engine.commit(newPersonWrites(services, { ...command, id, email }, by));
    return ok({ id, email });
  } catch (error) {
    // Named recovery: someone made an account with this address in between.
    if (error instanceof Conflict) return inUse;
    throw error;
  }
}

/** A new account with its roles; a Conflict where somebody has the address. */
export function newPersonWrites(
  { clock, newId }: Pick<Services, 'clock' | 'newId'>,
  { id, name, email, memberships }: CreatePersonCommand & { readonly id: string },
  by: By,
): readonly Write[] {
  const at = clock().toISOString();
  return [
    insertPerson({ id, name: name.trim(), email }, at),
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
      details: {
        roles: memberships.map(({ role }) => role).join(' '),
        ...(by === OPERATOR ? { by: OPERATOR } : {}),
      },
    }),
  ];
}
