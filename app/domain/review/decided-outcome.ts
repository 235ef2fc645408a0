// What a panel can decide (product.md, The life of an assessment; domain.md, 1.1 Outcomes).

export const OUTCOMES = [
  'award',
  'lower-award',
  'minor-revisions',
  'major-revisions',
  'not-awarded',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether the outcome makes an award. */
export function awards(outcome: Outcome): outcome is 'award' | 'lower-award' {
  return outcome === 'award' || outcome === 'lower-award';
}

/** Whether the department may revise and submit again, by a date. */
export function asksForRevision(
  outcome: Outcome,
): outcome is 'minor-revisions' | 'major-revisions' {
  return outcome === 'minor-revisions' || outcome === 'major-revisions';
}

/** The outcome in a row; a text that is none counts as the one that gives nothing. */
export function outcomeOf(text: string): Outcome {
  return OUTCOMES.find((known) => known === text) ?? 'not-awarded';
}
