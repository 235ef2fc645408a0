// The session behind a request's cookie. The sign-in library made both; it is read here, because the
// library's own check of the cookie waits for a thread (read-cookies.ts).
import { IDLE_MINUTES, REFRESH_SECONDS, sessionCookieName } from '#app/identity/auth.ts';
import { sessionOfToken } from '#app/queries/accounts/session-of-token.ts';
import type { Services } from '#app/services.server.ts';
import { cookieIn, hostCookie, signatureOf, signedText } from './read-cookies.ts';

type SessionServices = Pick<Services, 'auth' | 'clock' | 'config' | 'engine'>;

/** The session and its person, with the cookie that keeps it alive where it is due; null = there is none. */
export async function sessionOf(
  services: SessionServices,
  request: Request,
  { keepAlive }: { readonly keepAlive: boolean },
) {
  const { auth, clock } = services;
  const token = await sessionToken(services, request);
  const found = token === null ? null : await sessionOfToken(services, token);
  if (token === null || found === null) return null;
  const { session, user } = found;
  const { internalAdapter: store } = await auth.$context;
  const now = clock().getTime();
  if (session.expiresAt.getTime() < now) {
    await store.deleteSession(token);
    return null;
  }
  const renewed = new Date(now + IDLE_MINUTES * 60_000);
  const isDue = renewed.getTime() - session.expiresAt.getTime() >= REFRESH_SECONDS * 1000;
  if (!keepAlive || !isDue) return { session, user, cookies: [] };
  const updated = await store.updateSession(token, {
    expiresAt: renewed,
    updatedAt: new Date(now),
  });
  // Ended while it was read.
  if (updated === null) return null;
  return { session, user, cookies: [await sessionCookie(services, token)] };
}

/** The Set-Cookie field of a session that begins. */
export async function sessionCookie(
  { auth, config: { origin } }: Pick<Services, 'auth' | 'config'>,
  token: string,
): Promise<string> {
  const { secret } = await auth.$context;
  const value = `${token}.${signatureOf(token, secret)}`;
  return hostCookie(sessionCookieName(origin), value, { origin, seconds: IDLE_MINUTES * 60 });
}

/** The token of the session that a browser has or had; null where it has no cookie of ours. */
export async function sessionToken(
  { auth, config: { origin } }: Pick<Services, 'auth' | 'config'>,
  request: Pick<Request, 'headers'>,
): Promise<string | null> {
  const cookie = cookieIn(request, sessionCookieName(origin));
  return cookie === null ? null : signedText(cookie, (await auth.$context).secret);
}
