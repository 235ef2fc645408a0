// Words for what can stand in the way of a member of a panel: interests, ratings, the meeting.
import type { Phase } from '#app/domain/review/standing.ts';
import { told, type Told } from '#app/words/told.ts';
import type { Most, Names, Until } from '#words/kit/fact-words.ts';
import { GENERAL } from '#words/kit/general.ts';
import { dayAndTime } from '#words/kit/time.ts';
import { notDueText } from './panel-problem.ts';

const PHASES: Readonly<Record<Phase, string>> = {
  rating: 'The discussion is not open yet',
  discussion: 'The discussion is open, so ratings are final',
  closed: 'The panel has decided. The record stands as it is',
};

const MEANWHILE =
  'It was changed in another window meanwhile. Your text is still here and is not saved yet: choose ‘Save’ to see both';

const FACT_KINDS = {
  choice: 'Choose one of the answers',
  'yes-no': 'Choose yes, no or not known',
  number: 'Write a whole number, or leave it empty',
  date: 'Write a day such as 31 3 2027, or leave it empty',
};

const RATINGS = {
  'declare-first': 'Declare your interests first',
  'wrong-phase': ({ phase }: { readonly phase: Phase }) => PHASES[phase],
  'interest-reason-wrong': ({ most }: Most) =>
    `Say what the conflict is, in at most ${most} characters`,
  'no-such-criterion': 'The charter has no such criterion',
  'ruled-out': 'This criterion does not apply, because of a fact, so nobody rates it',
  'off-the-scale': ({ highest }: { readonly highest: number }) =>
    `Choose a rating from 0 to ${highest}`,
  'no-such-choice':
    'The department does not say that this criterion does not apply. Choose a rating',
  'reason-too-long': ({ has, most }: Most & { readonly has: number }) =>
    `The reason has ${has} characters; at most ${most} can be saved. Shorten it`,
  'rated-meanwhile': MEANWHILE,
  'changed-meanwhile': MEANWHILE,
  'no-such-fact': 'The charter asks for no such fact',
  'no-such-value': ({ kind }: { readonly kind: 'choice' | 'yes-no' | 'number' | 'date' }) =>
    FACT_KINDS[kind],
  'fact-reason-wrong': ({ most }: Most) =>
    `Say why the panel agreed on this, in at most ${most} characters`,
  'fact-agreed-meanwhile':
    'The fact was agreed otherwise in another window meanwhile. Read what is agreed now, and save again',
  'not-all-rated': ({ criteria }: Names) =>
    `Rate every criterion, with a reason, before you seal. Missing: ${criteria.join(', ')}`,
};

const REPLACING = {
  'ratings-not-due': ({ until }: Until) => notDueText(until),
  'no-such-member': 'Choose another member of the panel who rates',
  'asked-already': 'You have asked for this member already',
  'asked-reason-wrong': ({ most }: Most) => `Say why, in at most ${most} characters`,
};

const MEETING = {
  'too-few-sealed': ({ needs }: { readonly needs: number }) =>
    `Fewer members than the ${needs} that a decision needs have sealed their ratings`,
  // Who has not sealed is told to administrators alone.
  'still-rating': ({ until }: Until) => `Not everyone has sealed yet. ${waitText(until)}`,
  'note-wrong': ({ most }: Most) => `Write a note of at most ${most} characters`,
  'not-complete': ({ lacks }: { readonly lacks: 'rating' | 'reason' | 'both' }) =>
    ({
      rating: 'Say what is agreed: choose a rating, or tick what is true',
      reason: 'Write the reason of what is agreed',
      both: 'Say what is agreed: choose a rating, or tick what is true. Then write the reason',
    })[lacks],
  'feedback-too-long': ({ most }: Most) =>
    `A text of the feedback can have ${most} characters. Shorten it`,
};

function waitText(until: string | null): string {
  return until === null
    ? 'No date is set for the ratings, so the discussion opens once everyone has sealed'
    : `The discussion opens once everyone has sealed, or after ${dayAndTime(until)}`;
}

export const REVIEWS = { ...GENERAL, ...RATINGS, ...REPLACING, ...MEETING };

/** What stands in the way of a member of a panel. */
export function reviewProblemText(problem: Told<typeof REVIEWS>): string {
  return told(REVIEWS, problem);
}

/** What stands in the way of a rating: in the phase of rating nothing but one’s own seal. */
export function rateProblemText(problem: Told<typeof REVIEWS>): string {
  return problem.code === 'wrong-phase' && problem.phase === 'rating'
    ? 'You have sealed your ratings, so they are final'
    : reviewProblemText(problem);
}
