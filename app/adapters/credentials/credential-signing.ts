// Keys, signatures and status lists of credentials: Ed25519 and nothing else, whatever a header says.
// Private keys are stored encrypted (AES-256-GCM) with a key made from the secret of the service.
import { gzipSync } from 'node:zlib';
import {
  calculateJwkThumbprint,
  CompactSign,
  compactVerify,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { PublicJwk } from '#app/domain/formats/credential-claims.ts';
import { PRIVATE_JWK, storedValue } from '#app/domain/formats/stored-text.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { CredentialSigning, SealedKey, SignatureProblem } from '#app/ports.ts';
import { openSealing, type Sealing } from '#app/adapters/sign-in/sealing.ts';

const ALGORITHM = 'EdDSA';

/** Signing under the secret of the service. */
export function openCredentialSigning(secret: string): CredentialSigning {
  const sealing = openSealing(secret, {
    salt: 'credential keys',
    purpose: 'private keys of credentials, version 1',
  });
  return {
    newKey: () => newKey(sealing),
    sign: async (claims, key, name) => {
      const privateKey = await importJWK(unsealed(key, sealing), ALGORITHM);
      return new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: name })
        .sign(privateKey);
    },
    verify,
    encodeStatusList,
  };
}

async function newKey(sealing: Sealing): Promise<SealedKey> {
  const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const { kty = '', crv = '', x = '' } = await exportJWK(pair.publicKey);
  const publicJwk = { kty, crv, x };
  const id = await calculateJwkThumbprint(publicJwk);
  const text = JSON.stringify(await exportJWK(pair.privateKey));
  return { id, publicJwk, sealedPrivateJwk: sealing.seal(text, id) };
}

function unsealed({ id, sealedPrivateJwk }: SealedKey, sealing: Sealing): JWK {
  const text = sealing.open(sealedPrivateJwk, id);
  if (text === null) throw unreadable(id);
  return storedValue(PRIVATE_JWK, text, { column: 'credential_keys.sealed_private_jwk', id });
}

function unreadable(id: string): Error {
  return new Error(
    `The credential key ${id} cannot be opened with this SESSION_SECRET. Set the secret that it was made with, or make a new key: charter admin rotate-key`,
  );
}

async function verify(
  jwt: string,
  keys: ReadonlyMap<string, PublicJwk>,
): Promise<Result<unknown, SignatureProblem>> {
  if (!isStrictlyWritten(jwt)) return refused({ code: 'not-a-credential' });
  try {
    const { alg, kid = '' } = decodeProtectedHeader(jwt);
    const jwk = keys.get(kid);
    if (jwk === undefined) return refused({ code: 'unknown-key' });
    if (alg !== ALGORITHM) return refused({ code: 'wrong-signature' });
    const key = await importJWK({ ...jwk }, ALGORITHM);
    const { payload } = await compactVerify(jwt, key, { algorithms: [ALGORITHM] });
    const claims: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return ok(claims);
  } catch {
    // Named recovery: whatever the library finds wrong with it, it is not ours as it stands.
    return refused({ code: 'wrong-signature' });
  }
}

// The last letter of a signature has bits that no decoder reads: two texts would be one signature.
function isStrictlyWritten(jwt: string): boolean {
  const parts = jwt.split('.');
  return (
    parts.length === 3 &&
    parts.every(
      (part) => part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part,
    )
  );
}

// The first position is the leftmost bit; 'u' says base64url (Bitstring Status List, 2.2 and 3.3).
function encodeStatusList(positions: readonly number[], bits: number): string {
  const bytes = Buffer.alloc(bits / 8);
  for (const position of positions) {
    const at = Math.floor(position / 8);
    bytes.writeUInt8(bytes.readUInt8(at) | (0x80 >> (position % 8)), at);
  }
  return `u${gzipSync(bytes).toString('base64url')}`;
}
