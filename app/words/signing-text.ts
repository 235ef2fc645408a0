// Why somebody may not sign, or not yet, in words.
import type { SigningBar } from '#app/use-cases/submission/who-signs.ts';
import { dayAndTime } from './time.ts';

/** A sentence without a full stop. */
export function signingBarText(bar: SigningBar): string {
  switch (bar.code) {
    case 'submitted-it':
      return 'You have submitted this assessment, so somebody else signs it: two people answer for it';
    case 'wrote-most':
      return `You wrote ${bar.own} of the ${bar.all} narratives, so somebody else signs: two people answer for an assessment`;
    case 'reset-lately':
      return heldText(bar.until);
    default:
      return bar satisfies never;
  }
}

/** Until when somebody whose password was reset neither signs nor decides. */
export function heldText(until: string): string {
  return `Your password was reset a short while ago. So that nobody signs or decides in your name who only got hold of your mail, this waits until ${dayAndTime(until)}, London time`;
}
