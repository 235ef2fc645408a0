// What the pages of an assessment say outside their markup.
import { listText } from '#words/kit/wording.ts';

/** What happened in an assessment. */
export const ACTIVITY = {
  whichCriteria: 'which criteria',
  theService: 'The service',
};

/** What changed of a criterion since an earlier submission. */
export const CHANGES = {
  claimed: (before: string, now: string) => `Claimed then: ${before}. Claimed now: ${now}.`,
  ticks: 'Other statements are ticked.',
  added: (title: string) => `Evidence added: ${title}`,
  removed: (title: string) => `Evidence removed: ${title}`,
  altered: (title: string) => `Evidence changed: ${title}`,
};

/** The way to a level. */
export const WAY = {
  time: 'How much time there is',
  within: 'Only steps that fit into',
  anyTime: 'Any time',
  inMonths: (months: number) => `${months} months`,
  least: 'Which way is wanted?',
  isLeastEffort: 'Of all ways to meet every condition, this one takes the least effort:',
  isFewestMonths:
    'Of all ways to meet every condition, this one takes the fewest months, and of those the least effort:',
  soonest: (months: number) =>
    `Without a limit, the soonest way takes about ${months} ${months === 1 ? 'month' : 'months'}.`,
  planned: (number: number) => `In the plan already: action ${number}`,
  leastEffort: 'With the least effort',
  leastMonths: 'With the fewest months',
  show: 'Show the way',
  takes: (months: number) =>
    ` It takes about ${months} ${months === 1 ? 'month' : 'months'}, as steps of different criteria go on side by side.`,
  supportOne: 'support one claim',
  support: (number: number) => `support ${number} claims`,
  raiseOne: 'raise one rating',
  raise: (number: number) => `raise ${number} ratings`,
  ratingsToRaise: (level: string) => `Ratings to raise on the way to ${level}`,
};

/** Comments on a criterion. */
export const COMMENTS = {
  resolve: 'Mark as dealt with',
  reopen: 'Open again',
};

/** A draft that comes back as a document. */
export const DRAFT = {
  bringBack: 'Bring your draft back',
  whatChanges: 'What the document changes',
  title: 'Questions and draft',
  notApplicable: 'not applicable',
};

/** About a department. */
export const FACTS = {
  title: 'About your department',
  titleOfOrganisation: 'About your organisation',
  notKnownYet: 'Not known yet',
  fewerThan: (number: number) => `fewer than ${number}`,
  decides: (criteria: readonly string[]) =>
    `It decides whether ${listText(criteria)} ${criteria.length === 1 ? 'applies' : 'apply'}.`,
};

/** The history of an answer. */
export const HISTORY = {
  title: (criterion: string, isNote: boolean) =>
    isNote ? `History of your note on ${criterion}` : `History of ${criterion}`,
  current: (isNote: boolean) =>
    isNote ? 'This is the note as it stands.' : 'This is the answer as it stands.',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  ticked: (count: number) => `Statements ticked: ${count}`,
  /** Of a version of the charter that the assessment was moved from. */
  place: (rating: number, place: number) =>
    `Statement ${place} of rating ${rating}, in the earlier version of the charter`,
};

/** Who else is at an answer. */
export const PRESENCE = {
  one: (name: string) => `${name} is editing this now`,
  several: (names: string, last: string) => `${names} and ${last} are editing this now`,
};

/** What a level lacks, in one line. */
export const VERDICT = {
  notMet: (missing: number, all: number) => `${missing} of ${all} conditions not met`,
  heldBack: (levels: string) => `its own conditions are met, but ${levels} is not`,
};

/** The line below a criterion of the task list. */
export const TASKS = {
  withNames: (work: string, names: string) => `${work}. With ${names}`,
  savedBy: (work: string, name: string) => `${work}. Last saved by ${name}`,
  lookAgain: 'To look at again',
  dueBy: (work: string, day: string) => `${work}. By ${day}`,
  about: (minutes: number) => `About ${minutes} minutes`,
  noRating: 'No rating claimed yet',
  ruledOut: 'A fact about you rules it out',
  claimed: (rating: number) => `Rating ${rating} claimed`,
};

/** Where something stands among all of its kind. */
export const POSITION = {
  of: (part: number, all: number) => `${part} of ${all}`,
};

/** For whom a document is. */
export const AUDIENCE = {
  team: (department: string, organisation: string) =>
    `For the executive sponsor and the self-assessment team of ${department}, ${organisation}.`,
};

/** Saving an answer. */
export const SAVED = {
  meanwhile:
    'Someone saved this answer after you opened the page. Nothing was changed. Read what they wrote below, then choose again',
  at: (time: string) => `Saved at ${time}`,
  byElse:
    'This answer was changed meanwhile, by somebody else or in another window of yours. Your text is still here and is not saved yet: choose ‘Save’ to see both.',
  mayRatingGo: 'Say whether your rating may go',
};
