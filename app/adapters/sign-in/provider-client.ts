// OpenID Connect with the provider of an organisation, by openid-client: discovery, code flow with PKCE, and a
// check of every signature. What a provider says of itself is kept for some minutes.
import * as oidc from 'openid-client';
import {
  CLOCK_TOLERANCE_SECONDS,
  isFresh,
  type ProviderClaims,
  type ProviderFault,
  type ProviderQuestion,
  type ProviderTrouble,
} from '#app/domain/policy/provider.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ProviderAccess, ProviderClient } from '#app/identity-ports.ts';
import type { Clock } from '#app/ports.ts';
import { createGuardedFetch, type GuardedFetch } from './guarded-fetch.ts';
import { readLogoutToken } from './logout-token.ts';
import { faultOf } from './provider-fault.ts';

const SECONDS = 5;
const MOST_BYTES = 512 * 1024;
const KEPT_MINUTES = 5;
const MOST_KEPT = 200;
const ROTATED_AFTER_SECONDS = 61;

type Options = {
  readonly clock: Clock;
  /** Whether providers may be on private networks. */
  readonly allowPrivate: boolean;
  /** Whether one on this machine needs no TLS: in the demo and in tests. */
  readonly allowPlainLoopback: boolean;
};

type Keys = NonNullable<ReturnType<typeof oidc.getJwksCache>>;

/** What a provider says of itself, and the keys that it has published. */
type Known = { readonly metadata: oidc.ServerMetadata; keys: Keys | null };
type Kept = { readonly known: Promise<Known>; readonly until: number };

/** A client for any number of providers. */
export function createProviderClient({ clock, ...allowed }: Options): ProviderClient {
  const fetch = createGuardedFetch({
    ...allowed,
    milliseconds: SECONDS * 1000,
    mostBytes: MOST_BYTES,
  });
  const knownOf = keptProviders(clock, fetch);
  const seconds = () => Math.floor(clock().getTime() / 1000);
  return {
    check: (access) =>
      believed(async () => {
        const { issuer } = await discovered(access, fetch);
        return { issuer };
      }),
    ask: (access, { back, fresh }) =>
      believed(async () => {
        const configuration = configured(access, await knownOf(access), fetch);
        const question = { ...newQuestion(), askedAt: seconds(), fresh };
        return { url: await wayTo(configuration, question, back), question };
      }),
    answer: (access, { came, question }) =>
      believed(async () => {
        const known = await knownOf(access);
        const configuration = configured(access, known, fetch);
        try {
          return await claimsOf(configuration, { came, question, now: seconds() });
        } finally {
          known.keys = oidc.getJwksCache(configuration) ?? null;
        }
      }),
    signOutUrl: async (access, { idToken, back }) => {
      const found = await believed(() => knownOf(access));
      if (!found.ok || found.value.metadata.end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(configured(access, found.value, fetch), {
        id_token_hint: idToken,
        post_logout_redirect_uri: back,
      }).href;
    },
    signedOut: async (access, token) => {
      const found = await believed(() => knownOf(access));
      if (!found.ok) return null;
      const { issuer, jwks_uri: keys = '' } = found.value.metadata;
      return readLogoutToken(token, { issuer, keys, audience: access.clientId, fetch, clock });
    },
  };
}

/** What providers say of themselves, kept for some minutes. */
function keptProviders(clock: Clock, fetch: GuardedFetch) {
  const kept = new Map<string, Kept>();
  return (access: ProviderAccess): Promise<Known> => {
    const key = JSON.stringify([access.issuer, access.clientId]);
    const now = clock().getTime();
    const there = kept.get(key);
    if (there !== undefined && there.until > now) return there.known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const known = discovered(access, fetch).then((metadata) => ({ metadata, keys: null }));
    kept.set(key, { known, until: now + KEPT_MINUTES * 60_000 });
    // What failed is tried anew the next time.
    known.catch(() => kept.delete(key));
    return known;
  };
}

async function wayTo(
  configuration: oidc.Configuration,
  { state, nonce, verifier, fresh }: ProviderQuestion,
  back: string,
): Promise<string> {
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: back,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
  });
  return url.href;
}

