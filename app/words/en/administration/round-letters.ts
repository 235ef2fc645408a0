// Letters about the closing time of a round.
import type { LetterWords } from '#words/letters/letter.ts';
import { dayAndTime } from '#words/kit/time.ts';

type Round = { readonly round: string; readonly reason: string; readonly url: string };

type Moved = Round & {
  readonly label: string;
  readonly before: string;
  readonly closesAt: string;
  /** When it closes for this department. */
  readonly own: string;
  readonly isSubmitted: boolean;
};

export function closingMovedWords(moved: Moved): LetterWords {
  const { round, label, before, closesAt, own, reason, isSubmitted, url } = moved;
  return {
    subject: `${round} closes at another time`,
    paragraphs: [
      `${round} was to close on ${dayAndTime(before)}. It closes on ${dayAndTime(closesAt)} now, London time.`,
      ...(own === closesAt
        ? []
        : [`For ${label} it closes on ${dayAndTime(own)}, as you were told.`]),
      `The reason: ${reason}`,
      isSubmitted
        ? 'You have submitted, and that stands: you need not do anything.'
        : `Submit the assessment of ${label} before then.`,
    ],
    link: { url, text: 'Open the assessment' },
  };
}

type Extended = Round & {
  readonly label: string;
  readonly before: string;
  readonly closesAt: string;
};

export function moreTimeWords(extended: Extended): LetterWords {
  const { round, label, before, closesAt, reason, url } = extended;
  return {
    subject: `More time in ${round}`,
    paragraphs: [
      `${label} has more time: for it ${round} was to close on ${dayAndTime(before)}. It closes on ${dayAndTime(closesAt)} now, London time.`,
      `The reason: ${reason}`,
    ],
    link: { url, text: 'Open the assessment' },
  };
}
