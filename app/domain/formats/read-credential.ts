// The claims of a credential, read whenever it was issued.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { CREDENTIAL_V1, type CredentialV1, credentialV1 } from './frozen/credential-v1.ts';
import { fitted, type FormatProblem } from './kept-format.ts';

/** What a verdict needs of a credential. */
export type Credential = {
  readonly id: string;
  /** Who issued it, as the badge and as the token say it. */
  readonly issuer: string;
  readonly iss: string;
  readonly jti: string;
  /** ISO 8601 UTC. */
  readonly validFrom: string;
  readonly validUntil: string;
};

/** The credential in the payload of a token whose signature was checked already. */
export function readCredential(payload: unknown): Result<Credential, FormatProblem> {
  switch (contextIn(payload)) {
    case CREDENTIAL_V1: {
      const read = fitted(credentialV1, payload);
      return read.ok ? ok(fromV1(read.value)) : read;
    }
    default:
      return refused({ code: 'unknown-format' });
  }
}

function fromV1({ id, issuer, iss, jti, validFrom, validUntil }: CredentialV1): Credential {
  return { id, issuer: issuer.id, iss, jti, validFrom, validUntil };
}

/** The last of its contexts; the first is the same for every credential. */
function contextIn(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('@context' in payload)) return null;
  const contexts = payload['@context'];
  return Array.isArray(contexts) ? contexts.at(-1) : null;
}