async function discovered(
  { issuer, clientId }: ProviderAccess,
  fetch: GuardedFetch,
): Promise<oidc.ServerMetadata> {
  const configuration = await oidc.discovery(new URL(issuer), clientId, {}, oidc.None(), {
    timeout: SECONDS,
    [oidc.customFetch]: asLibrary(fetch),
    // Plain addresses are judged where requests are sent (guarded-fetch.ts).
    execute: [oidc.allowInsecureRequests],
  });
  const metadata = configuration.serverMetadata();
  if (new URL(metadata.issuer).href !== new URL(issuer).href) throw new Untrusted('other-issuer');
  const needed = [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri];
  if (needed.includes(undefined)) throw new Untrusted('metadata');
  return metadata;
}

/**
 * The library's view of a provider. Keys that are kept count as a minute old, so that one that is not among them
 * is looked for at once, and once.
 */
function configured(
  { clientId, clientSecret }: ProviderAccess,
  { metadata, keys }: Known,
  fetch: GuardedFetch,
): oidc.Configuration {
  const client = { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS };
  const secret = secretIn(clientSecret);
  const configuration = new oidc.Configuration(metadata, clientId, client, secret);
  configuration.timeout = SECONDS;
  configuration[oidc.customFetch] = asLibrary(fetch);
  oidc.allowInsecureRequests(configuration);
  oidc.enableNonRepudiationChecks(configuration);
  if (keys !== null) {
    const latest = Math.floor(Date.now() / 1000) - ROTATED_AFTER_SECONDS;
    oidc.setJwksCache(configuration, { jwks: keys.jwks, uat: Math.min(keys.uat, latest) });
  }
  return configuration;
}

function asLibrary(fetch: GuardedFetch): oidc.CustomFetch {
  return (address, { body, ...asked }) => fetch(address, { ...asked, body: textOf(body) });
}

function textOf(body: oidc.FetchBody): string | undefined {
  return body === null || body === undefined ? undefined : String(body);
}

/** The secret goes where the provider wants it: in the header, which is the default, or in the form. */
function secretIn(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const by = methods.includes('client_secret_basic') ? basic : post;
    return by(server, client, body, headers);
  };
}

function newQuestion() {
  return {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
}

type Answered = { readonly came: URL; readonly question: ProviderQuestion; readonly now: number };

async function claimsOf(
  configuration: oidc.Configuration,
  { came, question, now }: Answered,
): Promise<ProviderClaims> {
  if (came.searchParams.get('state') !== question.state) throw new Untrusted('not-asked');
  const tokens = await oidc.authorizationCodeGrant(configuration, came, {
    expectedState: question.state,
    expectedNonce: question.nonce,
    pkceCodeVerifier: question.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) throw new Untrusted('metadata');
  // It was made for this sign-in, so it can be neither older than the question nor of the future.
  const [earliest, latest] = [question.askedAt, now];
  if (claims.iat < earliest - CLOCK_TOLERANCE_SECONDS) throw new Untrusted('token-time');
  if (claims.iat > latest + CLOCK_TOLERANCE_SECONDS) throw new Untrusted('token-time');
  const authTime = typeof claims.auth_time === 'number' ? claims.auth_time : null;
  if (question.fresh && !isFresh(authTime, { askedAt: question.askedAt, now })) {
    throw new Untrusted('not-fresh');
  }
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: textIn(claims['email']),
    name: textIn(claims['name']),
    acr: textIn(claims['acr']),
    amr: Array.isArray(claims['amr']) ? claims['amr'].map(String) : [],
    authTime,
    idToken: tokens.id_token,
  };
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 320) : null;
}

class Untrusted extends Error {
  readonly fault: ProviderFault;

  constructor(fault: ProviderFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The value, or why the provider was not believed. A mistake of ours is thrown on. */
async function believed<T>(work: () => Promise<T>): Promise<Result<T, ProviderTrouble>> {
  try {
    return ok(await work());
  } catch (error) {
    const fault = error instanceof Untrusted ? error.fault : faultOf(error);
    if (fault === null) throw error;
    return refused({ code: 'provider', fault });
  }
}
