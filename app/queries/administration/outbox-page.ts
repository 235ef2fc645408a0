// What is in the outbox and what became of it, for charter administrators. What letters say is between
// their reader and us, so their text is shown in the demo and nowhere else.
import { chainOf, TOKEN } from '#app/domain/letters/letter.ts';
import { MOST_ATTEMPTS } from '#app/domain/letters/retry.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Services } from '#app/services.server.ts';
import {
  countWaitingLetters,
  type LetterRow,
  listLetters,
} from '#db/repositories/letters/letters-to-send.ts';

const MOST_SHOWN = 100;

/** The newest letters; null for anyone but an administrator. */
export async function outboxPage(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  actor: Actor,
) {
  if (!mayAdminister(actor, 'read-letters')) return null;
  const showsText = config.mode !== 'production';
  const letters = await listLetters(engine.db, MOST_SHOWN);
  return {
    sends: config.smtpUrl !== null,
    ...(await countWaitingLetters(engine.db)),
    showsText,
    letters: letters.map((letter) => ({
      id: letter.id,
      recipient: letter.recipient,
      subject: letter.subject,
      createdAt: letter.createdAt,
      state: stateOf(letter),
      attempts: letter.attempts,
      sentAt: letter.sentAt,
      nextAt: letter.nextAt,
      lastError: letter.lastError,
      /** Its link is made for whoever reads it here, where nothing is sent for real. */
      needsLink:
        showsText &&
        letter.sentAt === null &&
        letter.tokenOf !== null &&
        chainOf(letter.tokenOf) === null,
      text: showsText ? shown(letter, letter.text) : '',
      html: showsText ? shown(letter, letter.html) : '',
    })),
  };
}

export type OutboxPage = NonNullable<Awaited<ReturnType<typeof outboxPage>>>;

/** What is put in as a letter is sent, and opens nothing, is told in words. */
function shown({ tokenOf }: LetterRow, text: string): string {
  const told = tokenOf !== null && chainOf(tokenOf) !== null;
  return told ? text.replaceAll(TOKEN, '(put in as the letter is sent)') : text;
}

function stateOf({
  sentAt,
  heldAt,
  attempts,
}: LetterRow): 'sent' | 'held' | 'given-up' | 'waiting' | 'trying-again' {
  if (sentAt !== null) return 'sent';
  if (heldAt !== null) return 'held';
  if (attempts >= MOST_ATTEMPTS) return 'given-up';
  return attempts === 0 ? 'waiting' : 'trying-again';
}
