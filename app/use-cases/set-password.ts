// A person chooses a password with a one-time link. The link is used up in the same commit, so that
// of two people with one link only the first sets a password; every session of the person ends.
import type { Membership } from '#app/domain/policy/actor.ts';
import type { Weakness } from '#app/domain/policy/password-weakness.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { PASSWORD_LENGTH } from '#app/identity/auth.ts';
import { weaknesses } from '#app/identity/password-strength.ts';
import type { BusyProblem } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { linkId } from '#app/use-cases/create-password-link.ts';
import {
  deleteSessionsOf,
  findPasswordAccount,
  insertPassword,
  type Person,
  updatePassword,
} from '#db/repositories/accounts.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  expirePasswordLinks,
  loadPasswordLink,
  usePasswordLink,
} from '#db/repositories/password-links.ts';
import { listPlaceNames, loadMemberships } from '#db/repositories/people.ts';
import { Conflict, type Db } from '#db/store.ts';

export type SetPasswordCommand = { readonly token: string; readonly password: string };

type LinkProblem =
  | { readonly code: 'link-unknown' }
  | { readonly code: 'link-used' }
  | { readonly code: 'link-expired' };

export type PasswordProblem =
  | { readonly code: 'password-too-short'; readonly least: number }
  | { readonly code: 'password-too-long'; readonly most: number }
  /** It would be guessed soon, for these reasons. */
  | { readonly code: 'password-guessable'; readonly because: readonly Weakness[] };

export type SetPasswordProblem = LinkProblem | PasswordProblem | BusyProblem;

/** Somebody, with where they work. */
type PersonInPlaces = Pick<Person, 'name' | 'email'> & {
  readonly memberships: readonly Pick<Membership, 'organisation' | 'department'>[];
};

type SetPasswordServices = Pick<
  Services,
  'config' | 'engine' | 'clock' | 'newId' | 'auth' | 'passwordTurn'
>;

/** Whose password it is now, or why it was not set; a refused password leaves the link as it is. */
export async function setPassword(
  services: SetPasswordServices,
  { token, password }: SetPasswordCommand,
): Promise<Result<{ userId: string; email: string }, SetPasswordProblem>> {
  const { engine, clock, newId } = services;
  const id = linkId(token);
  const at = clock().toISOString();
  const found = await usableLink(engine.db, id, at);
  if (!found.ok) return found;
  const person = found.value;
  const memberships = await loadMemberships(engine.db, person.id);
  const problem = await passwordProblem(services, password, { ...person, memberships });
  if (problem !== null) return refused(problem);
  const hashed = await hashInTurn(services, { account: person.email, password });
  if (!hashed.ok) return hashed;
  const hash = hashed.value;
  const existing = await findPasswordAccount(engine.db, person.id);
  try {
    await engine.commit([
      usePasswordLink(id, at),
      existing === null
        ? insertPassword(newId(), { userId: person.id, hash, at })
        : updatePassword(existing, { hash, at }),
      expirePasswordLinks(person.id, at),
      deleteSessionsOf(person.id),
      audit({
        at,
        actor: person.id,
        event: 'password-set',
        organisation: null,
        subject: person.id,
        details: { first: existing === null },
      }),
    ]);
    return ok({ userId: person.id, email: person.email });
  } catch (error) {
    // Named recovery: someone used the link, or a newer one was made, in between.
    if (!(error instanceof Conflict)) throw error;
    const now = await usableLink(engine.db, id, at);
    return now.ok ? refused({ code: 'link-used' }) : now;
  }
}

/** The hash of a new password of somebody whose link lets them choose one. */
export async function hashInTurn(
  { auth, passwordTurn }: Pick<Services, 'auth' | 'passwordTurn'>,
  { account, password }: { readonly account: string; readonly password: string },
): Promise<Result<string, BusyProblem>> {
  const { password: hasher } = await auth.$context;
  return passwordTurn({ account, address: null, known: true }, () => hasher.hash(password));
}

async function usableLink(db: Db, id: string, at: string): Promise<Result<Person, LinkProblem>> {
  const loaded = await loadPasswordLink(db, id);
  if (loaded === null) return refused({ code: 'link-unknown' });
  if (loaded.link.usedAt !== null) return refused({ code: 'link-used' });
  if (loaded.link.expiresAt <= at) return refused({ code: 'link-expired' });
  return ok(loaded.person);
}

/** What is wrong with a password for this person; null = nothing. */
export async function passwordProblem(
  { config, engine }: Pick<Services, 'config' | 'engine'>,
  password: string,
  { name, email, memberships }: PersonInPlaces,
): Promise<PasswordProblem | null> {
  const { least, most } = PASSWORD_LENGTH;
  if ([...password].length < least) return { code: 'password-too-short', least };
  // Counted as the sign-in library counts, so that no password is set that it would refuse.
  if (password.length > most) return { code: 'password-too-long', most };
  const names = await listPlaceNames(engine.db, memberships);
  const places = config.awardingBody === null ? names : [...names, config.awardingBody];
  const because = await weaknesses(password, { name, email, places });
  return because.length > 0 ? { code: 'password-guessable', because } : null;
}
