// Sends what waits in the outbox. It runs beside what people do and never fails it: a server that is
// dead, slow or refuses makes letters wait, longer each time. A letter keeps its Message-ID however often
// it is tried, so that one that arrived without our knowing is recognised.
import { minutesToWait, MOST_ATTEMPTS } from '#app/domain/mail/retry.ts';
import type { MailResult } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import {
  claimLetter,
  type LetterRow,
  listDueLetters,
  markSent,
  noteFailure,
} from '#db/repositories/letters.ts';
import { Conflict } from '#db/store.ts';

const MOST_AT_ONCE = 50;

type Given = Pick<Services, 'engine' | 'clock' | 'sendMail' | 'log'>;

export type Sent = { readonly sent: number; readonly failed: number };

/** How many letters went out and how many have to wait; nothing at all where no mail can be sent. */
export async function sendLetters(services: Given): Promise<Sent> {
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
    const result = await sendOne(services, letter, sendMail);
    if (result === null) continue;
    if (result.ok) sent += 1;
    else failed += 1;
    // Nobody answers: the others need not wait for it one by one.
    if (!result.ok && result.why === 'unreachable') break;
  }
  return { sent, failed };
}

/** null = somebody else has taken the letter on. */
async function sendOne(
  { engine, clock, log }: Given,
  letter: LetterRow,
  sendMail: NonNullable<Given['sendMail']>,
): Promise<MailResult | null> {
  const attempts = letter.attempts + 1;
  const nextAt = new Date(clock().getTime() + minutesToWait(attempts) * 60_000).toISOString();
  try {
    await engine.commit([claimLetter(letter, nextAt)]);
  } catch (error) {
    // Named recovery: another process has it.
    if (error instanceof Conflict) return null;
    throw error;
  }
  const { id, recipient, subject, text, html, unsubscribe, createdAt } = letter;
  const result = await sendMail({ id, recipient, subject, text, html, unsubscribe, createdAt });
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
