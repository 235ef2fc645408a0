// What the frame of every page says outside its markup.

/** Who plans with a time that was promised. */
export const WHO_PLAN = { Departments: 'departments that', Members: 'members who' };

/** The pages of an administrator. */
export const ADMIN_PLACES = {
  panels: 'Panels',
  appeals: 'Appeals',
  workloadAndTurnaround: 'Workload and turnaround',
  awards: 'Awards',
  rounds: 'Rounds',
  charters: 'Charters',
  organisationsAndPeople: 'Organisations and people',
  accessReview: 'Access review',
  eraseAFile: 'Erase a file',
  recordOfEvents: 'Record of events',
};

/** The pages of an assessment. */
export const PLACES = {
  taskList: 'Task list',
  documents: 'Documents',
  team: 'Team',
  checkAndSubmit: 'Check and submit',
};

/** The parts of a date. */
export const DATE = {
  day: 'Day',
  month: 'Month',
  year: 'Year',
};

/** The pages below every page. */
export const SITE_PLACES = {
  awardRegister: 'Award register',
  helpAndContact: 'Help and contact',
  privacyNotice: 'Privacy notice',
  cookies: 'Cookies',
  accessibilityStatement: 'Accessibility statement',
  outboxOfTheDemo: 'Outbox of the demo',
};

/** How long a text is. */
export const WORD_COUNT = {
  limit: (limit: number) => `You can write up to ${limit} words.`,
  saved: (limit: number, saved: number) =>
    `You can write up to ${limit} words. Saved so far: ${saved}.`,
  left: (words: number, limit: number) => `${words} of ${limit} words`,
  over: (words: number, over: number, limit: number) =>
    `${words} words: ${over} over the limit of ${limit}. It is saved, and not ready until it is shorter.`,
};

/** Which rating the statements give that are ticked at this moment. */
export const TICKED_NOW = (rating: string, firstMissing: string | null) =>
  firstMissing === null
    ? `What is ticked gives the rating ${rating}.`
    : `What is ticked gives the rating ${rating}. For more, tick all of ${firstMissing} first.`;

/** What is said while somebody types. */
export const TYPING = {
  saving: 'Saving…',
  nothingNew: 'Everything is saved. There is nothing new.',
  changeNotSaved: 'Your change is not saved yet',
  cannotBeShown: 'This page cannot be shown now',
  odd: 'Not saved: the service does not answer as it should. Your text is still here. Trying again soon.',
  offline: 'Not saved: there is no connection. Your text is still here. Trying again soon.',
  signedOut:
    'You have been signed out. Your text is still here: choose ‘Save’ to sign in and keep it.',
  stillHere: 'still here',
  notSaved: 'Not saved.',
  textStillHere: 'Your text is still here.',
  notSent:
    'Not sent: there is no connection. What you typed is still here. Try again when you are connected.',
};

/** A page in place of a file. */
export const NO_FILE = {
  othersFirst: 'Your other files come first',
  notMade: 'This file could not be made',
  altered: 'This record has been altered',
  withdrawn: 'This award has been withdrawn',
  withdrawnWhy: (number: string, day: string, reason: string) =>
    `The award ${number} was withdrawn on ${day} and does not hold any more, so this document is no longer given out. The reason: ${reason}`,
  pageOfAward: 'the page of the award',
  startPage: 'the start page',
};
