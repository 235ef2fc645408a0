// A real OpenID Connect provider (oidc-provider) on loopback, behind a front that can make it misbehave: tokens
// changed and signed anew, keys changed, documents that lie, answers that never come.
import http from 'node:http';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import { freePort } from './free-port.ts';

export const CLIENT_ID = 'mentoring-charter';
export const CLIENT_SECRET = 'a secret that only the two of them know';

type Claims = JWTPayload & Readonly<Record<string, unknown>>;

export type Manner = {
  /** Who signs in. */
  person: string;
  /** Whether a button is to be pressed there; without it everybody is signed in at once. */
  asks: boolean;
  /** The person says no. */
  denies: boolean;
  /** What becomes of the claims of an ID token. */
  claims: (claims: Claims) => Claims;
  /** How ID tokens are signed; `strange` = by a key that is published nowhere. */
  signs: 'rightly' | 'none' | 'by-secret' | 'strange';
  /** Paths that answer nothing. */
  silent: RegExp | null;
  /** Paths that answer with a redirect elsewhere. */
  redirects: RegExp | null;
  /** What becomes of the discovery document. */
  document: (document: Readonly<Record<string, unknown>>) => unknown;
  /** The token endpoint refuses. */
  refusesTokens: boolean;
};

const RIGHTLY: Manner = {
  person: 'somebody',
  asks: false,
  denies: false,
  claims: (claims) => claims,
  signs: 'rightly',
  silent: null,
  redirects: null,
  document: (document) => document,
  refusesTokens: false,
};

type Key = { readonly kid: string; readonly key: CryptoKey; readonly jwk: JWK };

/** The provider, listening; `rotate` changes its keys, `behave` makes it well-behaved again. */
export async function oidcProvider(app: { readonly origin: string }) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const manner: Manner = { ...RIGHTLY };
  const asked: string[] = [];
  let key = await newKey();
  // The provider itself knows the first key, so that it takes back what it has said.
  const jwks = { keys: [{ ...key.jwk, ...(await exportJWK(key.key)) }] };
  const provider = new Provider(issuer, { ...settings(app.origin, manner), jwks });
  const real = provider.callback();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', issuer);
    asked.push(`${request.method} ${pathname}`);
    if (manner.silent?.test(pathname) === true) return;
    if (manner.redirects?.test(pathname) === true) {
      response.writeHead(302, { Location: `${issuer}/elsewhere` }).end();
    } else if (pathname === '/jwks') {
      answer(response, { keys: [key.jwk] });
    } else if (pathname === '/token' && manner.refusesTokens) {
      response.statusCode = 401;
      answer(response, { error: 'invalid_client' });
    } else if (pathname.startsWith('/interaction/')) {
      void interact(provider, manner, { request, response });
    } else if (pathname === '/token' || pathname === '/.well-known/openid-configuration') {
      rewrite(response, (body) => changed(body, { manner, key, path: pathname }));
      void real(request, response);
    } else {
      void real(request, response);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    manner,
    /** Every request, as `GET /path`. */
    asked,
    behave: () => Object.assign(manner, RIGHTLY),
    rotate: async () => {
      key = await newKey();
    },
    /** A token as the provider signs them. */
    sign: (claims: Claims, type?: string) => signed(claims, key, type),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type OidcProvider = Awaited<ReturnType<typeof oidcProvider>>;

function settings(origin: string, manner: Manner): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${origin}/sign-in/provider/callback`],
        post_logout_redirect_uris: [`${origin}/sign-in?done=signed-out`],
      },
    ],
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // Nobody is asked whether we may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? manner.person,
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    scopes: ['openid', 'email', 'profile'],
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, IdToken: 3600, AccessToken: 600 },
  };
}

type Talk = { readonly request: http.IncomingMessage; readonly response: http.ServerResponse };

async function interact(provider: Provider, manner: Manner, { request, response }: Talk) {
  if (manner.asks && request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Sign in at the trust</title><h1>The trust</h1><form method="post"><button>Sign in as ${manner.person}</button></form></html>`,
    );
    return;
  }
  const result = manner.denies
    ? { error: 'access_denied', error_description: 'no' }
    : { login: { accountId: manner.person } };
  await provider.interactionFinished(request, response, result);
}

function answer(response: http.ServerResponse, body: unknown): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

type Changing = { readonly manner: Manner; readonly key: Key; readonly path: string };

async function changed(body: string, { manner, key, path }: Changing): Promise<string> {
  const content = JSON.parse(body) as Record<string, unknown>;
  if (path !== '/token') return JSON.stringify(manner.document(content));
  if (typeof content['id_token'] !== 'string') return body;
  const claims = manner.claims(claimsIn(content['id_token']));
  return JSON.stringify({ ...content, id_token: await signedAs(manner.signs, claims, key) });
}

/** What a token says, believed or not. */
function claimsIn(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
}

async function signedAs(how: Manner['signs'], claims: Claims, key: Key): Promise<string> {
  switch (how) {
    case 'rightly':
      return signed(claims, key);
    case 'strange':
      return signed(claims, await newKey());
    case 'by-secret':
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(CLIENT_SECRET));
    case 'none':
      return `${coded({ alg: 'none' })}.${coded(claims)}.`;
    default:
      return how satisfies never;
  }
}

function coded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signed(claims: Claims, { kid, key }: Key, typ = 'JWT'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ }).sign(key);
}

let keys = 0;

async function newKey(): Promise<Key> {
  keys += 1;
  const kid = `key ${keys}`;
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' };
  return { kid, key: privateKey, jwk };
}

/** What the answer would be goes through a change first. */
function rewrite(response: http.ServerResponse, change: (body: string) => Promise<string>): void {
  const end = response.end.bind(response) as (body: string) => http.ServerResponse;
  const pieces: Buffer[] = [];
  const keep = (piece: unknown) => {
    if (typeof piece === 'string' || piece instanceof Uint8Array) pieces.push(Buffer.from(piece));
    return true;
  };
  response.write = keep;
  response.end = (piece?: unknown) => {
    keep(piece);
    void change(Buffer.concat(pieces).toString('utf8')).then((body) => {
      response.setHeader('Content-Length', Buffer.byteLength(body));
      end(body);
    });
    return response;
  };
}
