// What the pages of awards say outside their markup.

/** The documents of an award. */
export const AWARD_DOCUMENTS = {
  'award-report': 'Award report',
  'action-plan': 'Action plan',
  certificate: 'Certificate',
};

/** For how long an award holds. */
export const HOLDS = {
  wasValid: (day: string) => `It was valid until ${day}.`,
  valid: (from: string, to: string) => `Valid from ${from} to ${to}`,
  withGrace: (valid: string, until: string) => `${valid}, and in a grace period until ${until}.`,
};

/** What became of an organisation. */
export const NOW = {
  called: (name: string) => `now called ${name}`,
  formerly: (names: string) => `formerly ${names}`,
  partOf: (name: string) => `now part of ${name}`,
};

/** The page of an award. */
export const AWARD = {
  size: (kilobytes: number) => `${kilobytes} kB`,
  awarded: 'Awarded',
  withGrace: (validUntil: string, lastDay: string) =>
    `${validUntil}, and in a grace period until ${lastDay}`,
};

/** The register. */
export const REGISTER = {
  newAwards: 'New awards',
};

/** Whether an award is genuine and holds. */
export const VERIFIED = {
  withdrawn: 'This award was genuine, and has been withdrawn',
  expired: 'This award is genuine, and has expired',
  valid: 'This award is genuine and valid',
  withdrawnOn: (day: string, reason: string) => `It was withdrawn on ${day}. The reason: ${reason}`,
  lastDay: (day: string) => `Its last day was ${day}.`,
  inGrace: (validUntil: string, lastDay: string) =>
    `It was valid until ${validUntil}, and holds in a grace period until ${lastDay}.`,
  holds: (lastDay: string) => `It holds until ${lastDay}.`,
};

/** What a pasted credential is worth. */
export const CREDENTIAL = {
  none: 'This is no credential. Copy the whole text of the file, from the first letter to the last',
  notOurs: 'This credential was not signed by us',
  notGenuine:
    'This credential is not genuine: it was changed after it was signed, or never signed by us',
  notOfAnAward: 'This is signed by us and is not the credential of an award',
  notYet: (day: string) => `This credential is genuine and not valid before ${day}`,
  expired: (day: string) => `This credential is genuine and expired on ${day}`,
  withdrawn: (number: string) =>
    `This credential was genuine, and its award ${number} has been withdrawn`,
  enterNumber: 'Enter the number of an award, such as MC-2027-0042',
};

/** The desk of an award. */
export const AWARD_DESK = {
  confirmRead: 'Confirm that you have read what becomes public',
  chooseOutcome: 'Choose the outcome',
};

/** What the register tells programs. */
export const REGISTER_API = {
  altered:
    'The award is not what was decided: it was altered in the database, so it is not given out.',
  noAward: 'There is no published award of this number.',
  noOrganisation: 'No award of such an organisation is published.',
};

/** What is given out of an award. */
export const GIVEN_OUT = {
  notReadable:
    'This document cannot be read from our store at the moment. Please try again later, or tell the person who runs the service.\n',
  noCredential: 'This award has been withdrawn. There is no credential of it any more.\n',
};

/** The register as a file. */
export const REGISTER_COLUMNS = {
  odsCode: 'ODS code',
  nowCalled: 'Now called',
  nowPartOf: 'Now part of',
  charterVersion: 'Charter version',
  awardedOn: 'Awarded on',
  gracePeriodUntil: 'Grace period until',
  state: 'State',
  page: 'Page',
};

/** The register as a feed. */
export const FEED = {
  title: 'Award register: new and withdrawn awards',
  author: 'Award register',
  withdrawn: (title: string) => `Withdrawn: ${title}`,
};
