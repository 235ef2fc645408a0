// What the pages of submissions say outside their markup.
import type { AssessmentState } from '#app/domain/submission/life.ts';

/** Above the next step. */
export const STEP_TITLES: Readonly<Record<AssessmentState, string>> = {
  draft: 'This is a draft',
  'signed-off': 'Signed, and ready to be submitted',
  submitted: 'Submitted and locked',
};

/** Submitting, and why it cannot be done now. */
export const SUBMIT = {
  already: 'It is submitted already. Its receipt is under ‘Check and submit’.',
  notSigned: 'It cannot be submitted yet: the executive sponsor, or a deputy, signs it first.',
  signedByYou: 'You signed it, so somebody else submits it: two people answer for an assessment.',
  chooseRound: 'Choose the round first, under ‘Check and submit’.',
  closed: (round: string, at: string) =>
    `${round} closed on ${at}. Ask the awarding body if you need more time.`,
  opens: (round: string, at: string) => `${round} opens on ${at}.`,
  awardingBody: 'the awarding body',
  notAnswered: (count: number, all: number) => `, with ${count} of ${all} criteria not answered`,
  nothingDone: (left: number, all: number) =>
    `, with nothing done for ${left} of ${all} requirements`,
};

/** What is claimed of a criterion. */
export const CHECK = {
  noRating: 'No rating claimed',
  rating: (claimed: number, supported: number) =>
    `Rating ${claimed} claimed, ${supported} supported`,
};
