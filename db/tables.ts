// The first tables. Ids are text (UUID v7), instants ISO 8601 UTC text, versions count changes of a row.
// The four tables of the sign-in library keep its own names and columns.
import { sql } from 'drizzle-orm';
import { kit } from './kit.sqlite.ts';

const { table, text, ref, int, bool, list, ticked, index, uniqueIndex } = kit;

export const organisations = table('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** The code of the Organisation Data Service; null = not given. */
  odsCode: text('ods_code'),
  /** Whom the awarding body writes to about who may act for it; null = nobody is on record. */
  contactEmail: text('contact_email'),
  /** Whether everyone with a role in it needs a second factor. */
  needsSecondFactor: bool('needs_second_factor').notNull().default(false),
  createdAt: text('created_at').notNull(),
});

export const departments = table(
  'departments',
  {
    id: text('id').primaryKey(),
    organisationId: ref('organisation_id', () => organisations.id),
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
    /** How its person signed in: password, code, recovery-code, passkey or provider. */
    method: text('method').notNull().default('password'),
    /** When its person last proved at a passkey or a provider that it is still them. */
    confirmedAt: text('confirmed_at'),
    userId: ref('userId', () => user.id, { onDelete: 'cascade' }),
  },
  (t) => [index('session_user').on(t.userId)],
);

export const account = table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('accountId').notNull(),
    providerId: text('providerId').notNull(),
    userId: ref('userId', () => user.id, { onDelete: 'cascade' }),
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
    userId: ref('user_id', () => user.id, { onDelete: 'cascade' }),
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
    organisationId: ref('organisation_id', () => organisations.id),
    /** null = what the whole organisation answers once, for every department of it in the round. */
    departmentId: text('department_id').references(() => departments.id),
    /** id@version */
    charter: text('charter').notNull(),
    targetLevel: text('target_level').notNull(),
    /** draft, signed-off or submitted (domain/submission/life.ts). */
    state: text('state').notNull().default('draft'),
    /** The round that it is to be submitted to; null = none chosen. */
    roundId: text('round_id').references(() => rounds.id),
    /** The award that is to be renewed by it; null = none. */
    renews: text('renews'),
    /** What the department calls it, to tell several apart; '' = nothing. */
    name: text('name').notNull().default(''),
    /** Set while it is thrown away (domain/assessment/discarding.ts). */
    discardedAt: text('discarded_at'),
    discardedBy: text('discarded_by'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: text('updated_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    index('assessments_organisation').on(t.organisationId),
    index('assessments_department').on(t.departmentId),
    index('assessments_round').on(t.roundId),
    uniqueIndex('assessments_of_organisation')
      .on(t.organisationId, t.charter, t.roundId)
      .where(sql`department_id is null`),
  ],
);

export const answers = table(
  'answers',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    criterion: text('criterion').notNull(),
    claimed: int('claimed'),
    /** The statements that are ticked, places by rating; none in it = none of these yet, null = nothing was said of them. */
    statements: ticked('statements'),
    notApplicable: text('not_applicable'),
    narrative: text('narrative').notNull(),
    /** How many words the narrative has; null = saved before they were kept. */
    words: int('words'),
    /** Where it was copied from, in words; null = written here. */
    origin: text('origin'),
    /** Why it is to be looked at again, such as a changed criterion; null = no need. */
    review: text('review'),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('answers_criterion').on(t.assessmentId, t.criterion)],
);

export const files = table('files', {
  /** Also the name under which the file is stored. */
  id: text('id').primaryKey(),
  organisationId: ref('organisation_id', () => organisations.id),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  size: int('size').notNull(),
  sha256: text('sha256').notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  /** What the scanner said: not-scanned (there was none), waiting, clean or infected. */
  scan: text('scan').notNull().default('not-scanned'),
  scannedAt: text('scanned_at'),
  /** Set where the content was erased for good; name and fingerprint stay. */
  erasedAt: text('erased_at'),
  erasedBy: text('erased_by'),
  erasedReason: text('erased_reason'),
});

export const evidence = table(
  'evidence',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    criterion: text('criterion').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    link: text('link'),
    fileId: text('file_id').references(() => files.id),
    /** The id of one of the charter's kinds of evidence; null = none. */
    kind: text('kind'),
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
    assessmentId: ref('assessment_id', () => assessments.id),
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

/** What an assessment says of the facts that its charter asks for; what has no row is not known. */
export const assessmentFacts = table(
  'assessment_facts',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    fact: text('fact').notNull(),
    value: text('value').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('assessment_facts_fact').on(t.assessmentId, t.fact)],
);

export const actions = table(
  'actions',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
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
    /** The number of the action of the previous plan that this one carries on; null = none. */
    carries: text('carries'),
    /** Place in the plan, lowest first; equal places are in the order of creation. */
    position: int('position').notNull().default(0),
    version: int('version').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [index('actions_assessment').on(t.assessmentId)],
);
