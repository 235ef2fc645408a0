// How a file whose content was erased for good is spoken of, on pages and in documents.
import { londonDay } from '#app/domain/london-day.ts';
import { longDate } from '#words/kit/day-words.ts';

/** 'Erased on 3 March 2027 for: a list of staff'. */
export function erasedText({
  at,
  reason,
}: {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly reason: string;
}): string {
  return `Erased on ${longDate(londonDay(at))} for: ${reason}`;
}

/** The same of the row of a file; null where its content is not erased. */
export function erasedSince({
  erasedAt: at,
  erasedReason,
}: {
  readonly erasedAt: string | null;
  readonly erasedReason: string | null;
}): string | null {
  return at === null ? null : erasedText({ at, reason: erasedReason ?? '' });
}
