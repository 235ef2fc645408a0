// What a panel decides, in two or three words.
import type { Outcome } from '#app/domain/review/decided-outcome.ts';

const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  award: 'Awarded at the level aimed for',
  'lower-award': 'Awarded at a lower level',
  'minor-revisions': 'Minor revisions',
  'major-revisions': 'Major revisions',
  'not-awarded': 'Not awarded',
};

/** The outcome in words. */
export function outcomeText(outcome: Outcome): string {
  return OUTCOME_TEXT[outcome];
}
