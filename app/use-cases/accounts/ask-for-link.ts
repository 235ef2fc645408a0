// Somebody who is not signed in asks for a link by mail: to choose another password, or to sign in on a device
// that is not known. What they are told is the same whether the address has an account or not.
import { addressWithToken } from '#app/addresses.ts';
import { lettersGoOut } from '#app/domain/letters/goes-out.ts';
import { letterOf } from '#words/letters/letter.ts';
import { checkWait, networkOf, secondsToWait, type Wait } from '#app/domain/policy/guessing.ts';
import { usableAccount } from '#app/domain/policy/people.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { countTry, loadTries } from '#db/repositories/accounts/failed-tries.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import {
  atMostPasswordLinks,
  insertPasswordLink,
  loadPasswordLink,
  usePasswordLink,
} from '#db/repositories/accounts/password-links.ts';
import { useOnce } from '#db/repositories/accounts/passkey-rows.ts';
import {
  type Account,
  loadAccountByEmail,
  loadAccountOf,
} from '#db/repositories/accounts/sign-in-accounts.ts';
import { Conflict, type Write } from '#db/store.ts';
import { deviceLinkWords } from '#words/accounts/link-letters.ts';
import { expiryOf, LINK_MINUTES, linkId } from './create-password-link.ts';
import { type NoMail, passwordLinkWrites } from './mail-password-link.ts';
import { canonicalEmail } from './sign-in.ts';

const HOUR = 60 * 60_000;
const MOST_PER_HOUR = 5;

export type AskForLinkCommand = {
  readonly email: string;
  readonly purpose: 'password' | 'device';
  /** The network address that asks. */
  readonly address: string;
};

export type AskForLinkProblem = NoMail | Wait;

/** For how many minutes the link works, if there is an account. */
export async function askForLink(
  services: Services,
  { email, purpose, address }: AskForLinkCommand,
): Promise<Result<{ minutes: number }, AskForLinkProblem>> {
  const { engine, clock, config } = services;
  if (!lettersGoOut(config)) return refused({ code: 'no-mail' });
  const now = clock();
  const key = `letter ${networkOf(address)}`;
  const tries = await loadTries(engine.db, key, now.getTime());
  const turn = checkWait(secondsToWait('letter', tries, now.getTime()));
  if (!turn.ok) return turn;
  const account = await loadAccountByEmail(engine.db, canonicalEmail(email));
  const counted = countTry(key, now.toISOString());
  try {
    await engine.commit([counted, ...linkWrites(services, account, purpose)]);
  } catch (error) {
    // Named recovery: they have been sent as many as they may be, which is nobody else's business.
    if (!(error instanceof Conflict)) throw error;
    await engine.commit([counted]);
  }
  return ok({ minutes: LINK_MINUTES });
}

function linkWrites(
  services: Services,
  found: Account | null,
  purpose: AskForLinkCommand['purpose'],
): readonly Write[] {
  const account = usableAccount(found);
  if (account === null) return decoys(services);
  return purpose === 'password'
    ? passwordLinkWrites(services, account, null)
    : deviceLinkWrites(services, account);
}

// As much work as a letter is, so that the time tells nothing either (SEC-43); forgotten within the hour.
function decoys({ clock, newId }: Services): readonly Write[] {
  const at = clock().toISOString();
  return Array.from({ length: 5 }, () => useOnce(`decoy ${newId()}`, { at, expiresAt: at }));
}

function deviceLinkWrites(
  { clock, newId, config }: Services,
  { id: userId, email }: Account,
): readonly Write[] {
  const [id, now] = [newId(), clock()];
  const at = now.toISOString();
  const letter = letterOf({
    key: `device-link ${id}`,
    recipient: email,
    ...deviceLinkWords({
      url: `${config.origin}${addressWithToken('/sign-in/device/:token')}`,
      minutes: LINK_MINUTES,
    }),
    tokenOf: `password-link ${id}`,
  });
  return [
    insertPasswordLink({
      id,
      tokenHash: null,
      purpose: 'device',
      userId,
      createdAt: at,
      createdBy: null,
      expiresAt: expiryOf(now),
      usedAt: null,
    }),
    atMostPasswordLinks(
      { userId, purpose: 'device' },
      new Date(now.getTime() - HOUR).toISOString(),
      MOST_PER_HOUR,
    ),
    queueLetter(newId(), letter, at),
    audit({
      at,
      actor: null,
      event: 'device-link-mailed',
      organisation: null,
      subject: userId,
      details: { link: id },
    }),
  ];
}

/** Whether a device link opens anything at this moment. */
export async function isDeviceLink(
  services: Pick<Services, 'engine' | 'clock'>,
  token: string,
): Promise<boolean> {
  const found = await deviceLink(services, token);
  return (
    found !== null &&
    found.link.usedAt === null &&
    found.link.expiresAt > services.clock().toISOString()
  );
}

/** A device link and its account; null where there is none, or the account is closed. */
async function deviceLink({ engine }: Pick<Services, 'engine'>, token: string) {
  const found = await loadPasswordLink(engine.db, linkId(token), 'device');
  if (found === null) return null;
  const account = usableAccount(await loadAccountOf(engine.db, found.person.id));
  return account === null ? null : { link: found.link, account };
}

/** Whose device it is from now on; link-over where the link opens nothing any more. */
export async function openDeviceLink(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  token: string,
): Promise<Result<{ email: string }, { readonly code: 'link-over' }>> {
  const at = clock().toISOString();
  const found = await deviceLink({ engine }, token);
  if (found === null) return refused({ code: 'link-over' });
  const { account } = found;
  try {
    await engine.commit([
      usePasswordLink(found.link.id, at),
      audit({
        at,
        actor: null,
        event: 'device-link-used',
        organisation: null,
        subject: account.id,
        details: { link: found.link.id },
      }),
    ]);
    return ok({ email: account.email });
  } catch (error) {
    // Named recovery: it was used already, or has expired.
    if (error instanceof Conflict) return refused({ code: 'link-over' });
    throw error;
  }
}
