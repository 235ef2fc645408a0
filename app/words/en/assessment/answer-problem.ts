// Words for what can stand in the way of an answer, or of a new assessment.
import type { AssessmentState } from '#app/domain/submission/life.ts';
import type { Most } from '#words/kit/fact-words.ts';

type TooLong = Most & { readonly has: number };

const tooLong = ({ has, most }: TooLong) =>
  `The text has ${has} characters; at most ${most} can be saved. Shorten it`;

export const ANSWERS = {
  locked: ({ state }: { readonly state: AssessmentState }) =>
    state === 'submitted'
      ? 'The assessment has been submitted, so nothing in it can be changed. Your text below is not saved; copy it if you need it'
      : 'The executive sponsor has signed the assessment, so nothing in it can be changed until the lead reopens it. Your text below is not saved; copy it if you need it',
  'charter-not-published': 'This charter version is not offered. Choose another',
  'no-such-level': 'Choose one of the levels of the charter',
  'rating-off-scale': ({ highest }: { readonly highest: number }) =>
    `Choose a rating from 0 to ${highest}`,
  'answered-by-organisation':
    'Your organisation answers this criterion once for all its departments, so no rating or evidence of yours is saved. A note can be: write it and save it without a rating',
  'never-not-applicable': 'This criterion applies to everyone. Choose a rating',
  'justification-missing': 'Write why this criterion does not apply to you',
  'rating-would-go': ({ claimed }: { readonly claimed: number }) =>
    `‘Not applicable’ takes your rating of ${claimed} away, so it is not saved by itself. Choose ‘Save’, and you are asked`,
  'facts-would-change': 'This changes what counts. Confirm it first',
  'narrative-too-long': tooLong,
  'justification-too-long': tooLong,
};
