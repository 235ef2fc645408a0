// What the pages of administration say outside their markup.
import type { RoundState } from '#app/domain/assessment/round-times.ts';
import type { AssessmentState } from '#app/domain/submission/life.ts';

/** Where an assessment is on its way, on the page of its round. */
export const ASSESSMENT_STATES: Readonly<Record<AssessmentState, string>> = {
  draft: 'Draft',
  'signed-off': 'Signed off',
  submitted: 'Submitted',
};

/** Whether a round takes assessments. */
export const ROUND_STATES: Readonly<Record<RoundState, string>> = {
  'not-open-yet': 'Not open yet',
  open: 'Open',
  closed: 'Closed',
};

/** A new closing time of a round. */
export const ROUND_CONFIRM = {
  reallyEarlier: 'Really earlier than promised?',
  more: 'Confirm more time',
  newTime: 'Confirm the new closing time',
};

/** The columns of the record of events as a file. */
export const TRAIL = {
  sequence: 'Sequence',
  at: 'At (UTC)',
  event: 'Event',
  personId: 'Person id',
  person: 'Person',
  about: 'About',
  details: 'Details',
  chain: 'Chain',
  position: 'Position',
  seal: 'Seal',
};

/** Workload and turnaround. */
export const WORKLOAD = {
  noneDecided: 'None decided',
  noRound: 'No round',
};

/** Letters on their way. */
export const LETTERS_OUT = {
  changedMeanwhile:
    'This letter has gone or was changed meanwhile. The list below is how it is now.',
};
