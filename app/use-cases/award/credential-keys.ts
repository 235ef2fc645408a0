// The key that signs credentials: made on first need, changed by the operator. Old keys sign no more and
// still check what they have signed.
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { actorId, type By } from '#app/domain/policy/people.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { SealedKey } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  insertCredentialKey,
  listCredentialKeys,
  retireCredentialKeys,
} from '#db/repositories/award/signing-keys.ts';

type Given = Pick<Services, 'engine' | 'clock' | 'credentials'>;

/** The key to sign with; the first call makes it. */
export async function signingKey(services: Given): Promise<SealedKey> {
  const { engine, clock, credentials } = services;
  const current = await newestInUse(services);
  if (current !== null) return current;
  const key = await credentials.newKey();
  const at = clock().toISOString();
  await engine.commit([
    insertCredentialKey({ ...key, createdAt: at }),
    audit({ at, actor: null, event: 'credential-key-made', organisation: null, subject: key.id }),
  ]);
  // Where two made one at the same time, both take the same.
  return (await newestInUse(services)) ?? key;
}

/** The id of a new key, which signs from now on. */
export async function rotateKey(
  { engine, clock, credentials }: Given,
  by: By,
): Promise<Result<{ id: string }, { readonly code: 'not-allowed' }>> {
  if (!mayAdminister(by, 'change-signing-key')) return refused({ code: 'not-allowed' });
  const key = await credentials.newKey();
  const at = clock().toISOString();
  await engine.commit([
    retireCredentialKeys(at),
    insertCredentialKey({ ...key, createdAt: at }),
    audit({
      at,
      actor: actorId(by),
      event: 'credential-key-changed',
      organisation: null,
      subject: key.id,
    }),
  ]);
  return ok({ id: key.id });
}

async function newestInUse({ engine }: Given): Promise<SealedKey | null> {
  const keys = await listCredentialKeys(engine.db);
  return keys.findLast(({ retiredAt }) => retiredAt === null) ?? null;
}
