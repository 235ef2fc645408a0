// Who asks: the session's person with the roles they hold at this very moment.
import type { Actor } from '#app/domain/policy/actor.ts';
import { LONGEST_HOURS } from '#app/identity/auth.ts';
import { membershipsOf } from '#app/queries/memberships.ts';
import type { Services } from '#app/services.server.ts';
import { sessionOf } from './session.ts';

export type Visitor = {
  readonly actor: Actor | null;
  /** Cookies that keep the session alive, to be sent with the answer. */
  readonly cookies: readonly string[];
};

/** What a page sends by itself, whether or not anyone is there: it keeps no session alive. */
const BY_ITSELF = /\/presence(?:\.data)?$/;

/** The person behind a request; nobody where the session is unknown, idle too long or too old. */
export async function visitorOf(services: Services, request: Request): Promise<Visitor> {
  const keepAlive = !BY_ITSELF.test(new URL(request.url).pathname);
  const found = await sessionEvenSo(services, request, keepAlive && !services.engine.readOnly);
  if (found === null) return { actor: null, cookies: [] };
  const { session, user, cookies } = found;
  const age = services.clock().getTime() - session.createdAt.getTime();
  if (age > LONGEST_HOURS * 3_600_000) return { actor: null, cookies: [] };
  const memberships = await membershipsOf(services, user.id);
  return {
    actor: { id: user.id, name: user.name, email: user.email, memberships },
    cookies,
  };
}

// A session that cannot be kept alive, because nothing can be written, is still a session; one that has
// ended, and cannot be deleted, has ended.
async function sessionEvenSo(services: Services, request: Request, keepAlive: boolean) {
  const { storage } = services;
  const first = await storage.during(() => sessionOf(services, request, { keepAlive }));
  if (first.trouble === null && first.settled.status === 'rejected') throw first.settled.reason;
  if (first.trouble === null && first.settled.status === 'fulfilled') return first.settled.value;
  const read = await storage.during(() => sessionOf(services, request, { keepAlive: false }));
  if (read.settled.status === 'fulfilled') return read.settled.value;
  if (read.trouble !== null && read.trouble !== 'failing') return null;
  storage.note(read.settled.reason);
  throw read.settled.reason;
}
