// Words for what can stand in the way of signing, submitting, withdrawing and revising.
import type { Most } from '#words/kit/fact-words.ts';
import { dayAndTime, dayText } from '#words/kit/time.ts';
import { SIGNING_BARS } from './signing-text.ts';

export const SIGNING = {
  ...SIGNING_BARS,
  obstacles: 'It cannot be signed yet: see ‘Check and submit’ for what is to be put right',
  'message-too-long': ({ most }: Most) => `The message can have at most ${most} characters`,
  'asked-already': 'It waits for a signature already. Nobody was asked again',
  'nobody-signs':
    'Nobody else may sign it at present. Name an executive sponsor or a deputy sponsor first, under ‘Team’',
  'not-asked': 'It does not wait for a signature any more. Nothing was changed',
  'comments-wrong': ({ most }: Most) =>
    `Write what is to be changed, in at most ${most} characters`,
  'content-changed':
    'Someone changed the assessment after you opened this page. Read it again, then sign',
  'not-a-draft': 'It has been signed or submitted already',
  'not-signed': 'The executive sponsor, or a deputy, signs it first',
};

export const SUBMITTING = {
  'signed-it':
    'You signed the declaration, so somebody else submits the assessment: two people answer for it',
  'no-round': 'Choose the round first',
  'no-such-round': 'Choose one of the rounds',
  'round-not-open-yet': ({ opensAt }: { readonly opensAt: string }) =>
    `The round opens on ${dayAndTime(opensAt)}`,
  'round-closed': ({ closedAt }: { readonly closedAt: string }) =>
    `The round closed on ${dayAndTime(closedAt)}. Ask the awarding body if you need more time`,
  'submitted-another': ({ number }: { readonly number: number }) =>
    `Your department has a submission before this round already, number ${number}. Nothing was submitted: a round takes one for each department`,
  'not-as-read':
    'It was signed anew, or its round was changed, after you opened this page. Nothing was submitted. Read it again, then submit',
  'not-submitted': 'There is no submission to withdraw',
  'before-a-panel':
    'A panel has begun to review it, so it can no longer be withdrawn. Write to the awarding body',
  'revisions-over': ({ dueOn }: { readonly dueOn: string }) =>
    `The revisions were due by ${dayText(dueOn)}. Ask the awarding body if you need more time`,
};

/** The note on what the department has done about a requirement. */
export const REQUIREMENTS = {
  'note-too-long': ({ most }: Most) => `The note can have at most ${most} characters`,
  'note-changed':
    'Someone changed the note after you opened this page: theirs is above, and yours is below, not saved. Saving replaces theirs',
};
