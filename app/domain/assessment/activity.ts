// What is told of the work on an assessment: the events of its trail that have words of their own.

export const ACTIVITIES = [
  'assessment-started',
  'organisation-answers-begun',
  'assessment-named',
  'assessment-discarded',
  'assessment-restored',
  'criterion-answered',
  'answer-restored',
  'answers-copied',
  'evidence-attached',
  'evidence-changed',
  'file-erased',
  'evidence-removed',
  'counts-entered',
  'facts-entered',
  'action-added',
  'action-changed',
  'action-moved',
  'action-removed',
  'action-progress-noted',
  'actions-imported',
  'target-changed',
  'round-chosen',
  'round-extended',
  'criteria-assigned',
  'comment-added',
  'comment-resolved',
  'comment-reopened',
  'charter-version-moved',
  'requirement-noted',
  'signature-asked',
  'signature-request-taken-back',
  'signature-sent-back',
  'assessment-signed-off',
  'assessment-reopened',
  'assessment-submitted',
  'submission-withdrawn',
  'revision-begun',
  'decision-recorded',
  'decision-appealed',
  'renewal-started',
  'plan-report-saved',
  'plan-report-sent',
  'reminders-written',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** What an event tells of; null = of something else. */
export function activityOf(event: string): Activity | null {
  return ACTIVITIES.find((known) => known === event) ?? null;
}
