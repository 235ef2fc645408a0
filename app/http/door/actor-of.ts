// Who asks: the session's person with the roles they hold at this very moment.
import type { Actor } from '#app/domain/policy/actor.ts';
import { LONGEST_HOURS } from '#app/identity/auth.ts';
import type { FactorStanding } from '#app/domain/policy/second-factor.ts';
import { factorStandingOf } from '#app/queries/accounts/factor-standing.ts';
import { membershipsOf } from '#app/queries/people/memberships.ts';
import { isVouchedFor } from '#app/queries/accounts/vouched-for.ts';
import type { Services } from '#app/services.server.ts';
import { sessionOf } from './session.ts';

/** The session that a request belongs to. */
export type OwnSession = {
  readonly id: string;
  /** How its person signed in. */
  readonly method: string;
  /** When they last proved at their provider that it is still them, ISO 8601 UTC; null = never. */
  readonly confirmedAt: string | null;
};

export type Visitor = {
  readonly actor: Actor | null;
  readonly session: OwnSession | null;
  /** What they have to do about a second factor. */
  readonly factor: FactorStanding;
  /** Cookies that keep the session alive, to be sent with the answer. */
  readonly cookies: readonly string[];
};

/** Nobody is signed in. */
export const NOBODY: Visitor = {
  actor: null,
  session: null,
  factor: { kind: 'fine' },
  cookies: [],
};

/** The person behind a request; nobody where the session is unknown, idle too long or too old. */
export async function visitorOf(
  services: Services,
  request: Request,
  { keepAlive }: { readonly keepAlive: boolean },
): Promise<Visitor> {
  const found = await sessionEvenSo(services, request, keepAlive && !services.engine.readOnly);
  if (found === null) return NOBODY;
  const { session, user, cookies } = found;
  const age = services.clock().getTime() - session.createdAt.getTime();
  if (age > LONGEST_HOURS * 3_600_000) return NOBODY;
  const memberships = await membershipsOf(services, user.id);
  const actor = { id: user.id, name: user.name, email: user.email, memberships };
  const { id, method, confirmedAt } = session;
  if (!(await isVouchedFor(services, actor, method))) return NOBODY;
  return {
    actor,
    session: { id, method, confirmedAt },
    factor: await factorStandingOf(services, actor, {
      method,
      since: session.createdAt.toISOString(),
    }),
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
