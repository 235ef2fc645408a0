// What is in the outbox and what became of it, for charter administrators. Letters can hold links that let
// their reader in, so their text is shown in the demo and nowhere else.
import { MOST_ATTEMPTS } from '#app/domain/mail/retry.ts';
import { type Actor, isAdministrator } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { countWaitingLetters, type LetterRow, listLetters } from '#db/repositories/letters.ts';

const MOST_SHOWN = 100;

/** The newest letters; null for anyone but an administrator. */
export async function outboxPage(
  { engine, config }: Pick<Services, 'engine' | 'config'>,
  actor: Actor,
) {
  if (!isAdministrator(actor)) return null;
  const showsText = config.mode !== 'production';
  const letters = await listLetters(engine.db, MOST_SHOWN);
  return {
    sends: config.smtpUrl !== null,
    waiting: await countWaitingLetters(engine.db),
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
      text: showsText ? letter.text : '',
      html: showsText ? letter.html : '',
    })),
  };
}

export type OutboxPage = NonNullable<Awaited<ReturnType<typeof outboxPage>>>;

function stateOf({
  sentAt,
  attempts,
}: LetterRow): 'sent' | 'given-up' | 'waiting' | 'trying-again' {
  if (sentAt !== null) return 'sent';
  if (attempts >= MOST_ATTEMPTS) return 'given-up';
  return attempts === 0 ? 'waiting' : 'trying-again';
}
