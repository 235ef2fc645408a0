// Changes of an account's address that wait until both addresses have confirmed them.
import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Write } from '#db/store.ts';
import { addressChanges } from '#db/tables-identity.ts';

export type AddressChangeRow = typeof addressChanges.$inferSelect;

/** One change; null = there is none. */
export async function loadAddressChange(db: Db, id: string): Promise<AddressChangeRow | null> {
  const [found] = await db.select().from(addressChanges).where(eq(addressChanges.id, id));
  return found ?? null;
}

/** A new change. */
export function insertAddressChange(row: AddressChangeRow): Write {
  return {
    expect: 1,
    run: (db) => db.insert(addressChanges).values(row).returning({ id: addressChanges.id }),
  };
}

/** Ends every change of a person that is under way. */
export function endAddressChanges(userId: string, at: string): Write {
  return {
    run: (db) =>
      db
        .update(addressChanges)
        .set({ endedAt: at })
        .where(and(eq(addressChanges.userId, userId), isNull(addressChanges.endedAt)))
        .returning({ id: addressChanges.id }),
  };
}

/** One side confirms; a Conflict where the change has ended, or the other side has confirmed meanwhile. */
export function confirmAddress(
  before: AddressChangeRow,
  { side, at, done }: { readonly side: 'old' | 'new'; readonly at: string; readonly done: boolean },
): Write {
  const other = side === 'old' ? addressChanges.newConfirmedAt : addressChanges.oldConfirmedAt;
  const otherBefore = side === 'old' ? before.newConfirmedAt : before.oldConfirmedAt;
  return {
    expect: 1,
    run: (db) =>
      db
        .update(addressChanges)
        .set({
          ...(side === 'old' ? { oldConfirmedAt: at } : { newConfirmedAt: at }),
          ...(done ? { endedAt: at } : {}),
        })
        .where(
          and(
            eq(addressChanges.id, before.id),
            isNull(addressChanges.endedAt),
            otherBefore === null ? isNull(other) : eq(other, otherBefore),
          ),
        )
        .returning({ id: addressChanges.id }),
  };
}
