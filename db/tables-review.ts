// The tables of a review: panels, interests, independent ratings, the meeting, the decision, appeals. As in
// tables.ts, ids are text and instants ISO 8601 UTC text; days are YYYY-MM-DD.
import { kit } from './kit.sqlite.ts';
import { assessments, organisations, user } from './tables.ts';
import { submissions } from './tables-together.ts';

const { table, text, ref, int, bool, ticked, index, uniqueIndex } = kit;

/** Where a person has worked, as they say themselves; one source of detected conflicts of interest. */
export const pastEmployments = table(
  'past_employments',
  {
    id: text('id').primaryKey(),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    organisationId: ref('organisation_id', () => organisations.id),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('past_employments_once').on(t.userId, t.organisationId)],
);

export const panels = table('panels', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  version: int('version').notNull(),
});

export const panelMembers = table(
  'panel_members',
  {
    id: text('id').primaryKey(),
    panelId: ref('panel_id', () => panels.id),
    userId: ref('user_id', () => user.id),
    /** chair, reviewer or observer (domain/review/panel-size.ts). */
    seat: text('seat').notNull(),
    /** Qualified to read statistics; every panel needs one. */
    statistics: bool('statistics').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    uniqueIndex('panel_members_once').on(t.panelId, t.userId),
    index('panel_members_user').on(t.userId),
  ],
);

/** One submission before one panel. */
export const reviews = table(
  'reviews',
  {
    id: text('id').primaryKey(),
    panelId: ref('panel_id', () => panels.id),
    submissionId: ref('submission_id', () => submissions.id),
    assessmentId: ref('assessment_id', () => assessments.id),
    organisationId: ref('organisation_id', () => organisations.id),
    /** submission, resubmission or appeal. */
    purpose: text('purpose').notNull(),
    openedAt: text('opened_at').notNull(),
    openedBy: text('opened_by').notNull(),
    /** When the independent ratings are due; null = not fixed. */
    ratingsDueAt: text('ratings_due_at'),
    /** From here on ratings are seen and the meeting takes place; null = independent rating goes on. */
    discussionOpenedAt: text('discussion_opened_at'),
    /** Set with the decision. */
    closedAt: text('closed_at'),
    version: int('version').notNull(),
  },
  (t) => [
    uniqueIndex('reviews_once').on(t.submissionId, t.panelId),
    // All that a list of somebody's reviews is found and put in order by.
    index('reviews_panel').on(
      t.panelId,
      t.closedAt,
      t.openedAt,
      t.id,
      t.submissionId,
      t.organisationId,
    ),
    index('reviews_assessment').on(t.assessmentId),
    index('reviews_order').on(t.closedAt, t.openedAt, t.id),
  ],
);

/** What a member of the panel declared before seeing anything. */
export const interests = table(
  'interests',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    userId: ref('user_id', () => user.id),
    conflict: bool('conflict').notNull(),
    reason: text('reason').notNull(),
    declaredAt: text('declared_at').notNull(),
  },
  (t) => [
    uniqueIndex('interests_once').on(t.reviewId, t.userId),
    index('interests_user').on(t.userId, t.conflict, t.reviewId),
  ],
);

/** What one reviewer gives one criterion; nobody else reads it before the discussion is open. */
export const ratings = table(
  'ratings',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    userId: ref('user_id', () => user.id),
    criterion: text('criterion').notNull(),
    /** null = not rated yet, or not applicable agreed. */
    rating: int('rating'),
    /** The statements that the reviewer ticked, places by rating; null = the rating was given alone. */
    statements: ticked('statements'),
    /** The department says that it does not apply, and the reviewer agrees. */
    notApplicable: bool('not_applicable').notNull(),
    reason: text('reason').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [uniqueIndex('ratings_once').on(t.reviewId, t.userId, t.criterion)],
);

/** A reviewer's ratings are final from here on. */
export const seals = table(
  'seals',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    userId: ref('user_id', () => user.id),
    /** SHA-256 of the ratings as sealed. */
    sha256: text('sha256').notNull(),
    sealedAt: text('sealed_at').notNull(),
  },
  (t) => [uniqueIndex('seals_once').on(t.reviewId, t.userId)],
);

