// The keys that credentials are signed with, and which credentials do not hold any longer.
import { and, asc, between, isNotNull, isNull } from 'drizzle-orm';
import { PUBLIC_JWK, storedValue } from '#app/domain/formats/stored-text.ts';
import type { PublicJwk } from '#app/domain/formats/credential-claims.ts';
import { awards, credentialKeys } from '#db/tables-awards.ts';
import type { Db, Write } from '#db/store.ts';

export type CredentialKey = {
  readonly id: string;
  readonly publicJwk: PublicJwk;
  readonly sealedPrivateJwk: string;
  readonly createdAt: string;
  /** null = it signs, unless there is a newer one. */
  readonly retiredAt: string | null;
};

/** Every key, the oldest first; retired ones, too, because they check what they have signed. */
export async function listCredentialKeys(db: Db): Promise<readonly CredentialKey[]> {
  const rows = await db
    .select()
    .from(credentialKeys)
    .orderBy(asc(credentialKeys.createdAt), asc(credentialKeys.id));
  return rows.map(({ publicJwk, ...row }) => ({
    ...row,
    publicJwk: storedValue(PUBLIC_JWK, publicJwk, {
      column: 'credential_keys.public_jwk',
      id: row.id,
    }),
  }));
}

/** A new key. */
export function insertCredentialKey(key: Omit<CredentialKey, 'retiredAt'>): Write {
  const row = { ...key, publicJwk: JSON.stringify(key.publicJwk) };
  return {
    expect: 1,
    run: (db) => db.insert(credentialKeys).values(row).returning({ id: credentialKeys.id }),
  };
}

/** No key that there is now signs any longer. */
export function retireCredentialKeys(at: string): Write {
  return {
    run: (db) =>
      db
        .update(credentialKeys)
        .set({ retiredAt: at })
        .where(isNull(credentialKeys.retiredAt))
        .returning({ id: credentialKeys.id }),
  };
}

/** The places of published awards that are withdrawn, and when, from one place to another. */
export async function listWithdrawnPlaces(
  db: Db,
  { from, to }: { readonly from: number; readonly to: number },
) {
  return db
    .select({ statusIndex: awards.statusIndex, withdrawnAt: awards.withdrawnAt })
    .from(awards)
    .where(
      and(
        between(awards.statusIndex, from, to),
        isNotNull(awards.publishedAt),
        isNotNull(awards.withdrawnAt),
      ),
    )
    .orderBy(asc(awards.statusIndex));
}
