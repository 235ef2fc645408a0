// One-time links to choose a password. The id is the SHA-256 of the token, which is never stored.
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { passwordLinks, user } from '#db/tables.ts';

export type PasswordLinkRow = typeof passwordLinks.$inferSelect;

/** A link with the person it is for; null = there is none. */
export async function loadPasswordLink(db: Db, id: string) {
  const rows = await db
    .select({ link: passwordLinks, person: { id: user.id, name: user.name, email: user.email } })
    .from(passwordLinks)
    .innerJoin(user, eq(user.id, passwordLinks.userId))
    .where(eq(passwordLinks.id, id));
  return rows[0] ?? null;
}

/** A new link. */
export function insertPasswordLink(row: PasswordLinkRow): Write {
  return {
    run: (db) => db.insert(passwordLinks).values(row).returning({ id: passwordLinks.id }),
    expect: 1,
  };
}

/** Lets every unused link of the person expire now. */
export function expirePasswordLinks(userId: string, at: string): Write {
  return {
    run: (db) =>
      db
        .update(passwordLinks)
        .set({ expiresAt: at })
        .where(
          and(
            eq(passwordLinks.userId, userId),
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
        .where(
          and(
            eq(passwordLinks.id, id),
            isNull(passwordLinks.usedAt),
            gt(passwordLinks.expiresAt, at),
          ),
        )
        .returning({ id: passwordLinks.id }),
  };
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