/** A seat in one review that the chair asks to fill anew, or that somebody else has taken. */
export const seatChanges = table(
  'seat_changes',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    /** Who sits there, or sat there. */
    memberId: ref('member_id', () => user.id),
    /** chair or reviewer. */
    seat: text('seat').notNull(),
    /** The chair who asked; null = an administrator acted unasked. */
    askedBy: text('asked_by'),
    askedAt: text('asked_at'),
    askedReason: text('asked_reason').notNull(),
    /** Who takes the seat; null = nobody yet. */
    replacementId: text('replacement_id').references(() => user.id),
    /** Whether that person is qualified to read statistics. */
    statistics: bool('statistics').notNull(),
    replacedBy: text('replaced_by'),
    replacedAt: text('replaced_at'),
    reason: text('reason').notNull(),
    /** When that person first declared that they have no conflict of interest; null = not yet. */
    acceptedAt: text('accepted_at'),
  },
  (t) => [
    uniqueIndex('seat_changes_member').on(t.reviewId, t.memberId),
    uniqueIndex('seat_changes_replacement').on(t.reviewId, t.replacementId),
    index('seat_changes_person').on(t.replacementId),
  ],
);

/** What is said in the discussion. */
export const reviewNotes = table(
  'review_notes',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    criterion: text('criterion').notNull(),
    text: text('text').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('review_notes_review').on(t.reviewId, t.criterion)],
);

/** What one member of the panel has typed in the meeting and not given yet; nobody else reads it. */
export const reviewDrafts = table(
  'review_drafts',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    userId: ref('user_id', () => user.id),
    /** The criterion that is discussed; '' = the decision. */
    place: text('place').notNull(),
    /** The texts of the form by their names, as JSON; {} once they were given. */
    texts: text('texts').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [uniqueIndex('review_drafts_once').on(t.reviewId, t.userId, t.place)],
);

/** What the panel agreed for a criterion, and the feedback on it. */
export const consensusRatings = table(
  'consensus_ratings',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    criterion: text('criterion').notNull(),
    /** null = not applicable, agreed. */
    rating: int('rating'),
    /** What is ticked for the rating; null = it was agreed alone, or ‘none of these’. */
    statements: ticked('statements'),
    reason: text('reason').notNull(),
    commendation: text('commendation').notNull(),
    recommendation: text('recommendation').notNull(),
    requirement: text('requirement').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('consensus_ratings_once').on(t.reviewId, t.criterion)],
);

/** A fact as the panel agreed it, where it differs from what was submitted. */
export const agreedFacts = table(
  'agreed_facts',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    fact: text('fact').notNull(),
    /** '' = not known. */
    value: text('value').notNull(),
    reason: text('reason').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('agreed_facts_once').on(t.reviewId, t.fact)],
);

/** The decision as it was recorded; a trigger refuses changes. A later one supersedes it. */
export const decisions = table(
  'decisions',
  {
    id: text('id').primaryKey(),
    reviewId: ref('review_id', () => reviews.id),
    submissionId: ref('submission_id', () => submissions.id),
    assessmentId: ref('assessment_id', () => assessments.id),
    organisationId: ref('organisation_id', () => organisations.id),
    /** award, lower-award, minor-revisions, major-revisions or not-awarded (domain/review/decided-outcome.ts). */
    outcome: text('outcome').notNull(),
    /** The level awarded; null = none. */
    level: text('level'),
    /** YYYY-MM-DD, for revisions. */
    revisionsDueOn: text('revisions_due_on'),
    /** Everything that was decided on, as JSON (domain/formats/decision-record.ts). */
    record: text('record').notNull(),
    /** SHA-256 of the record's bytes. */
    sha256: text('sha256').notNull(),
    decidedAt: text('decided_at').notNull(),
    decidedBy: text('decided_by').notNull(),
    /** The decision that this one takes the place of; null = none. */
    supersedes: text('supersedes'),
  },
  (t) => [
    index('decisions_assessment').on(t.assessmentId),
    index('decisions_review').on(t.reviewId),
    index('decisions_submission').on(t.submissionId),
    uniqueIndex('decisions_supersedes').on(t.supersedes),
  ],
);

export const appeals = table(
  'appeals',
  {
    id: text('id').primaryKey(),
    decisionId: ref('decision_id', () => decisions.id),
    assessmentId: ref('assessment_id', () => assessments.id),
    organisationId: ref('organisation_id', () => organisations.id),
    grounds: text('grounds').notNull(),
    madeAt: text('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    /** The review by another panel, once the appeal is accepted; null = not yet, or dismissed. */
    reviewId: text('review_id').references(() => reviews.id),
    /** accepted or dismissed; null = open. */
    outcome: text('outcome'),
    outcomeReason: text('outcome_reason'),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
  },
  (t) => [
    uniqueIndex('appeals_decision').on(t.decisionId),
    index('appeals_assessment').on(t.assessmentId),
  ],
);
