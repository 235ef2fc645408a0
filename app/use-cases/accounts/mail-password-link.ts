// Mails the owner of an account a link to choose a password. Nobody else ever sees it: its token is made as
// the letter is sent, and whoever asked for it is told only that it is under way.
import { addressWithToken } from '#app/addresses.ts';
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson, type Person } from '#db/repositories/accounts/sign-in-rows.ts';
import { isClosed } from '#db/repositories/accounts/account-security.ts';
import { audit } from '#db/repositories/audit.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import {
  atMostPasswordLinks,
  expirePasswordLinks,
  insertPasswordLink,
} from '#db/repositories/accounts/password-links.ts';
import { Conflict, type Write } from '#db/store.ts';
import { passwordLinkWords } from '#words/accounts/link-letters.ts';
import { expiryOf, LINK_MINUTES } from './create-password-link.ts';
import { letterOf } from '#words/letters/letter.ts';

const HOUR = 60 * 60_000;
/** More letters than this in an hour would only fill somebody's mailbox (SEC-82). */
const MOST_PER_HOUR = 5;

export type MailLinkProblem =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'account-closed' }
  | NoMail
  | { readonly code: 'too-many-links'; readonly most: number };

/** No mail server is set, so only the command line of the service can do this. */
export type NoMail = { readonly code: 'no-mail' };

/** To whom the link goes, once an administrator has asked for it. */
export async function mailPasswordLink(
  services: Pick<Services, 'engine' | 'clock' | 'newId' | 'config'>,
  actor: Actor,
  { userId }: { readonly userId: string },
): Promise<Result<{ email: string; minutes: number }, MailLinkProblem>> {
  const { engine } = services;
  if (!mayAdminister(actor, 'mail-password-links')) return refused({ code: 'not-allowed' });
  if (!lettersGoOut(services.config)) return refused({ code: 'no-mail' });
  const person = await loadPerson(engine.db, userId);
  if (person === null) return refused({ code: 'not-found' });
  if (await isClosed(engine.db, userId)) return refused({ code: 'account-closed' });
  try {
    await engine.commit(passwordLinkWrites(services, person, actor));
    return ok({ email: person.email, minutes: LINK_MINUTES });
  } catch (error) {
    // Named recovery: they have been sent as many as they may be.
    if (!(error instanceof Conflict)) throw error;
    return refused({ code: 'too-many-links', most: MOST_PER_HOUR });
  }
}

/** A new link with its letter; a Conflict where the person was sent many. null = nobody who is signed in asks. */
export function passwordLinkWrites(
  { clock, newId, config }: Pick<Services, 'clock' | 'newId' | 'config'>,
  { id: userId, email }: Pick<Person, 'id' | 'email'>,
  actor: Pick<Actor, 'id' | 'name'> | null,
): readonly Write[] {
  const id = newId();
  const now = clock();
  const at = now.toISOString();
  const since = new Date(now.getTime() - HOUR).toISOString();
  const letter = letterOf({
    key: `password-link ${id}`,
    recipient: email,
    ...passwordLinkWords(actor === null ? null : actor.name, {
      url: `${config.origin}${addressWithToken('/set-password/:token')}`,
      minutes: LINK_MINUTES,
    }),
    tokenOf: `password-link ${id}`,
  });
  return [
    expirePasswordLinks(userId, at, 'password'),
    insertPasswordLink({
      id,
      tokenHash: null,
      purpose: 'password',
      userId,
      createdAt: at,
      createdBy: actor?.id ?? null,
      expiresAt: expiryOf(now),
      usedAt: null,
    }),
    atMostPasswordLinks({ userId, purpose: 'password' }, since, MOST_PER_HOUR),
    queueLetter(newId(), letter, at),
    audit({
      at,
      actor: actor?.id ?? null,
      event: 'password-link-mailed',
      organisation: null,
      subject: userId,
      details: { link: id },
    }),
  ];
}
