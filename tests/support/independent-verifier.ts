// Checks a credential as someone who has never seen our code would: node:crypto, node:zlib and what the
// issuer publishes. Nothing here comes from the product or from its libraries.
import { createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

/** What the web answers at an address. */
export type Fetch = (url: string) => Promise<string>;

type Json = Readonly<Record<string, unknown>>;

/** 'valid', or why not. */
export async function verifyIndependently(
  jwt: string,
  { fetch, now }: { readonly fetch: Fetch; readonly now: Date },
): Promise<string> {
  const checked = await signedBy(jwt, fetch);
  if (typeof checked === 'string') return checked;
  const { payload } = checked;
  const time = now.getTime() / 1000;
  if (typeof payload['nbf'] !== 'number' || payload['nbf'] > time) return 'not valid yet';
  if (typeof payload['exp'] !== 'number' || payload['exp'] < time) return 'expired';
  const status = object(payload['credentialStatus']);
  const listJwt = await fetch(String(status['statusListCredential']));
  const list = await signedBy(listJwt, fetch);
  if (typeof list === 'string') return `status list: ${list}`;
  if (list.payload['id'] !== status['statusListCredential']) return 'status list: another list';
  if (Number(list.payload['exp']) < time) return 'status list: too old';
  const subject = object(list.payload['credentialSubject']);
  if (subject['statusPurpose'] !== status['statusPurpose']) return 'status list: another purpose';
  const encoded = String(subject['encodedList']);
  if (!encoded.startsWith('u')) return 'status list: not base64url';
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
  if (bits.length * 8 < 131_072) return 'status list: too short';
  const index = Number(status['statusListIndex']);
  const byte = bits[Math.floor(index / 8)] ?? 0;
  return ((byte >> (7 - (index % 8))) & 1) === 1 ? 'revoked' : 'valid';
}

async function signedBy(jwt: string, fetch: Fetch): Promise<string | { readonly payload: Json }> {
  const parts = jwt.split('.');
  const [head, body, signature] = parts;
  if (parts.length !== 3 || !head || !body || !signature) return 'not a JWT';
  // Strict: each text is the one way to write its bytes.
  const bytes = parts.map((part) => Buffer.from(part, 'base64url'));
  if (bytes.some((one, index) => one.toString('base64url') !== parts[index])) return 'not a JWT';
  const header = parsed(bytes[0]);
  const payload = parsed(bytes[1]);
  if (header === null || payload === null) return 'not JSON';
  if (header['alg'] !== 'EdDSA') return 'wrong algorithm';
  const issuer = payload['iss'];
  if (typeof issuer !== 'string' || !issuer.startsWith('did:web:')) return 'no issuer';
  const host = issuer.slice('did:web:'.length).replace('%3A', ':');
  const scheme = host.startsWith('localhost') ? 'http' : 'https';
  const document = object(JSON.parse(await fetch(`${scheme}://${host}/.well-known/did.json`)));
  if (document['id'] !== issuer) return 'another issuer';
  const method = listOf(document['verificationMethod'])
    .map(object)
    .find(({ id }) => id === header['kid']);
  if (method === undefined || !listOf(document['assertionMethod']).includes(header['kid'])) {
    return 'unknown key';
  }
  const key = createPublicKey({ key: object(method['publicKeyJwk']), format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519') return 'wrong kind of key';
  const holds = verify(null, Buffer.from(`${head}.${body}`), key, bytes[2] ?? Buffer.alloc(0));
  return holds ? { payload } : 'wrong signature';
}

function parsed(bytes: Buffer | undefined): Json | null {
  try {
    return object(JSON.parse(String(bytes)));
  } catch {
    return null;
  }
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
