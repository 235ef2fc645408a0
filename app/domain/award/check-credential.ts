// What a credential whose signature holds is worth at a moment, and why it is worth nothing where it is not.
import { type CredentialIssuer, didOf, numberOf } from '#app/domain/formats/credential-claims.ts';
import { readCredential } from '#app/domain/formats/read-credential.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

export type CredentialVerdict =
  | { readonly code: 'valid'; readonly number: string }
  /** It is signed by us and is no credential of an award. */
  | { readonly code: 'not-an-award' }
  | { readonly code: 'other-issuer' }
  | { readonly code: 'not-valid-yet'; readonly number: string; readonly validFrom: string }
  | { readonly code: 'expired'; readonly number: string; readonly validUntil: string }
  | { readonly code: 'withdrawn'; readonly number: string };

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
  const read = readCredential(payload);
  if (!read.ok) return { code: 'not-an-award' };
  const { id, iss, jti, validFrom, validUntil } = read.value;
  if (iss !== didOf(issuer) || read.value.issuer !== iss) return { code: 'other-issuer' };
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

/** More than any credential of ours has. */
const MOST_CHARACTERS = 20_000;

/** The JWT that somebody pasted, with whatever spaces and line ends. */
export function pastedJwt(text: string): Result<string, { readonly code: 'not-a-credential' }> {
  const jwt = text.replaceAll(/\s/g, '');
  return jwt === '' || jwt.length > MOST_CHARACTERS
    ? refused({ code: 'not-a-credential' })
    : ok(jwt);
}
