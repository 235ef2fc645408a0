// What a credential whose signature holds is worth at a moment, and why it is worth nothing where it is not.
import { z } from 'zod';
import { type CredentialIssuer, didOf, numberOf } from '#app/domain/formats/credential-claims.ts';

export type CredentialVerdict =
  | { readonly code: 'valid'; readonly number: string }
  /** It is signed by us and is no credential of an award. */
  | { readonly code: 'not-an-award' }
  | { readonly code: 'other-issuer' }
  | { readonly code: 'not-valid-yet'; readonly number: string; readonly validFrom: string }
  | { readonly code: 'expired'; readonly number: string; readonly validUntil: string }
  | { readonly code: 'withdrawn'; readonly number: string };

const instant = z.iso.datetime();

/** The claims that a verdict needs; anything else may be there, too. */
const claims = z.object({
  id: z.string(),
  type: z.array(z.string()),
  issuer: z.object({ id: z.string() }),
  validFrom: instant,
  validUntil: instant,
  iss: z.string(),
  jti: z.string(),
});

type Now = {
  readonly issuer: Pick<CredentialIssuer, 'origin'>;
  /** An instant, ISO 8601 UTC. */
  readonly now: string;
  /** What the status list says at this moment. */
  readonly isRevoked: (number: string) => boolean;
};

/** The verdict on the payload of a credential whose signature has been checked already. */
export function checkCredential(
  payload: unknown,
  { issuer, now, isRevoked }: Now,
): CredentialVerdict {
  const parsed = claims.safeParse(payload);
  if (!parsed.success || !parsed.data.type.includes('OpenBadgeCredential')) {
    return { code: 'not-an-award' };
  }
  const { id, iss, jti, validFrom, validUntil } = parsed.data;
  if (iss !== didOf(issuer) || parsed.data.issuer.id !== iss) return { code: 'other-issuer' };
  const number = numberOf(issuer, id);
  if (number === null || jti !== id) return { code: 'not-an-award' };
  if (isRevoked(number)) return { code: 'withdrawn', number };
  // Compared by whole seconds, as credentials are written: a moment within the last one still counts.
  const second = now.slice(0, 19);
  if (second < validFrom.slice(0, 19)) return { code: 'not-valid-yet', number, validFrom };
  return second > validUntil.slice(0, 19)
    ? { code: 'expired', number, validUntil }
    : { code: 'valid', number };
}
