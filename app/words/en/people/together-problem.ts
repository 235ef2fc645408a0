// Words for what can stand in the way of working together: comments, shared-out criteria, invitations.
import { told, type Told } from '#app/words/told.ts';
import type { Most } from '#words/kit/fact-words.ts';
import { PROBLEMS } from '#words/problem-text.ts';

const COMMENTS = {
  'cannot-answer':
    'This person has no role in which they could write an answer. Nothing was changed. Choose someone else',
  'comment-empty': 'Enter a comment',
  'comment-too-long': ({ has, most }: Most & { readonly has: number }) =>
    `The comment has ${has} characters; at most ${most} can be saved. Shorten it`,
  'too-many-mentions': ({ most }: Most) => `A comment can mention ${most} people. Choose fewer`,
  'too-many-comments': ({ most }: Most) =>
    `You have written ${most} comments in a day. Your text is not saved; try again tomorrow`,
};

const WORK = {
  'no-criteria-chosen': 'Choose at least one criterion',
  'nothing-to-change': 'Choose somebody, or enter a day',
  'due-day-wrong': 'Enter a day such as 5 3 2027, or leave it empty',
  'due-day-past': 'Enter a day that is not over',
  'due-day-and-none': 'Enter a day, or take the day away: not both',
  'ticked-and-chosen':
    'You have ticked criteria and chosen others. Choose those that are ticked, or untick them',
  'answer-not-ready':
    'The answer is not ready yet. Its page says what is still to do; nothing was changed',
  'review-not-allowed':
    'A lead agrees to answers and sends them back, and takes that back. Nothing was changed',
  'answer-changed':
    'The answer was changed after you opened it, and nothing was said of it. Read it as it is now, then choose',
};

const INVITATIONS = {
  'invited-already':
    'There is an open invitation to this role for this address. Send it again, or withdraw it first',
  'too-many-invitations': ({ most }: Most) =>
    `You have sent ${most} invitations in a day. Nothing was sent; go on tomorrow`,
  'invited-too-often': ({ most }: Most) =>
    `This address has been sent ${most} invitations in a day. Nothing was sent; try again tomorrow`,
  'invitation-over': 'This invitation was accepted or withdrawn already',
  'invitation-unknown': 'This link is not right. Copy it whole, or ask for a new invitation',
  'invitation-used': 'This invitation has been accepted already. Sign in',
  'invitation-revoked': 'This invitation was withdrawn. Ask the person who sent it',
  'invitation-expired': 'This invitation has expired. Ask for a new one',
  'sign-in-first': 'There is an account with this address. Sign in with it to accept',
  'link-taken': 'Another account here is linked to whoever you are signed in as there',
  'other-address': 'This invitation is for another address. Enter the address that it was sent to',
  'name-missing': 'Enter your name, in at most 200 characters',
  'name-taken':
    'Somebody in this organisation has this name already. Add something by which people tell you apart',
};

/** The awarding body asks for a lead where nobody of the organisation can. */
const STEP_IN = {
  'nobody-to-tell':
    'Nobody is at this organisation, and no contact is on record, so nobody could object. Nothing was asked. Whoever runs the service can make the account on the command line',
  'waits-already':
    'Somebody is to be invited to this organisation already. Wait for it, or take it back first',
  'reason-wrong': ({ most }: Most) => `Write the reason, in at most ${most} characters`,
  over: 'It was stopped already, or the invitation has gone out. A lead or sponsor of the organisation can withdraw the invitation',
};

export const TOGETHER = { ...PROBLEMS, ...COMMENTS, ...WORK, ...INVITATIONS, ...STEP_IN };

/** The problem as a sentence, without a full stop. */
export function togetherProblemText(problem: Told<typeof TOGETHER>): string {
  return told(TOGETHER, problem);
}

/** What the log says of roles that no longer go together. */
export const MIXED_ROLES =
  'An administrator holds no role in an organisation nor on a panel. Take one of them away on the page of the person';
