// Whom the service writes to about who may act for an organisation, and for the awarding body.
import { and, asc, eq, gt, inArray, like, ne, or } from 'drizzle-orm';
import { KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import type { Db, Write } from '#db/store.ts';
import { memberships, organisations, user } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { isOpenAccount } from '#db/repositories/accounts/account-security.ts';

export type Keeper = {
  /** null = the contact on record, who may have no account. */
  readonly id: string | null;
  readonly email: string;
};

/**
 * The leads and sponsors of an organisation, those from whom the awarding body has taken such a role since
 * this moment, and its contact on record: each address once. Closed accounts count, so that closing them
 * first silences nobody.
 */
export async function listKeepers(
  db: Db,
  { organisation, since }: { readonly organisation: string; readonly since: string },
): Promise<readonly Keeper[]> {
  const gone = db
    .select({ id: auditEvents.subject })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organisationId, organisation),
        eq(auditEvents.event, 'role-removed'),
        gt(auditEvents.at, since),
        or(...KEEPING_ROLES.map((role) => like(auditEvents.details, `%"role":"${role}"%`))),
      ),
    );
  const people = await db
    .selectDistinct({ id: user.id, email: user.email })
    .from(user)
    .leftJoin(memberships, eq(memberships.userId, user.id))
    .where(
      or(
        and(
          eq(memberships.organisationId, organisation),
          inArray(memberships.role, [...KEEPING_ROLES]),
        ),
        inArray(user.id, gone),
      ),
    )
    .orderBy(asc(user.email));
  const [place] = await db
    .select({ email: organisations.contactEmail })
    .from(organisations)
    .where(eq(organisations.id, organisation));
  const contact = place?.email ?? null;
  const known = people.some(({ email }) => email === contact);
  return contact === null || known ? people : [...people, { id: null, email: contact }];
}

/** The administrators other than this person. */
export async function listOtherAdministrators(db: Db, userId: string): Promise<readonly Keeper[]> {
  return db
    .selectDistinct({ id: user.id, email: user.email })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(and(eq(memberships.role, 'charter-administrator'), ne(user.id, userId)))
    .orderBy(asc(user.email));
}

/** Whether this person administers, with an account that is open. */
export async function isAdministering(db: Db, userId: string): Promise<boolean> {
  return (await administering(db, userId)).length > 0;
}

/**
 * Undoes the list where this person, who changes something with it, does not administer any more: of two
 * administrators who shut each other out at the same moment, one stays.
 */
export function whileAdministering(userId: string): Write {
  return { expect: 1, run: (db) => administering(db, userId) };
}

function administering(db: Db, userId: string) {
  return db
    .selectDistinct({ id: user.id })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(
      and(eq(user.id, userId), eq(memberships.role, 'charter-administrator'), isOpenAccount()),
    );
}

/** Accounts that both administer and hold another role, with all their roles. */
export async function listMixedAccounts(
  db: Db,
): Promise<readonly { readonly id: string; readonly roles: string }[]> {
  const rows = await db
    .select({ id: memberships.userId, role: memberships.role })
    .from(memberships)
    .orderBy(asc(memberships.userId), asc(memberships.role));
  const held = Map.groupBy(rows, ({ id }) => id);
  return [...held].flatMap(([id, own]) => {
    const roles = own.map(({ role }) => role);
    const both =
      roles.includes('charter-administrator') &&
      roles.some((role) => role !== 'charter-administrator');
    return both ? [{ id, roles: [...new Set(roles)].join(' ') }] : [];
  });
}
