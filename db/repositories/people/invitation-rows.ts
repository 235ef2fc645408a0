// Invitations. The token of the link is made as its letter is sent; only its SHA-256 is stored.
import { and, asc, count, eq, gt, isNull, lte, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Write } from '#db/store.ts';
import { departments, organisations, user } from '#db/tables.ts';
import { invitations } from '#db/tables-together.ts';

export type InvitationRow = typeof invitations.$inferSelect;

/** An invitation with the names of its places and of who sent it; null where there is none. */
export async function loadInvitation(db: Db, id: string) {
  return loadWhere(db, eq(invitations.id, id));
}

/** The invitation of the link whose token has this SHA-256. */
export async function loadInvitationByToken(db: Db, tokenHash: string) {
  return loadWhere(db, eq(invitations.tokenHash, tokenHash));
}

async function loadWhere(db: Db, which: SQL) {
  const [row] = await db
    .select({
      invitation: invitations,
      organisation: organisations.name,
      department: departments.name,
      invitedBy: user.name,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(departments, eq(departments.id, invitations.departmentId))
    .leftJoin(user, eq(user.id, invitations.createdBy))
    .where(which);
  return row ?? null;
}

/** The invitations of an organisation that can still be accepted at this time, by address. */
export async function listOpenInvitations(db: Db, organisationId: string, at: string) {
  return db
    .select({ invitation: invitations, department: departments.name })
    .from(invitations)
    .leftJoin(departments, eq(departments.id, invitations.departmentId))
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, at),
      ),
    )
    .orderBy(asc(invitations.email), asc(invitations.createdAt));
}

/** How many invitations someone has sent, or an address was sent, since a moment. */
export async function countInvitations(db: Db, which: Sent): Promise<number> {
  const [row] = await sentInvitations(db, which);
  return row?.sent ?? 0;
}

type Sent = { readonly by?: string; readonly to?: string; readonly since: string };

function sentInvitations(db: Db, { by, to, since }: Sent) {
  return db
    .select({ sent: count() })
    .from(invitations)
    .where(
      and(
        gt(invitations.createdAt, since),
        ...(by === undefined ? [] : [eq(invitations.createdBy, by)]),
        ...(to === undefined ? [] : [eq(invitations.email, to)]),
      ),
    );
}

/** Undoes the list with this new invitation where there are more of its kind than there may be. */
export function atMostInvitations(id: string, which: Sent, most: number): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .select({ id: invitations.id })
        .from(invitations)
        .where(and(eq(invitations.id, id), lte(sql`(${sentInvitations(db, which)})`, most))),
  };
}

/** Undoes the list with this new invitation where the address has another open one to the same. */
export function onlyOpenInvitation(row: Pick<InvitationRow, 'id' | 'createdAt'>): Write {
  const other = alias(invitations, 'other');
  return {
    expect: 1,
    run: (db) =>
      db
        .select({ id: invitations.id })
        .from(invitations)
        .where(
          and(
            eq(invitations.id, row.id),
            notExists(
              db
                .select({ id: other.id })
                .from(other)
                .where(
                  and(
                    ne(other.id, row.id),
                    eq(other.email, invitations.email),
                    eq(other.role, invitations.role),
                    eq(other.organisationId, invitations.organisationId),
                    sql`${other.departmentId} is ${invitations.departmentId}`,
                    isNull(other.acceptedAt),
                    isNull(other.revokedAt),
                    gt(other.expiresAt, row.createdAt),
                  ),
                ),
            ),
          ),
        ),
  };
}

/** A new invitation. */
export function insertInvitation(row: typeof invitations.$inferInsert): Write {
  return {
    expect: 1,
    run: (db) => db.insert(invitations).values(row).returning({ id: invitations.id }),
  };
}

/** Notes the token that goes out now; a Conflict where the invitation is used, withdrawn or expired. */
export function setInvitationToken(id: string, tokenHash: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(invitations)
        .set({ tokenHash })
        .where(and(isOpen(id), gt(invitations.expiresAt, at)))
        .returning({ id: invitations.id }),
  };
}

/** Uses an invitation up; a Conflict where it is used, withdrawn or expired meanwhile. */
export function useInvitation(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(invitations)
        .set({ acceptedAt: at })
        .where(and(isOpen(id), gt(invitations.expiresAt, at)))
        .returning({ id: invitations.id }),
  };
}

/** Withdraws an invitation; a Conflict where it is used or withdrawn meanwhile. */
export function revokeInvitationRow(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(invitations)
        .set({ revokedAt: at })
        .where(isOpen(id))
        .returning({ id: invitations.id }),
  };
}

/** Withdraws every open invitation to this address. */
export function revokeInvitationsTo(email: string, at: string): Write {
  return {
    run: (db) =>
      db
        .update(invitations)
        .set({ revokedAt: at })
        .where(
          and(
            eq(invitations.email, email),
            isNull(invitations.acceptedAt),
            isNull(invitations.revokedAt),
          ),
        )
        .returning({ id: invitations.id }),
  };
}

/** Lets every invitation that nobody has accepted expire now. */
export function expireInvitations(at: string): Write {
  return {
    run: (db) =>
      db
        .update(invitations)
        .set({ expiresAt: at })
        .where(and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, at)))
        .returning({ id: invitations.id }),
  };
}

function isOpen(id: string) {
  return and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
}
