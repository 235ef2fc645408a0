// Every table. Ids are text (UUID v7), instants ISO 8601 UTC text, versions count changes of a row.
// The four tables of the sign-in library keep its own names and columns.
import { kit } from './kit.sqlite.ts';

const { table, text, int, bool, list, index, uniqueIndex } = kit;

export const organisations = table('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: text('created_at').notNull(),
});

export const departments = table(
  'departments',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('departments_organisation').on(t.organisationId)],
);

export const user = table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: bool('emailVerified').notNull(),
  image: text('image'),
  createdAt: text('createdAt').notNull(),
  updatedAt: text('updatedAt').notNull(),
});

export const session = table(
  'session',
  {
    id: text('id').primaryKey(),
    expiresAt: text('expiresAt').notNull(),
    token: text('token').notNull().unique(),
    createdAt: text('createdAt').notNull(),
    updatedAt: text('updatedAt').notNull(),
    ipAddress: text('ipAddress'),
    userAgent: text('userAgent'),
    userId: text('userId')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (t) => [index('session_user').on(t.userId)],
);

export const account = table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('accountId').notNull(),
    providerId: text('providerId').notNull(),
    userId: text('userId')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('accessToken'),
    refreshToken: text('refreshToken'),
    idToken: text('idToken'),
    accessTokenExpiresAt: text('accessTokenExpiresAt'),
    refreshTokenExpiresAt: text('refreshTokenExpiresAt'),
    scope: text('scope'),
    password: text('password'),
    createdAt: text('createdAt').notNull(),
    updatedAt: text('updatedAt').notNull(),
  },
  (t) => [index('account_user').on(t.userId)],
);

export const verification = table('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: text('expiresAt').notNull(),
  createdAt: text('createdAt').notNull(),
  updatedAt: text('updatedAt').notNull(),
});

export const memberships = table(
  'memberships',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** null for the roles of the awarding body. */
    organisationId: text('organisation_id').references(() => organisations.id),
    /** null = the whole organisation. */
    departmentId: text('department_id').references(() => departments.id),
    role: text('role').notNull(),
  },
  (t) => [index('memberships_user').on(t.userId)],
);

/** A time in which assessments of one charter version may be submitted. */
export const rounds = table('rounds', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** id@version */
  charter: text('charter').notNull(),
  opensAt: text('opens_at').notNull(),
  closesAt: text('closes_at').notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  version: int('version').notNull(),
});

export const assessments = table(
  'assessments',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    departmentId: text('department_id')
      .notNull()
      .references(() => departments.id),
    /** id@version */
    charter: text('charter').notNull(),
    targetLevel: text('target_level').notNull(),
    /** draft, signed-off or submitted (domain/assessment/life.ts). */
    state: text('state').notNull().default('draft'),
    /** The round that it is to be submitted to; null = none chosen. */
    roundId: text('round_id').references(() => rounds.id),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: text('updated_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    index('assessments_organisation').on(t.organisationId),
    index('assessments_department').on(t.departmentId),
  ],
);

export const answers = table(
  'answers',
  {
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    criterion: text('criterion').notNull(),
    claimed: int('claimed'),
    notApplicable: text('not_applicable'),
    narrative: text('narrative').notNull(),
    /** Where it was copied from, in words; null = written here. */
    origin: text('origin'),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('answers_criterion').on(t.assessmentId, t.criterion)],
);

export const files = table('files', {
  /** Also the name under which the file is stored. */
  id: text('id').primaryKey(),
  organisationId: text('organisation_id')
    .notNull()
    .references(() => organisations.id),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: int('size').notNull(),
  sha256: text('sha256').notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
});

