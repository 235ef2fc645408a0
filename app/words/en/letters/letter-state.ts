// Where a letter stands in the outbox, in words.
import { dayAndTime } from '#words/kit/time.ts';

type LetterState = {
  readonly state: 'sent' | 'held' | 'waiting' | 'trying-again' | 'given-up';
  readonly sentAt: string | null;
  readonly nextAt: string;
  readonly attempts: number;
  readonly lastError: string | null;
};

/** What became of it so far. */
export function letterStateText({
  state,
  sentAt,
  nextAt,
  attempts,
  lastError,
}: LetterState): string {
  switch (state) {
    case 'sent':
      return sentAt === null ? 'Sent.' : `Sent ${dayAndTime(sentAt)}.`;
    case 'held':
      return 'Held since a backup was restored.';
    case 'waiting':
      return 'Waiting.';
    case 'trying-again':
      return `Tried ${attempts} times (${lastError ?? 'no answer'}), again after ${dayAndTime(nextAt)}.`;
    case 'given-up':
      return `Could not be sent (${lastError ?? 'no answer'}).`;
    default:
      return state satisfies never;
  }
}

/** Why a letter is tried no more, as it is kept with it; other reasons are those of the mail server. */
export const GIVEN_UP = {
  closed: 'the account is closed',
  over: 'what it is about is over',
  byHand: 'taken out by hand',
} as const;
