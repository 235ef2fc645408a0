// The codes of authenticator apps, by otpauth. Keys are encrypted with a key made from the secret of the
// service, and bound to their person.
import { Secret, TOTP } from 'otpauth';
import type { AuthenticatorCodes } from '#app/identity-ports.ts';
import { openSealing } from './sealing.ts';

const PERIOD = 30;
/** 160 bits, as RFC 4226 (R6) advises. */
const KEY_BYTES = 20;

/** Codes under the secret of the service; `issuer` is what an app shows above them. */
export function openAuthenticatorCodes(secret: string, issuer: string): AuthenticatorCodes {
  const sealing = openSealing(secret, {
    salt: 'second factors',
    purpose: 'keys of authenticators, version 1',
  });
  return {
    newKey: (userId) => {
      const { base32 } = new Secret({ size: KEY_BYTES });
      return { secret: base32, sealed: sealing.seal(base32, userId) };
    },
    shown: (sealed, { id, email }) => {
      const base32 = sealing.open(sealed, id);
      if (base32 === null) return null;
      const totp = new TOTP({ issuer, label: email, secret: base32, period: PERIOD });
      return { secret: base32, uri: totp.toString() };
    },
    codeAt: ({ sealed, userId }, now) => {
      const base32 = sealing.open(sealed, userId);
      if (base32 === null) return null;
      return TOTP.generate({ secret: Secret.fromBase32(base32), period: PERIOD, timestamp: now });
    },
    stepOf: (code, { sealed, userId }, now) => {
      const base32 = sealing.open(sealed, userId);
      if (base32 === null || !/^\d{6}$/.test(code)) return null;
      const delta = TOTP.validate({
        token: code,
        secret: Secret.fromBase32(base32),
        period: PERIOD,
        timestamp: now,
        window: 1,
      });
      return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp: now }) + delta;
    },
  };
}
