// The kinds of feedback in words.
export type FeedbackKind = 'requirement' | 'recommendation' | 'commendation';

/** Above a list of them. */
export const FEEDBACK_TITLES: Readonly<Record<FeedbackKind, string>> = {
  requirement: 'Requirements',
  recommendation: 'Recommendations',
  commendation: 'Commendations',
};

/** What they ask of the department. */
export const FEEDBACK_MEANINGS: Readonly<Record<FeedbackKind, string>> = {
  requirement: 'What has to be done for the level aimed for:',
  recommendation: 'What the panel advises:',
  commendation: 'What the panel found especially good:',
};

/** Where there are none. */
export const NO_FEEDBACK: Readonly<Record<FeedbackKind, string>> = {
  requirement: 'The panel makes no requirement.',
  recommendation: 'The panel makes no recommendation.',
  commendation: 'The panel makes no commendation.',
};
