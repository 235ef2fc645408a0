// Words for what can stand in the way of a panel, of putting a submission before it, and of keeping it
// complete.
import type { PanelGap } from '#app/domain/review/panel-size.ts';
import { told, type Told } from '#app/words/told.ts';
import type { Most, Until } from '#words/kit/fact-words.ts';
import { dayAndTime } from '#words/kit/time.ts';
import { PROBLEMS } from '#words/problem-text.ts';
import { gapText } from './gap-text.ts';

export const PANELS = {
  ...PROBLEMS,
  'panel-name-wrong': ({ most }: Most) => `Give the panel a name of at most ${most} characters`,
  'no-candidate':
    'This person does not have the role that the seat needs: panel chair for the chair, panel member or panel chair for the others',
  'sits-already': 'This person sits on the panel already',
  'chair-already': 'The panel has a chair already',
  'has-begun':
    'This person has declared their interests in a review of the panel, so they stay on record as a member',
  'not-to-review': 'This submission is before a panel already, or was withdrawn',
  'due-in-the-past': 'The date for the ratings must be in the future',
  'panel-incomplete': ({ gaps }: { readonly gaps: readonly PanelGap[] }) =>
    `With conflicts of interest left out, the panel is not complete for this submission: ${gaps.map(gapText).join('; ')}`,
  'not-decided': 'There is no decision to correct yet',
  'award-published': 'The award is in the register. Withdraw it first, then correct the record',
};

/** What stands in the way of building a panel or putting a submission before it. */
export function panelProblemText(problem: Told<typeof PANELS>): string {
  return told(PANELS, problem);
}

/** Until when nobody who takes part is replaced. */
export function notDueText(until: string | null): string {
  return until === null
    ? 'No date is set for the ratings, so nobody is replaced yet'
    : `Ratings are due by ${dayAndTime(until)}, so nobody who takes part is replaced before`;
}

const KEEPING = {
  ...PANELS,
  'wrong-phase': 'The discussion is open or closed, so nobody rates any more',
  'to-confirm': 'Confirm it first',
  'date-unchanged': 'This is the date already. Nobody was written to',
  'reason-wrong': ({ most }: Most) => `Say why, in at most ${most} characters`,
  'no-such-member': 'This person does not rate in the review, or was replaced already',
  'has-sealed':
    'This member has sealed their ratings, so they stay. Do not tell the chair: the page of the review tells them when the discussion opens',
  'ratings-not-due': ({ until }: Until) => notDueText(until),
  'was-replaced': 'Somebody else took the seat of this person in this review. Choose another',
  'conflict-found':
    'This person has a conflict of interest with the organisation or its sponsor. Choose another',
  'statistics-needed':
    'Nobody who rates would be qualified to read statistics. Choose somebody who is, and say so here',
};

/** What stands in the way of setting the date for ratings or giving a seat to somebody else. */
export function reviewKeepingText(problem: Told<typeof KEEPING>): string {
  return told(KEEPING, problem);
}
