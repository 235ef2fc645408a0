// Why talking to an OpenID Connect provider has failed, read from what openid-client and the network say.
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import type { ProviderFault } from '#app/domain/policy/provider.ts';
import { AddressRefused } from './guarded-fetch.ts';

const OF_CODE: Readonly<Partial<Record<string, ProviderFault>>> = {
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'other-issuer',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'token-time',
  OAUTH_KEY_SELECTION_FAILED: 'token-signature',
  OAUTH_UNSUPPORTED_OPERATION: 'token-signature',
  OAUTH_TIMEOUT: 'down',
  OAUTH_ABORT: 'down',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'down',
  OAUTH_RESPONSE_IS_NOT_JSON: 'metadata',
  OAUTH_PARSE_ERROR: 'metadata',
  OAUTH_MISSING_SERVER_METADATA: 'metadata',
  OAUTH_INVALID_SERVER_METADATA: 'metadata',
  OAUTH_WWW_AUTHENTICATE_CHALLENGE: 'token-refused',
};

const OF_CLAIM: Readonly<Partial<Record<string, ProviderFault>>> = {
  iss: 'token-issuer',
  aud: 'token-audience',
  azp: 'token-audience',
  nonce: 'token-nonce',
};

/** The fault; null where the error is none of theirs. */
export function faultOf(error: unknown): ProviderFault | null {
  const address = causesOf(error).find((cause) => cause instanceof AddressRefused);
  if (address !== undefined) return address.why;
  if (error instanceof AuthorizationResponseError) return answerFault(error.error);
  if (error instanceof ResponseBodyError) return 'token-refused';
  if (!(error instanceof ClientError)) return null;
  if (error.code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return claimFault(error);
  if (error.code === 'OAUTH_INVALID_RESPONSE') return invalidFault(error);
  return OF_CODE[error.code ?? ''] ?? 'down';
}

function answerFault(code: string): ProviderFault {
  if (code === 'access_denied') return 'denied';
  const wantsPerson = ['login_required', 'interaction_required', 'consent_required'];
  return wantsPerson.includes(code) ? 'login-required' : 'refused';
}

function claimFault(error: ClientError): ProviderFault {
  const facts = causesOf(error).find((cause) => typeof cause === 'object' && 'claim' in cause);
  const claim = facts === undefined ? '' : String(Reflect.get(facts, 'claim'));
  return OF_CLAIM[claim] ?? 'token-signature';
}

/** What the library calls invalid is a token by its message, or else the answer in the address. */
function invalidFault(error: ClientError): ProviderFault {
  const words = causesOf(error)
    .map((cause) => (cause instanceof Error ? cause.message : ''))
    .join(' ');
  if (/JWT|alg|ID Token/.test(words)) return 'token-signature';
  return /response parameter|authorization code/.test(words) ? 'not-asked' : 'metadata';
}

function causesOf(error: unknown): readonly object[] {
  const causes: object[] = [];
  let next = error;
  while (typeof next === 'object' && next !== null && causes.length < 6) {
    causes.push(next);
    next = Reflect.get(next, 'cause');
  }
  return causes;
}
