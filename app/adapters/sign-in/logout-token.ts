// The token by which a provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0).
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { CLOCK_TOLERANCE_SECONDS } from '#app/domain/policy/provider.ts';
import type { Clock } from '#app/ports.ts';
import type { GuardedFetch } from './guarded-fetch.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Never `none`, and never one that our own secret could sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
];
/** One that is older says nothing of now. */
const MOST_SECONDS = 2 * 60;

type Expected = {
  readonly issuer: string;
  readonly audience: string;
  /** Where the provider publishes its keys. */
  readonly keys: string;
  readonly fetch: GuardedFetch;
  readonly clock: Clock;
};

/** Whom it signs out; null where it is not to be believed. */
export async function readLogoutToken(
  token: string,
  { issuer, audience, keys, fetch, clock }: Expected,
) {
  try {
    const published = (await (await fetch(keys)).json()) as JSONWebKeySet;
    const { payload } = await jwtVerify(token, createLocalJWKSet(published), {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: MOST_SECONDS,
      requiredClaims: ['sub', 'jti', 'iat'],
      currentDate: clock(),
    });
    return isLogout(payload) ? { issuer, subject: payload.sub ?? '', id: payload.jti ?? '' } : null;
  } catch {
    // Named recovery: a token that cannot be checked signs nobody out.
    return null;
  }
}

/** A logout token has the event, and no nonce: so no ID token can stand for one. */
function isLogout({ events, nonce }: JWTPayload): boolean {
  return (
    nonce === undefined &&
    typeof events === 'object' &&
    events !== null &&
    Object.hasOwn(events, EVENT)
  );
}
