// Why somebody may not sign, or not yet, in words.
import { told, type Told } from '#app/words/told.ts';
import type { Share } from '#app/domain/submission/two-people.ts';
import { dayAndTime } from '#words/kit/time.ts';

export const SIGNING_BARS = {
  'submitted-it':
    'You have submitted this assessment, so somebody else signs it: two people answer for it',
  'wrote-most': ({ own, all }: Share) =>
    `You wrote ${own} of the ${all} narratives, so somebody else signs: two people answer for an assessment`,
  'reset-lately': ({ until }: { readonly until: string }) => heldText(until),
};

/** A sentence without a full stop. */
export function signingBarText(bar: Told<typeof SIGNING_BARS>): string {
  return told(SIGNING_BARS, bar);
}

/** Until when somebody whose password was reset neither signs nor decides. */
export function heldText(until: string): string {
  return `Your password was reset a short while ago. So that nobody signs or decides in your name who only got hold of your mail, this waits until ${dayAndTime(until)}, London time`;
}

/** What a sponsor declares; kept with each signature as it was read. */
export const DECLARATION =
  'I have read this self-assessment. To the best of my knowledge it is an honest, accurate and true account, and I support the action plan.';
