// Who writes what, by when, and how far it is among those who write.
import type { ReviewState, ReviewStep } from '#app/domain/assessment/criterion-review.ts';
import { dayText } from '#words/kit/time.ts';

export const ANSWER_REVIEW: Readonly<Record<ReviewState, string>> = {
  'in-review': 'In review',
  agreed: 'Agreed',
  'sent-back': 'Sent back',
};

export const REVIEWING = {
  title: 'How far it is',
  dueOn: (day: string) => `To be written by ${dayText(day)}.`,
  standing: (state: ReviewState | null) =>
    state === null ? 'It is being written.' : `${ANSWER_REVIEW[state]}.`,
  steps: {
    'in-review': 'Ask for a look at it',
    agreed: 'Agree to it',
    'sent-back': 'Send it back',
    written: 'Take that back',
  } satisfies Readonly<Record<ReviewStep, string>>,
  why: 'Read why',
  sendBackMore: 'Send it back with a comment',
  comment: 'What is to be changed',
  commentHint:
    'Everybody who may read the assessment can read it. Whoever writes the criterion gets a letter.',
  explained:
    'Whoever writes asks for a look when the answer is ready; a lead agrees to it, or sends it back. An answer that is changed afterwards is being written again. None of it changes the score.',
};

/** The page on which many criteria are given out at once. */
export const WORK_PLAN = {
  title: 'Who writes what, and by when',
  of: (department: string) => `Who writes what, and by when: ${department}`,
  link: 'Who writes what, and by when',
  caption: 'Criteria that the department writes',
  who: 'Who writes it',
  nobody: 'Nobody yet',
  due: 'By',
  noDay: 'No day',
  state: 'State',
  choose: 'Choose',
  chooseOne: (criterion: string) => `Choose ${criterion}`,
  which: 'For which criteria',
  ticked: 'Those that are ticked above',
  unassigned: 'All that nobody has been asked to write',
  person: 'Ask somebody to write them, too',
  asItIs: 'Leave it as it is',
  dueOn: 'To be written by (leave it empty to leave it as it is)',
  noDayTitle: 'Or no day any more',
  noDueDay: 'Take the day away',
  save: 'Save',
  late: 'late',
};
