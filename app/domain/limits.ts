// How much an assessment may hold: each limit once, for the decision that keeps it and the page that
// shows it. Lengths are in UTF-16 code units, as a browser's maxlength counts them.

/** Hard limits of storage for one answer; a narrative over its word limit may still be saved. */
export const ANSWER_LIMITS = {
  narrativeCharacters: 100_000,
  justificationCharacters: 5_000,
} as const;

/** All texts of a document that is brought back; more than the largest charter's answers at their limits. */
export const DRAFT_CHARACTERS = 2_000_000;

export const EVIDENCE_LIMITS = {
  titleCharacters: 200,
  descriptionCharacters: 2_000,
  linkCharacters: 2_000,
  itemsPerCriterion: 20,
  fileBytes: 25 * 1024 * 1024,
  departmentBytes: 2 * 1024 * 1024 * 1024,
} as const;

export const COUNT_LIMITS = {
  /** The largest count of people. */
  people: 10_000_000,
  sourceCharacters: 500,
} as const;

/** Those of a plan; the length of each field of an action stands in its catalogue (plan/action-fields.ts). */
export const ACTION_LIMITS = {
  actions: 300,
  /** As many as a charter may have. */
  criteria: 400,
  milestones: 20,
  milestoneCharacters: 300,
  progressCharacters: 2_000,
} as const;

/** Why somebody does what others are told of. */
export const REASON = { code: 'reason-wrong', most: 1_000 } as const;

/** Texts of a review and of what follows from it, each with the code with which another is refused. */
export const REVIEW_TEXTS = {
  note: { code: 'note-wrong', most: 4_000 },
  factReason: { code: 'fact-reason-wrong', most: 2_000 },
  feedback: { code: 'feedback-too-long', most: 2_000 },
  interest: { code: 'interest-reason-wrong', most: 1_000 },
  replacement: { code: 'asked-reason-wrong', most: 1_000 },
  correction: { code: 'correction-wrong', most: 1_000 },
  grounds: { code: 'grounds-wrong', most: 6_000 },
  appealAnswer: { code: 'answer-wrong', most: 2_000 },
  panelName: { code: 'panel-name-wrong', most: 120 },
} as const;

/** Texts on the way to a submission and its revision. */
export const SUBMISSION_TEXTS = {
  message: { code: 'message-too-long', most: 2_000 },
  sentBack: { code: 'comments-wrong', most: 2_000 },
  requirementNote: { code: 'note-too-long', most: 2_000 },
} as const;

/** How many decided submissions a charter on trial is tried on: the newest. */
export const TRIAL_LIMITS = { decided: 300 } as const;