export const evidence = table(
  'evidence',
  {
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    criterion: text('criterion').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    link: text('link'),
    fileId: text('file_id').references(() => files.id),
    version: int('version').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [index('evidence_assessment').on(t.assessmentId)],
);

export const indicatorCounts = table(
  'indicator_counts',
  {
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    indicator: text('indicator').notNull(),
    firstNumerator: int('first_numerator').notNull(),
    firstDenominator: int('first_denominator').notNull(),
    secondNumerator: int('second_numerator').notNull(),
    secondDenominator: int('second_denominator').notNull(),
    source: text('source').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('indicator_counts_indicator').on(t.assessmentId, t.indicator)],
);

export const actions = table(
  'actions',
  {
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    criteria: list('criteria').notNull(),
    objective: text('objective').notNull(),
    reason: text('reason').notNull(),
    steps: list('steps').notNull(),
    owner: text('owner').notNull(),
    startOn: text('start_on'),
    dueOn: text('due_on'),
    resources: text('resources').notNull(),
    successMeasure: text('success_measure').notNull(),
    priority: text('priority').notNull(),
    status: text('status').notNull(),
    /** Who does the work; `owner` is the one person who answers for it. */
    responsible: text('responsible').notNull().default(''),
    baseline: text('baseline').notNull().default(''),
    target: text('target').notNull().default(''),
    keyPriority: text('key_priority').notNull().default(''),
    /** JSON list of {on, text, done}. */
    milestones: text('milestones').notNull().default('[]'),
    /** Place in the plan, lowest first; equal places are in the order of creation. */
    position: int('position').notNull().default(0),
    version: int('version').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [index('actions_assessment').on(t.assessmentId)],
);

/** What was noted on the progress of an action; never changed afterwards. */
export const actionProgress = table(
  'action_progress',
  {
    id: text('id').primaryKey(),
    actionId: text('action_id')
      .notNull()
      .references(() => actions.id, { onDelete: 'cascade' }),
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
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    criterion: text('criterion').notNull(),
    version: int('version').notNull(),
    claimed: int('claimed'),
    notApplicable: text('not_applicable'),
    narrative: text('narrative').notNull(),
    origin: text('origin'),
    savedAt: text('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (t) => [uniqueIndex('answer_versions_version').on(t.assessmentId, t.criterion, t.version)],
);

/** Who has been asked to write which criterion. */
export const assignments = table(
  'assignments',
  {
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    criterion: text('criterion').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
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
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
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
    /** SHA-256 of the token; the token itself is never stored. */
    id: text('id').primaryKey(),
    /** The canonical address that it is bound to. */
    email: text('email').notNull(),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** null = the whole organisation. */
    departmentId: text('department_id').references(() => departments.id),
    role: text('role').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: text('expires_at').notNull(),
    acceptedAt: text('accepted_at'),
    revokedAt: text('revoked_at'),
  },
  (t) => [index('invitations_organisation').on(t.organisationId)],
);

/** A later closing time for one assessment. */
export const extensions = table(
  'extensions',
  {
    id: text('id').primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
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
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    userId: text('user_id').notNull(),
    /** The name as it stood when signing. */
    name: text('name').notNull(),
    statement: text('statement').notNull(),
    /** SHA-256 of the content signed for. */
    contentSha256: text('content_sha256').notNull(),
    signedAt: text('signed_at').notNull(),
    /** Set where a later change or the signer took it back. */
    voidedAt: text('voided_at'),
    voidedBy: text('voided_by'),
  },
  (t) => [index('signatures_assessment').on(t.assessmentId)],
);

/** What was submitted, as it was; only a withdrawal is ever added to it. */
export const submissions = table(
  'submissions',
  {
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    roundId: text('round_id').references(() => rounds.id),
    /** Counts up over all organisations; shown as it stands on the receipt. */
    number: int('number').notNull(),
    signatureId: text('signature_id')
      .notNull()
      .references(() => signatures.id),
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
  },
  (t) => [uniqueIndex('outbox_key').on(t.key), index('outbox_next').on(t.sentAt, t.nextAt)],
);

/** A private address from which a calendar reads someone's dates. */
export const calendarLinks = table(
  'calendar_links',
  {
    /** SHA-256 of the token. */
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('calendar_links_user').on(t.userId)],
);

export const passwordLinks = table('password_links', {
  /** SHA-256 of the token; the token itself is never stored. */
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
});

export const signInFailures = table('sign_in_failures', {
  /** What is counted: `account …` and the canonical email address, or `address …` and where from. */
  key: text('key').primaryKey(),
  failures: int('failures').notNull(),
  lastAt: text('last_at').notNull(),
});

export const auditEvents = table(
  'audit_events',
  {
    sequence: int('sequence').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor'),
    event: text('event').notNull(),
    organisationId: text('organisation_id'),
    subject: text('subject'),
    details: text('details').notNull(),
  },
  (t) => [index('audit_events_organisation').on(t.organisationId)],
);
