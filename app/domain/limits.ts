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
