// Someone pastes a credential and asks whether it is genuine: is it signed by us and unchanged, and what is
// its award worth today.
import {
  checkCredential,
  type CredentialVerdict,
  pastedJwt,
} from '#app/domain/award/check-credential.ts';
import { keyName, numberOf } from '#app/domain/formats/credential-claims.ts';
import type { SignatureProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { listCredentialKeys } from '#db/repositories/award/signing-keys.ts';
import { loadPublished } from '#db/repositories/award/register-rows.ts';

export type PastedVerdict = CredentialVerdict | SignatureProblem;

/** The verdict on a JWT as it was pasted. */
export async function checkPastedCredential(
  services: Pick<Services, 'engine' | 'config' | 'clock' | 'credentials'>,
  pasted: string,
): Promise<PastedVerdict> {
  const jwt = pastedJwt(pasted);
  if (!jwt.ok) return jwt.problem;
  const issuer = services.config;
  const keys = await listCredentialKeys(services.engine.db);
  const byName = new Map(keys.map(({ id, publicJwk }) => [keyName(issuer, id), publicJwk]));
  const checked = await services.credentials.verify(jwt.value, byName);
  if (!checked.ok) return checked.problem;
  const number = numberOf(issuer, idIn(checked.value));
  const award = number === null ? null : await loadPublished(services.engine.db, number);
  return checkCredential(checked.value, {
    issuer,
    now: services.clock().toISOString(),
    isRevoked: () => award === null || award.withdrawnAt !== null,
  });
}

function idIn(payload: unknown): string {
  return typeof payload === 'object' && payload !== null && 'id' in payload
    ? String(payload.id)
    : '';
}
