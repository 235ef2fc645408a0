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
