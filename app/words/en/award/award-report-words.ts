// What the documents of an award say.

type Held = {
  readonly department: string;
  readonly organisation: string;
  readonly level: string;
  readonly charter: string;
};

/** The facts of an award. */
export const AWARD_FACTS = {
  awardedOn: 'Awarded on',
};

/** The report of an award, and its plan, for anyone. */
export const AWARD_REPORT = {
  panelSays: 'What the panel says',
  audience: (number: string, address: string) =>
    `For anyone. Award ${number} can be checked at ${address}`,
  holder: ({ department, organisation, level, charter }: Held) =>
    `${department} of ${organisation} holds the level ${level} of the ${charter}.`,
  by: (body: string) => ` The award was made by ${body}.`,
  theAward: 'The award',
  how: (by: string) =>
    `The department assessed itself against every criterion of the charter. A panel of reviewers rated each criterion, alone at first and then together, and decided.${by}`,
  isItGenuine: 'Is this award genuine?',
  compare: (number: string, address: string) =>
    `Compare the number ${number}, the level and the dates with the register at ${address}`,
  standing: (score: string) =>
    `The overall score is ${score} of the points that are possible. Each level has a line of its own, overall and for each section.`,
  whereItStands: 'Where the department stands',
  does: 'What the department does',
  wroteNothing: 'The department wrote nothing here.',
  willDo: 'What the department will do',
  asSubmitted:
    'The action plan as it was submitted. Who answers for each action is known to the awarding body and left out here.',
};

/** The certificate. */
export const CERTIFICATE = {
  title: (label: string, department: string) => `Certificate: ${label}, ${department}`,
  subject: (charter: string) => `Certificate of the ${charter}`,
  audience: 'For anyone.',
  hasBeenAwardedTo: 'has been awarded to',
  check: 'Check this certificate in the register:',
};
