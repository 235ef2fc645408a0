// The session of a request, read once for all of it.
import type { Services } from '#app/services.server.ts';
import { loadSessionByToken } from '#db/repositories/accounts/session-rows.ts';

/** The session with this token and its person, whether it has run out or not; null = there is none. */
export async function sessionOfToken({ engine }: Pick<Services, 'engine'>, token: string) {
  const found = await loadSessionByToken(engine.db, token);
  if (found === null) return null;
  const { user, ...session } = found;
  const createdAt = new Date(session.createdAt);
  const expiresAt = new Date(session.expiresAt);
  return { user, session: { ...session, createdAt, expiresAt } };
}
