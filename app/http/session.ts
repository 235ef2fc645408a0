// The session behind a request's cookie. The sign-in library made both; it is read here, because the
// library's own check of the cookie waits for a thread (cookies.ts).
import { IDLE_MINUTES, REFRESH_SECONDS, sessionCookieName } from '#app/identity/auth.ts';
import type { Services } from '#app/services.server.ts';
import { cookieIn, hostCookie, signatureOf, signedText } from './cookies.ts';

type SessionServices = Pick<Services, 'auth' | 'clock' | 'config'>;

/** The session and its person, with the cookie that keeps it alive where it is due; null = there is none. */
export async function sessionOf(
  { auth, clock, config: { origin } }: SessionServices,
  request: Request,
  { keepAlive }: { readonly keepAlive: boolean },
) {
  const name = sessionCookieName(origin);
  const cookie = cookieIn(request, name);
  if (cookie === null) return null;
  const { internalAdapter: store, secret } = await auth.$context;
  const token = signedText(cookie, secret);
  const found = token === null ? null : await store.findSession(token);
  if (token === null || found === null) return null;
  const { session, user } = found;
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
  const value = `${token}.${signatureOf(token, secret)}`;
  return {
    session,
    user,
    cookies: [hostCookie(name, value, { origin, seconds: IDLE_MINUTES * 60 })],
  };
}
