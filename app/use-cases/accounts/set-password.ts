// A person chooses a password with a one-time link. The link is used up in the same commit, so that
// of two people with one link only the first sets a password; every session of the person ends, and the
// owner is told by mail.
import type { Membership } from '#app/domain/policy/actor.ts';
import { checkPasswordLink, type LinkOver } from '#app/domain/policy/account-address.ts';
import {
  checkGuessable,
  checkPasswordLength,
  type Guessable,
  type WrongLength,
} from '#app/domain/policy/password-weakness.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { PASSWORD_LENGTH } from '#app/identity/auth.ts';
import { weaknesses } from '#app/identity/password-strength.ts';
import type { BusyProblem } from '#app/identity-ports.ts';
import { passwordSetWords } from '#words/accounts/link-letters.ts';
import type { GateProblem } from './guessing-gate.ts';
import type { Services } from '#app/services.server.ts';
import { codeIsRight } from './code-is-right.ts';
import { linkId } from './create-password-link.ts';
import { letterOf } from '#words/letters/letter.ts';
import { countsAsReset } from '#app/domain/policy/cooling-off.ts';
import { changeSecurity, isClosed } from '#db/repositories/accounts/account-security.ts';
import {
  deleteSessionsOf,
  findPasswordAccount,
  insertPassword,
  type Person,
  updatePassword,
} from '#db/repositories/accounts/sign-in-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import {
  expirePasswordLinks,
  loadPasswordLink,
  usePasswordLink,
} from '#db/repositories/accounts/password-links.ts';
import { listPlaceNames, loadMemberships } from '#db/repositories/people/roles.ts';
import { loadAccountOf } from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Db, type Write } from '#db/store.ts';

export type SetPasswordCommand = {
  readonly token: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code; '' where it is not at hand. */
  readonly code?: string;
};

type LinkProblem = { readonly code: 'link-unknown' } | LinkOver;

export type PasswordProblem = WrongLength | Guessable;

export type SetPasswordProblem =
  | LinkProblem
  | PasswordProblem
  | BusyProblem
  | GateProblem
  | { readonly code: 'code-wrong' };

/** Somebody, with where they work. */
type PersonInPlaces = Pick<Person, 'name' | 'email'> & {
  readonly memberships: readonly Pick<Membership, 'organisation' | 'department'>[];
};

type SetPasswordServices = Pick<
  Services,
  'config' | 'engine' | 'clock' | 'newId' | 'auth' | 'passwordTurn' | 'authenticators'
>;

/** Whose password it is now, or why it was not set; a refused password leaves the link as it is. */
export async function setPassword(
  services: SetPasswordServices,
  { token, password, code = '' }: SetPasswordCommand,
): Promise<Result<{ userId: string; email: string }, SetPasswordProblem>> {
  const { engine, clock, newId } = services;
  const tokenHash = linkId(token);
  const at = clock().toISOString();
  const found = await usableLink(engine.db, tokenHash, at);
  if (!found.ok) return found;
  const { person, link } = found.value;
  const memberships = await loadMemberships(engine.db, person.id);
  const strong = await checkPassword(services, password, { ...person, memberships });
  if (!strong.ok) return strong;
  const hashed = await hashInTurn(services, { account: person.email, password });
  if (!hashed.ok) return hashed;
  const hash = hashed.value;
  const existing = await findPasswordAccount(engine.db, person.id);
  const proved = await factorProved(services, person.id, { code, link });
  if (!proved.ok) return proved;
  const secondFactor = proved.value;
  try {
    await engine.commit([
      usePasswordLink(link, at),
      existing === null
        ? insertPassword(newId(), { userId: person.id, hash, at })
        : updatePassword(existing, { hash, at }),
      expirePasswordLinks(person.id, at),
      deleteSessionsOf(person.id),
      ...(existing === null ? [] : changed(services, person, { at, secondFactor })),
      audit({
        at,
        actor: person.id,
        event: 'password-set',
        organisation: null,
        subject: person.id,
        // Who asked for the link is in the event that tells of it.
        details: { first: existing === null, link },
      }),
    ]);
    return ok({ userId: person.id, email: person.email });
  } catch (error) {
    // Named recovery: someone used the link, or a newer one was made, in between.
    if (!(error instanceof Conflict)) throw error;
    const now = await usableLink(engine.db, tokenHash, at);
    return now.ok ? refused({ code: 'link-used' }) : now;
  }
}

/** Whether somebody with this link is asked for a code, too; or why it sets no password. */
export async function lookAtLink(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  token: string,
): Promise<Result<{ asksCode: boolean }, LinkProblem>> {
  const found = await usableLink(engine.db, linkId(token), clock().toISOString());
  if (!found.ok) return found;
  const account = await loadAccountOf(engine.db, found.value.person.id);
  return ok({ asksCode: account !== null && account.sealedSecret !== null });
}

/** Whether the link's reader has the second factor, too; a link alone is no more than a reset. */
async function factorProved(
  services: SetPasswordServices,
  userId: string,
  { code, link }: { readonly code: string; readonly link: string },
): Promise<Result<boolean, GateProblem | { readonly code: 'code-wrong' }>> {
  const { engine } = services;
  const account = code === '' ? null : await loadAccountOf(engine.db, userId);
  if (account === null) return ok(false);
  const right = await codeIsRight(services, account, { code, from: `link ${link}` });
  return right.ok ? ok(true) : right;
}

/** The hash of a new password of somebody whose link lets them choose one. */
export async function hashInTurn(
  { auth, passwordTurn }: Pick<Services, 'auth' | 'passwordTurn'>,
  { account, password }: { readonly account: string; readonly password: string },
): Promise<Result<string, BusyProblem>> {
  const { password: hasher } = await auth.$context;
  return passwordTurn({ account, address: null, known: true }, () => hasher.hash(password));
}

/** What a password that is not somebody's first brings with it. */
function changed(
  { config, newId }: Pick<Services, 'config' | 'newId'>,
  { id, email }: Person,
  { at, secondFactor }: { readonly at: string; readonly secondFactor: boolean },
): readonly Write[] {
  const letter = letterOf({
    key: `password-changed ${newId()}`,
    recipient: email,
    ...passwordSetWords({ at, help: config.contact }),
  });
  const reset = countsAsReset({ secondFactor }) ? [changeSecurity(id, { resetAt: at })] : [];
  return [...reset, queueLetter(newId(), letter, at)];
}

async function usableLink(
  db: Db,
  tokenHash: string,
  at: string,
): Promise<Result<{ person: Person; link: string }, LinkProblem>> {
  const loaded = await loadPasswordLink(db, tokenHash);
  if (loaded === null) return refused({ code: 'link-unknown' });
  if (await isClosed(db, loaded.person.id)) return refused({ code: 'link-unknown' });
  const works = checkPasswordLink(loaded.link, at);
  return works.ok ? ok({ person: loaded.person, link: loaded.link.id }) : works;
}

/** Whether this person may have the password. */
export async function checkPassword(
  { config, engine }: Pick<Services, 'config' | 'engine'>,
  password: string,
  { name, email, memberships }: PersonInPlaces,
): Promise<Result<null, PasswordProblem>> {
  const length = checkPasswordLength(password, PASSWORD_LENGTH);
  if (!length.ok) return length;
  const names = await listPlaceNames(engine.db, memberships);
  const places = config.awardingBody === null ? names : [...names, config.awardingBody];
  const because = await weaknesses(password, { name, email, places });
  return checkGuessable(because);
}
