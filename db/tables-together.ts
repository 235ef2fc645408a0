// The tables of working together on an assessment: history, assignments, comments, invitations, the steps
// to a submission, mail. As in tables.ts, ids are text and instants ISO 8601 UTC text.
import { kit } from './kit.sqlite.ts';
import { actions, assessments, departments, organisations, rounds, user } from './tables.ts';

const { table, text, ref, int, list, ticked, index, uniqueIndex } = kit;

/** What was noted on the progress of an action; never changed afterwards. */
export const actionProgress = table(
  'action_progress',
  {
    id: text('id').primaryKey(),
    actionId: ref('action_id', () => actions.id, { onDelete: 'cascade' }),
    status: text('status').notNull(),
    note: text('note').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('action_progress_action').on(t.actionId)],
);

/** Every saved version of every answer; never changed afterwards. */
export const answerVersions = table(
  'answer_versions',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    criterion: text('criterion').notNull(),
    version: int('version').notNull(),
    claimed: int('claimed'),
    /** The statements that were ticked, places by rating; none in it = none of these yet, null = nothing was said of them. */
    statements: ticked('statements'),
    notApplicable: text('not_applicable'),
    narrative: text('narrative').notNull(),
    origin: text('origin'),
    savedAt: text('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (t) => [uniqueIndex('answer_versions_version').on(t.assessmentId, t.criterion, t.version)],
);

/** Versions of answers that somebody meant to keep, as against what is saved while they type. */
export const keptVersions = table(
  'kept_versions',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    criterion: text('criterion').notNull(),
    version: int('version').notNull(),
    /** saved, imported, copied, moved or restored (domain/assessment/answer-sittings.ts). */
    how: text('how').notNull(),
  },
  (t) => [uniqueIndex('kept_versions_version').on(t.assessmentId, t.criterion, t.version)],
);

/** Who has been asked to write which criterion. */
export const assignments = table(
  'assignments',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    criterion: text('criterion').notNull(),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    uniqueIndex('assignments_once').on(t.assessmentId, t.criterion, t.userId),
    index('assignments_user').on(t.userId),
  ],
);

export const comments = table(
  'comments',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    criterion: text('criterion').notNull(),
    text: text('text').notNull(),
    /** Ids of the people mentioned. */
    mentions: list('mentions').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    resolvedAt: text('resolved_at'),
    resolvedBy: text('resolved_by'),
  },
  (t) => [index('comments_assessment').on(t.assessmentId, t.criterion)],
);

/** Who has a criterion open at the moment. */
export const presences = table(
  'presences',
  {
    /** `assessment criterion user` */
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id').notNull(),
    criterion: text('criterion').notNull(),
    userId: text('user_id').notNull(),
    seenAt: text('seen_at').notNull(),
  },
  (t) => [index('presences_criterion').on(t.assessmentId, t.criterion)],
);

export const invitations = table(
  'invitations',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the token, which is made when the letter is sent and never stored; null = not sent yet. */
    tokenHash: text('token_hash'),
    /** The canonical address that it is bound to. */
    email: text('email').notNull(),
    organisationId: ref('organisation_id', () => organisations.id),
    /** null = the whole organisation. */
    departmentId: text('department_id').references(() => departments.id),
    role: text('role').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at').notNull(),
    acceptedAt: text('accepted_at'),
    revokedAt: text('revoked_at'),
  },
  (t) => [
    index('invitations_organisation').on(t.organisationId),
    uniqueIndex('invitations_token').on(t.tokenHash),
  ],
);

/** A later closing time for one assessment. */
export const extensions = table(
  'extensions',
  {
    id: text('id').primaryKey(),
    roundId: ref('round_id', () => rounds.id),
    assessmentId: ref('assessment_id', () => assessments.id),
    closesAt: text('closes_at').notNull(),
    reason: text('reason').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('extensions_assessment').on(t.assessmentId)],
);

