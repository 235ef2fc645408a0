// What the pages of reviews say outside their markup.

/** What is agreed of a criterion. */
export const TEXTS = {
  note: 'Note',
  agreedRating: 'Agreed rating',
  agreedStatements: 'Which statements does the panel find true?',
  agreedRule:
    'Tick each one that it finds true. The rating is the highest of which every statement is ticked, with all of those below it.',
};

/** Who ticked which statements. */
export const WHO_TICKED = {
  caption: 'Statements, and who finds them true',
  statement: 'Statement',
  department: 'Department',
  reviewers: 'Reviewers',
  ticked: 'Ticked',
  not: 'Not ticked',
  of: (some: number, all: number) => `${some} of ${all}`,
};

/** The decision. */
export const DECIDE = {
  decision: 'Decision',
  summary: 'What the panel says of the whole',
  correction: 'Why it takes the place of the earlier record',
  of: (part: number, all: number) => `${part} of ${all}`,
  notBefore: (all: number) => `not before all ${all} are agreed`,
  draftSaved: 'Your draft is saved. Nothing is decided yet.',
};

/** The facts of a submission. */
export const REVIEW_FACTS = {
  title: 'Facts',
  none: 'The charter asks for no facts.',
  explained:
    'They decide which criteria apply, in which words they are asked, and some conditions of levels. In the discussion the panel can correct them; what is agreed decides.',
  submitted: (value: string) => `The department says: ${value}.`,
  agreed: (value: string) => `Agreed by the panel: ${value}.`,
  correct: 'Correct this fact',
  reason: 'Why the panel agreed on this',
  save: 'Save what is agreed',
  read: 'Read the facts of the department',
};

/** The seats of a panel, as one is chosen. */
export const SEATS = {
  reviewer: 'Reviewer',
  chair: 'Chair',
  observer: 'Observer: reads and listens, does not rate or decide',
};

/** Rating a criterion. */
export const RATING = {
  supports: 'Which statements does the evidence support?',
  rule: 'Tick each one that it supports. The rating is the highest of which every statement is ticked, with all of those below it.',
  doesNotApply: 'It does not apply: agreed',
  savedSoFar: (lacks: string) => `Saved so far. ${lacks}`,
};

/** How far the rating of a criterion is. */
export const RATED = {
  rated: 'Rated',
  begun: 'Not complete',
  /** A fact rules it out. */
  notAsked: 'Does not apply',
};

/** What a member of a panel does next. */
export const TO_DO = {
  declare: 'Declare your interests, then read and rate.',
  decided: 'Decided.',
  discussion: 'The discussion is open.',
  observe: 'You observe.',
  sealed: 'Your ratings are sealed. The discussion is not open yet.',
  due: (at: string) => ` Due by ${at}, London time.`,
  rated: (rated: number, criteria: number, time: string) =>
    `${rated} of ${criteria} criteria rated; all of them take about ${time}.`,
};

/** The tables of what is agreed. */
export const AGREED = {
  scoresOfSections: 'Scores of sections',
  ratingsOfCriteria: 'Ratings of criteria',
  countsAs: (rating: string, counts: string) => `${rating}, counts as ${counts}`,
};

/** The meeting. */
export const DISCUSSION = {
  rulesOut: 'Criteria that do not apply, because of facts',
  /** Once for each who agrees that a criterion does not apply. */
  notApplicable: 'not applicable',
};

/** For whom the report of a review is. */
export const PANEL_AUDIENCE = {
  panel: (number: number) =>
    `For the panel that reviews submission ${number}. Confidential until the decision.`,
};

/** Another member for a seat. */
export const REPLACE = {
  chooseWhoGoes: 'Choose who goes',
  chooseWhoComes: 'Choose who takes the seat',
};

/** Drafts and ratings that are kept while somebody types. */
export const KEPT = {
  draftAt: (time: string) => `Saved at ${time} as your draft. Nobody else sees it yet.`,
  decisionAt: (time: string) => `Saved at ${time} as your draft. Nothing is decided yet.`,
  ratingAt: (time: string, lacks: string) => `Saved at ${time}${lacks}`,
};
