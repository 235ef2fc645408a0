// One-time links that are for the owner of an account alone. Of the token only its SHA-256 is stored: where
// the link is mailed, once its letter goes out.
import { and, count, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { passwordLinks } from '#db/tables-identity.ts';

export type PasswordLinkRow = typeof passwordLinks.$inferSelect;

/** What a link lets its reader do. */
type Purpose = 'password' | 'device';

/** The link whose token has this SHA-256, with the person it is for; null = there is none. */
export async function loadPasswordLink(db: Db, tokenHash: string, purpose: Purpose = 'password') {
  const rows = await db
    .select({ link: passwordLinks, person: { id: user.id, name: user.name, email: user.email } })
    .from(passwordLinks)
    .innerJoin(user, eq(user.id, passwordLinks.userId))
    .where(and(eq(passwordLinks.tokenHash, tokenHash), eq(passwordLinks.purpose, purpose)));
  return rows[0] ?? null;
}

/** A new link. */
export function insertPasswordLink(row: PasswordLinkRow): Write {
  return {
    run: (db) => db.insert(passwordLinks).values(row).returning({ id: passwordLinks.id }),
    expect: 1,
  };
}

/** Undoes the list with this new link where the person was sent more than so many of its kind since then. */
export function atMostPasswordLinks(
  { userId, purpose }: { readonly userId: string; readonly purpose: Purpose },
  since: string,
  most: number,
): Write {
  return {
    expect: 1,
    run: (db) => {
      const sent = db
        .select({ sent: count() })
        .from(passwordLinks)
        .where(
          and(
            eq(passwordLinks.userId, userId),
            eq(passwordLinks.purpose, purpose),
            gt(passwordLinks.createdAt, since),
          ),
        );
      return db
        .select({ id: user.id })
        .from(user)
        .where(and(eq(user.id, userId), lte(sql`(${sent})`, most)));
    },
  };
}

/** Notes the token that goes out now; a Conflict where the link is used or over. */
export function setPasswordLinkToken(id: string, tokenHash: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(passwordLinks)
        .set({ tokenHash })
        .where(isUsable(id, at))
        .returning({ id: passwordLinks.id }),
  };
}

/** Lets every unused link of the person expire now, or those of one kind. */
export function expirePasswordLinks(userId: string, at: string, purpose?: Purpose): Write {
  return {
    run: (db) =>
      db
        .update(passwordLinks)
        .set({ expiresAt: at })
        .where(
          and(
            eq(passwordLinks.userId, userId),
            purpose === undefined ? undefined : eq(passwordLinks.purpose, purpose),
            isNull(passwordLinks.usedAt),
            gt(passwordLinks.expiresAt, at),
          ),
        )
        .returning({ id: passwordLinks.id }),
  };
}

/** Uses a link up; a Conflict where it is used or expired meanwhile. */
export function usePasswordLink(id: string, at: string): Write {
  return {
    expect: 1,
    run: (db) =>
      db
        .update(passwordLinks)
        .set({ usedAt: at })
        .where(isUsable(id, at))
        .returning({ id: passwordLinks.id }),
  };
}

function isUsable(id: string, at: string) {
  return and(
    eq(passwordLinks.id, id),
    isNull(passwordLinks.usedAt),
    gt(passwordLinks.expiresAt, at),
  );
}

/** Takes every unused link away, whoever it is for. */
export function deleteUnusedPasswordLinks(): Write {
  return {
    run: (db) =>
      db
        .delete(passwordLinks)
        .where(isNull(passwordLinks.usedAt))
        .returning({ id: passwordLinks.id }),
  };
}