/** The declaration of an executive sponsor, for the content that it was signed for. */
export const signatures = table(
  'signatures',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    userId: text('user_id').notNull(),
    /** The name as it stood when signing. */
    name: text('name').notNull(),
    /** The role in which it was signed. */
    role: text('role').notNull().default('executive-sponsor'),
    statement: text('statement').notNull(),
    /** SHA-256 of the content signed for. */
    contentSha256: text('content_sha256').notNull(),
    signedAt: text('signed_at').notNull(),
    /** Set where a later change or the signer took it back. */
    voidedAt: text('voided_at'),
    voidedBy: text('voided_by'),
  },
  (t) => [index('signatures_assessment').on(t.assessmentId), index('signatures_user').on(t.userId)],
);

/** That the lead asked for a signature, with what there was to sign then, and what came of it. */
export const signRequests = table(
  'sign_requests',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    message: text('message').notNull(),
    /** The whole content as JSON at that time, so that what changed since can be told. */
    snapshot: text('snapshot').notNull(),
    askedAt: text('asked_at').notNull(),
    askedBy: text('asked_by').notNull(),
    /** signed, sent-back or taken-back; null = it waits. */
    outcome: text('outcome'),
    /** What the sponsor wrote when sending it back. */
    comments: text('comments'),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
  },
  (t) => [index('sign_requests_assessment').on(t.assessmentId)],
);

/** What the department says it did about a requirement of the panel. */
export const requirementNotes = table(
  'requirement_notes',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    /** The decision that required it. */
    decisionId: text('decision_id').notNull(),
    criterion: text('criterion').notNull(),
    note: text('note').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('requirement_notes_once').on(t.decisionId, t.criterion)],
);

/** What a signed assessment took over from its organisation; gone once it is a draft again. */
export const sharedCopies = table('shared_copies', {
  assessmentId: text('assessment_id')
    .primaryKey()
    .references(() => assessments.id),
  /** Answers, evidence and facts as JSON, as they were when it was signed. */
  content: text('content').notNull(),
  copiedAt: text('copied_at').notNull(),
});

/** What was submitted, as it was; only a withdrawal is ever added to it. */
export const submissions = table(
  'submissions',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    roundId: text('round_id').references(() => rounds.id),
    /** Counts up over all organisations; shown as it stands on the receipt. */
    number: int('number').notNull(),
    signatureId: ref('signature_id', () => signatures.id),
    /** The whole content as JSON, from which everything later is read. */
    snapshot: text('snapshot').notNull(),
    /** SHA-256 of the snapshot's bytes. */
    sha256: text('sha256').notNull(),
    submittedAt: text('submitted_at').notNull(),
    submittedBy: text('submitted_by').notNull(),
    withdrawnAt: text('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    uniqueIndex('submissions_number').on(t.number),
    index('submissions_assessment').on(t.assessmentId),
    index('submissions_round').on(t.roundId, t.number),
    index('submissions_signature').on(t.signatureId),
    index('submissions_held').on(t.withdrawnAt, t.submittedAt, t.id),
  ],
);

/** Mail that is to go out; a dead mail server never fails what someone does. */
export const outbox = table(
  'outbox',
  {
    id: text('id').primaryKey(),
    /** One mail per key, however often it is asked for. */
    key: text('key').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    createdAt: text('created_at').notNull(),
    attempts: int('attempts').notNull(),
    nextAt: text('next_at').notNull(),
    sentAt: text('sent_at'),
    lastError: text('last_error'),
    /** Where its reader switches such letters off; null = they cannot. */
    unsubscribe: text('unsubscribe'),
    /** Whose token is put into it as it is sent: `invitation ID` or `reminders PERSON`; null = it has none. */
    tokenOf: text('token_of'),
    /** Since when it waits for somebody to release it; null = it is sent by itself. */
    heldAt: text('held_at'),
  },
  (t) => [uniqueIndex('outbox_key').on(t.key), index('outbox_next').on(t.sentAt, t.nextAt)],
);

/** A private address from which a calendar reads someone's dates. */
export const calendarLinks = table(
  'calendar_links',
  {
    /** SHA-256 of the token. */
    id: text('id').primaryKey(),
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('calendar_links_user').on(t.userId)],
);

/** Who wants no reminders by email. */
export const reminderStops = table('reminder_stops', {
  userId: text('user_id')
    .primaryKey()
    .references(() => user.id, { onDelete: 'cascade' }),
  stoppedAt: text('stopped_at').notNull(),
});
