// Seals of the trail: HMAC-SHA-256 under a key that is not in the database. Each names its key, so that
// one can be replaced; seals of earlier keys are checked where those are given.
import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { keyIn, type SealedPart, sealedText } from '#app/domain/audit/event.ts';
import type { TrailSeal } from '#app/ports.ts';

/** Made once: from bytes, it would be made anew for every seal, which takes three times as long as the seal. */
type Key = { readonly id: string; readonly secret: KeyObject };

/**
 * Sealing under a secret of the service; `before` are earlier ones, the newest first, and
 * `lost` the names of those that nobody has any more.
 */
export function openTrailSeal(
  secret: string,
  before: readonly string[] = [],
  lost: readonly string[] = [],
): TrailSeal {
  const present = keyOf(secret);
  const keys = [present, ...before.map(keyOf)];
  const marking = derived(secret, 'accounts in the audit trail, version 1');
  return {
    keyId: present.id,
    seal: (text) => sealOf(present, text),
    check: (text, seal) => {
      const age = keys.findIndex(({ id }) => seal.startsWith(`${id}.`));
      const key = keys[age];
      if (key === undefined) return /^[0-9a-f]{8}\./.test(seal) ? 'unknown-key' : 'wrong';
      const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(key, text))];
      return given.length === right.length && timingSafeEqual(given, right) ? age : 'wrong';
    },
    isLost: (seal) => lost.includes(keyIn(seal)),
    mark: (text) => createHmac('sha256', marking).update(text).digest('hex').slice(0, 16),
  };
}

/** What an engine is given to seal events with. */
export function sealing({ seal }: TrailSeal): (event: SealedPart) => string {
  return (event) => seal(sealedText(event));
}

function sealOf({ id, secret }: Key, text: string): string {
  return `${id}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function keyOf(secret: string): Key {
  const key = derived(secret, 'chains of the audit trail, version 1');
  return { id: createHmac('sha256', key).update('key id').digest('hex').slice(0, 8), secret: key };
}

function derived(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'audit trail', purpose, 32)));
}
