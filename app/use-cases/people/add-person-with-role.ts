// Gives somebody a role of the awarding body: an account is made where the address has none yet, and its
// owner is mailed a link to choose a password. Every other administrator has a letter about it, so that
// nobody gets in by a second account of their own unseen.
import { addressOf } from '#app/addresses.ts';
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import type { Actor, Membership, Role } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { roleText } from '#words/people/role-text.ts';
import { checkOther } from '#app/domain/policy/people.ts';
import { checkBodyRole, checkNewRole, type RoleHeld } from '#app/domain/policy/role-given.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { findPersonByEmail, type Person } from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertMembership, loadMemberships } from '#db/repositories/people/roles.ts';
import { Conflict, type Write } from '#db/store.ts';
import type { CreatePersonProblem } from '#app/use-cases/accounts/create-person.ts';
import { newPersonWrites } from '#app/use-cases/accounts/create-person.ts';
import { type NoMail, passwordLinkWrites } from '#app/use-cases/accounts/mail-password-link.ts';
import { canonicalEmail } from '#app/use-cases/accounts/sign-in.ts';
import { bodyRoleGivenWords, bodyRoleTold } from '#words/people/role-letters.ts';
import { lettersTo, otherAdministrators } from './tell-keepers.ts';

export type AddPersonCommand = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

export type AddPersonProblem =
  | CreatePersonProblem
  | NoMail
  /** Not a role of the awarding body. */
  | { readonly code: 'role-elsewhere' }
  | RoleHeld
  | { readonly code: 'own-role' };

type Given = Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>;

/** The person's id, and whether the account is new. */
export async function addPersonWithRole(
  services: Given,
  actor: Actor,
  { name, email: typed, role }: AddPersonCommand,
): Promise<Result<{ id: string; isNew: boolean }, AddPersonProblem>> {
  const { engine } = services;
  if (!mayAdminister(actor, 'give-roles')) return refused({ code: 'not-allowed' });
  const given = checkBodyRole(role);
  if (!given.ok) return given;
  if (!lettersGoOut(services.config)) return refused({ code: 'no-mail' });
  const membership: Membership = { role, organisation: null, department: null };
  const email = canonicalEmail(typed);
  const known = await findPersonByEmail(engine.db, email);
  const may = known === null ? ok(null) : await mayHave(services, { actor, known, membership });
  if (!may.ok) return may;
  const person = known ?? { id: services.newId(), name: name.trim(), email };
  const decided =
    known === null
      ? [
          ...newPersonWrites(services, { ...person, memberships: [membership] }, actor),
          ...passwordLinkWrites(services, person, actor),
        ]
      : roleWrites(services, { actor, person, role });
  try {
    await engine.commit([...decided, ...(await told(services, { actor, person, role }))]);
    return ok({ id: person.id, isNew: known === null });
  } catch (error) {
    // Named recovery: someone made an account with this address in between.
    if (error instanceof Conflict) return refused({ code: 'email-in-use', email });
    throw error;
  }
}

type Asked = {
  readonly actor: Actor;
  readonly known: Person;
  readonly membership: Membership;
};

async function mayHave(
  { engine }: Given,
  { actor, known, membership }: Asked,
): Promise<Result<null, AddPersonProblem>> {
  const other = checkOther(actor, known.id, 'own-role');
  return other.ok ? checkNewRole(await loadMemberships(engine.db, known.id), membership) : other;
}

type Added = { readonly actor: Actor; readonly person: Person; readonly role: Role };

function roleWrites(
  { clock, newId, config }: Given,
  { actor, person, role }: Added,
): readonly Write[] {
  const at = clock().toISOString();
  const id = newId();
  return [
    insertMembership({ id, userId: person.id, role, organisationId: null, departmentId: null }),
    ...lettersTo({ clock, newId }, [person], {
      key: `role-given ${id}`,
      ...bodyRoleGivenWords({ by: actor.name, role: roleText(role), url: config.origin }),
    }),
    audit({
      at,
      actor: actor.id,
      event: 'role-added',
      organisation: null,
      subject: person.id,
      details: { role },
    }),
  ];
}

async function told(services: Given, { actor, person, role }: Added): Promise<readonly Write[]> {
  const others = await otherAdministrators(services, actor.id);
  const { config } = services;
  return lettersTo(
    services,
    others.filter(({ id }) => id !== person.id),
    {
      key: `role-of-the-body ${services.newId()}`,
      ...bodyRoleTold({
        by: actor.name,
        person,
        role: roleText(role),
        url: `${config.origin}${addressOf('/admin/people/:person', { person: person.id })}`,
      }),
    },
  );
}
