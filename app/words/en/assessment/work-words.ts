// Where the work on a criterion stands, and what was done to an assessment, in words.
import type { OtherChange } from '#app/domain/assessment/content-changes.ts';
import { type Activity, activityOf } from '#app/domain/assessment/activity.ts';
import type { AnswerOrigin } from '#app/domain/assessment/answer-sittings.ts';
import type { CriterionState, Gap } from '#app/domain/assessment/work-progress.ts';

/** The state of a criterion. */
export const CRITERION_STATE: Readonly<Record<CriterionState, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  'needs-evidence': 'Needs evidence',
  ready: 'Ready',
  'does-not-apply': 'Does not apply',
};

/** What is left to be done for an answer. */
export const ANSWER_GAPS: Readonly<Record<Gap, string>> = {
  'look-again': 'look at it again, because the criterion has changed',
  claim: 'say which rating describes you',
  confirm: 'tick the statements of the rating',
  evidence: 'add the evidence that the rating needs, or claim less',
  narrative: 'write what you do, and what difference it makes',
  shorten: 'shorten the text',
};

/** Before them. */
export const STILL_TO_DO = 'Still to do:';

const ACTIVITY: Readonly<Record<Activity, string>> = {
  'assessment-started': 'started the assessment',
  'assessment-named': 'named the draft',
  'assessment-discarded': 'threw the draft away',
  'assessment-restored': 'brought the draft back',
  'organisation-answers-begun': 'began the answers of the whole organisation',
  'criterion-answered': 'worked on the answer to',
  'answer-restored': 'brought an earlier text back to',
  'answers-copied': 'copied answers from an earlier assessment',
  'evidence-attached': 'attached evidence to',
  'evidence-changed': 'changed evidence of',
  'file-erased': 'erased the file of an item of evidence for good',
  'evidence-removed': 'removed evidence from',
  'counts-entered': 'changed workforce counts',
  'facts-entered': 'changed facts',
  'action-added': 'added an action to the plan',
  'action-changed': 'changed an action of the plan',
  'action-moved': 'moved an action within the plan',
  'action-removed': 'removed an action from the plan',
  'action-progress-noted': 'noted progress on an action',
  'actions-changed': 'changed several actions of the plan',
  'actions-imported': 'brought several actions in',
  'scenario-kept': 'kept a scenario',
  'scenario-dropped': 'removed a scenario',
  'target-changed': 'changed the level aimed for',
  'round-chosen': 'chose the round',
  'round-extended': 'gave a later closing time',
  'criteria-assigned': 'changed who writes',
  'work-planned': 'planned who writes, and by when',
  'answer-reviewed': 'said how far the answer is, of',
  'comment-added': 'commented on',
  'comment-resolved': 'marked a comment as dealt with on',
  'comment-reopened': 'opened a comment again on',
  'charter-version-moved': 'moved the assessment to a newer version of the charter',
  'requirement-noted': 'noted what was done about the requirement for',
  'signature-asked': 'asked for the signature',
  'signature-request-taken-back': 'took the request for a signature back',
  'signature-sent-back': 'sent the assessment back instead of signing it',
  'assessment-signed-off': 'signed the assessment',
  'assessment-reopened': 'reopened the assessment',
  'assessment-submitted': 'submitted the assessment',
  'submission-withdrawn': 'withdrew the submission',
  'revision-begun': 'opened the assessment for revisions',
  'decision-recorded': 'recorded the decision of the panel',
  'decision-appealed': 'appealed against the decision',
  'renewal-started': 'started the renewal of the award',
  'plan-report-saved': 'worked on the report of a year on the plan',
  'plan-report-sent': 'sent the report of a year on the plan',
  'reminders-written': 'wrote reminders of the closing time',
};

/** What somebody did, by the event that is on record, after their name. */
export function activityText(event: string): string {
  const activity = activityOf(event);
  return activity === null ? 'did something else' : ACTIVITY[activity];
}

/** How a version of an answer came to be. */
export const ANSWER_ORIGIN: Readonly<Record<AnswerOrigin, string>> = {
  typed: 'Saved while typing.',
  saved: 'Saved.',
  imported: 'Taken over from a document.',
  copied: 'Copied.',
  moved: 'Moved to another version of the charter.',
  restored: 'An earlier text was brought back.',
};

/** What else was changed since an earlier submission. */
export const OTHER_CHANGE: Readonly<Record<OtherChange, string>> = {
  actions: 'The action plan was changed.',
  counts: 'Workforce counts were changed.',
  facts: 'Facts about the department were changed.',
  target: 'The level aimed for was changed.',
};
