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
  const found = await sessionOf(services, request, { keepAlive });
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
