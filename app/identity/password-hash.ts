// Hashes of passwords: argon2id with OWASP's parameters, written in PHC's string format. What the sign-in
// library made before (scrypt) is still verified, and is to be made anew when its password is next seen.
import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { verifyPassword as verifyScrypt } from 'better-auth/crypto';

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane; about 30 ms. */
const NOW = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** What a line of our own table may ask for at most, so that an altered one cannot take all memory. */
const MOST = { memory: 1024 * 1024, passes: 16, parallelism: 16 } as const;
const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/;

type Costs = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism'>;
type Hash = { readonly costs: Costs; readonly salt: Buffer; readonly hash: Buffer };

const derive = promisify(argon2);

/** The hash of a password, to be stored; it is another one each time. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const { memory, passes, parallelism } = NOW;
  const hash = await derived(password, { costs: NOW, salt, length: HASH_BYTES });
  const costs = `m=${memory},t=${passes},p=${parallelism}`;
  return `$argon2id$v=19$${costs}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Whether the stored hash, ours or the older kind, is one of this password. */
export async function verifyPassword({
  hash: stored,
  password,
}: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> {
  if (!stored.startsWith('$')) {
    return /^[\da-f]+:[\da-f]+$/.test(stored) && verifyScrypt({ hash: stored, password });
  }
  const read = readHash(stored);
  if (read === null) return false;
  const { costs, salt, hash } = read;
  return timingSafeEqual(await derived(password, { costs, salt, length: hash.length }), hash);
}

/** Whether a password whose hash this is should be hashed anew when it is next known. */
export function needsRenewal(stored: string): boolean {
  const read = readHash(stored);
  if (read === null) return true;
  const { memory, passes, parallelism } = read.costs;
  return (
    memory !== NOW.memory ||
    passes !== NOW.passes ||
    parallelism !== NOW.parallelism ||
    read.salt.length < SALT_BYTES ||
    read.hash.length < HASH_BYTES
  );
}

function readHash(stored: string): Hash | null {
  const [, m, t, p, salt, hash] = PHC.exec(stored) ?? [];
  if (salt === undefined || hash === undefined) return null;
  const costs = { memory: Number(m), passes: Number(t), parallelism: Number(p) };
  const { memory, passes, parallelism } = costs;
  const fits =
    memory >= 8 * parallelism &&
    memory <= MOST.memory &&
    passes >= 1 &&
    passes <= MOST.passes &&
    parallelism >= 1 &&
    parallelism <= MOST.parallelism;
  return fits
    ? { costs, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
    : null;
}

function derived(
  password: string,
  {
    costs,
    salt,
    length,
  }: { readonly costs: Costs; readonly salt: Buffer; readonly length: number },
): Promise<Buffer> {
  // One form for each character, as the older hashes have it.
  const message = password.normalize('NFKC');
  return derive('argon2id', { message, nonce: salt, tagLength: length, ...costs });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
