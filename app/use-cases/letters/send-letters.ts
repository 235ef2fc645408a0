// Sends what waits in the outbox. It runs beside what people do and never fails it: a server that is
// dead, slow or refuses makes letters wait, longer each time. A letter keeps its Message-ID however often
// it is tried, so that one that arrived without our knowing is recognised. Its token is made here.
import { GIVEN_UP } from '#words/letters/letter-state.ts';
import { withToken } from '#app/domain/letters/letter.ts';
import { minutesToWait, MOST_ATTEMPTS } from '#app/domain/letters/retry.ts';
import type { MailResult } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  claimLetter,
  giveUpLetter,
  type LetterRow,
  listDueLetters,
  markSent,
  noteFailure,
} from '#db/repositories/letters/letters-to-send.ts';
import { isClosedAddress } from '#db/repositories/accounts/account-security.ts';
import { Conflict, type Write } from '#db/store.ts';
import { putInto } from './letter-token.ts';

const MOST_AT_ONCE = 50;
/** What the owner of a closed account is told all the same: what is done about it, and whom it lets in. */
const TOLD_ALL_THE_SAME = /^(?:account-closed|account-opened|role-change|role-removed) /;

type Given = Pick<Services, 'engine' | 'clock' | 'config' | 'sendMail' | 'log'>;

export type Sent = { readonly sent: number; readonly failed: number };

/**
 * How many letters went out and how many have to wait; nothing at all where no mail can be sent. After a
 * stop the letter under way is finished and no other begun.
 */
export async function sendLetters(services: Given, stop?: AbortSignal): Promise<Sent> {
  const { engine, clock, sendMail } = services;
  if (sendMail === null) return { sent: 0, failed: 0 };
  const due = await listDueLetters(engine.db, {
    at: clock().toISOString(),
    mostAttempts: MOST_ATTEMPTS,
    most: MOST_AT_ONCE,
  });
  let sent = 0;
  let failed = 0;
  for (const letter of due) {
    if (stop?.aborted) break;
    const result = await sendOne(services, letter, sendMail);
    if (result === null) continue;
    if (result.ok) sent += 1;
    else failed += 1;
    // Nobody answers: the others need not wait for it one by one.
    if (!result.ok && result.why === 'unreachable') break;
  }
  return { sent, failed };
}

/** null = somebody else has taken the letter on, or nobody wants it any more. */
async function sendOne(
  services: Given,
  letter: LetterRow,
  sendMail: NonNullable<Given['sendMail']>,
): Promise<MailResult | null> {
  const { engine, clock, log } = services;
  const { id, recipient, subject, createdAt } = letter;
  const attempts = letter.attempts + 1;
  const nextAt = new Date(clock().getTime() + minutesToWait(attempts) * 60_000).toISOString();
  const made = await addressesOf(services, letter);
  if (!(await committed(engine, [claimLetter(letter, nextAt)]))) return null;
  const lastError = (await isUnwanted(services, letter))
    ? GIVEN_UP.closed
    : (await committed(engine, made.writes))
      ? null
      : GIVEN_UP.over;
  if (lastError !== null) {
    await engine.commit([giveUpLetter(id, { attempts: MOST_ATTEMPTS, lastError })]);
    return null;
  }
  const result = await sendMail({ id, recipient, subject, createdAt, ...made.addresses });
  const at = clock().toISOString();
  if (result.ok) {
    const event = { at, actor: null, event: 'letter-sent', organisation: null, subject: id };
    await engine.commit([markSent(id, at), audit(event)]);
    return result;
  }
  const given = result.why === 'refused-for-good' ? MOST_ATTEMPTS : attempts;
  await engine.commit([noteFailure(id, { attempts: given, nextAt, lastError: result.reason })]);
  log('letter-not-sent', { letter: id, attempts, why: result.why, reason: result.reason });
  return result;
}

/** Whether it is for somebody whose account is closed. */
async function isUnwanted({ engine }: Given, { key, recipient }: LetterRow): Promise<boolean> {
  return !TOLD_ALL_THE_SAME.test(key) && (await isClosedAddress(engine.db, recipient));
}

/** Text and addresses as they are sent, and what makes the token in them valid. */
async function addressesOf(
  services: Pick<Services, 'clock' | 'config' | 'engine'>,
  letter: LetterRow,
) {
  const { text, html, unsubscribe, tokenOf } = letter;
  if (tokenOf === null) return { addresses: { text, html, unsubscribe }, writes: [] };
  const { token, writes } = await putInto(services, tokenOf, services.clock().toISOString());
  return { addresses: withToken(letter, token), writes };
}

async function committed(
  { commit }: Pick<Services['engine'], 'commit'>,
  writes: readonly Write[],
): Promise<boolean> {
  try {
    await commit(writes);
    return true;
  } catch (error) {
    // Named recovery: another process has it, or what it opens is over.
    if (error instanceof Conflict) return false;
    throw error;
  }
}
