// What the form of an answer asks for.

export const ANSWER_FORM = {
  save: 'Save',
  evidenceNeeded: (rules: readonly string[]) => `Evidence needed. ${rules.join('. ')}.`,
  reason: 'If not applicable: why does it not apply?',
  reasonIfAny: 'If not applicable: why does it not apply? (optional)',
  narrative: 'What do you do, and what difference does it make?',
  narrativeIfAny: 'What do you do, and what difference does it make? (optional)',
} as const;
