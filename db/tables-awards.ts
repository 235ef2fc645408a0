// The tables of awards: the register, its documents and credentials, and what follows an award. As in
// tables.ts, ids are text and instants ISO 8601 UTC text; days are YYYY-MM-DD.
import { kit } from './kit.sqlite.ts';
import { assessments, departments, files, organisations, user } from './tables.ts';
import { submissions } from './tables-together.ts';
import { decisions } from './tables-review.ts';

const { table, text, ref, int, index, uniqueIndex } = kit;

export const awards = table(
  'awards',
  {
    id: text('id').primaryKey(),
    /** What stands on the certificate, such as MC-2027-0042. */
    number: text('number').notNull(),
    organisationId: ref('organisation_id', () => organisations.id),
    departmentId: ref('department_id', () => departments.id),
    /** The names as they stood when the award was made. */
    organisation: text('organisation').notNull(),
    department: text('department').notNull(),
    /** id@version */
    charter: text('charter').notNull(),
    level: text('level').notNull(),
    decisionId: ref('decision_id', () => decisions.id),
    submissionId: ref('submission_id', () => submissions.id),
    assessmentId: ref('assessment_id', () => assessments.id),
    awardedOn: text('awarded_on').notNull(),
    validUntil: text('valid_until').notNull(),
    /** A later end, where a renewal did not succeed at once; null = none. */
    graceUntil: text('grace_until'),
    /** null = decided, not yet in the register. */
    publishedAt: text('published_at'),
    publishedBy: text('published_by'),
    withdrawnAt: text('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
    /** Its place in the status list of credentials. */
    statusIndex: int('status_index').notNull(),
    /** The award that this one renews; null = a first one. */
    renews: text('renews'),
    createdAt: text('created_at').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    uniqueIndex('awards_number').on(t.number),
    uniqueIndex('awards_decision').on(t.decisionId),
    uniqueIndex('awards_status_index').on(t.statusIndex),
    index('awards_register').on(t.publishedAt, t.id),
    index('awards_withdrawn').on(t.withdrawnAt, t.id),
    index('awards_organisation').on(t.organisationId),
    index('awards_department').on(t.departmentId),
    index('awards_assessment').on(t.assessmentId),
  ],
);

/** The words that an award is found by in the register. */
export const awardWords = table(
  'award_words',
  {
    /** `word awardId` */
    id: text('id').primaryKey(),
    word: text('word').notNull(),
    awardId: ref('award_id', () => awards.id),
    publishedAt: text('published_at').notNull(),
  },
  (t) => [
    index('award_words_word').on(t.word, t.publishedAt, t.awardId),
    index('award_words_award').on(t.awardId),
  ],
);

/** Every word of the register with each of its ends, so that a part of a word is the beginning of one of them. */
export const registerParts = table(
  'register_parts',
  {
    /** `suffix word` */
    id: text('id').primaryKey(),
    suffix: text('suffix').notNull(),
    word: text('word').notNull(),
  },
  (t) => [index('register_parts_suffix').on(t.suffix, t.word)],
);

/** A document of a decision or an award, kept as it was given out. */
export const decisionDocuments = table(
  'decision_documents',
  {
    id: text('id').primaryKey(),
    decisionId: ref('decision_id', () => decisions.id),
    /** feedback, award-report, certificate or action-plan. */
    kind: text('kind').notNull(),
    fileId: ref('file_id', () => files.id),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('decision_documents_kind').on(t.decisionId, t.kind)],
);

/** What a third party holds against an award. */
export const objections = table(
  'objections',
  {
    id: text('id').primaryKey(),
    awardId: ref('award_id', () => awards.id),
    name: text('name').notNull(),
    email: text('email').notNull(),
    /** misleading, omission or no-longer-met. */
    ground: text('ground').notNull(),
    text: text('text').notNull(),
    madeAt: text('made_at').notNull(),
    /** upheld or dismissed; null = open. */
    outcome: text('outcome'),
    outcomeReason: text('outcome_reason'),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
  },
  (t) => [index('objections_award').on(t.awardId)],
);

/** An organisation was renamed, or became part of another: its awards keep their history. */
export const organisationEvents = table(
  'organisation_events',
  {
    id: text('id').primaryKey(),
    organisationId: ref('organisation_id', () => organisations.id),
    /** renamed or merged. */
    kind: text('kind').notNull(),
    nameBefore: text('name_before').notNull(),
    /** The organisation that it became part of; null = renamed. */
    into: text('into_organisation').references(() => organisations.id),
    happenedOn: text('happened_on').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    index('organisation_events_organisation').on(t.organisationId),
    index('organisation_events_into').on(t.into),
  ],
);

/** The keys that credentials are signed with; old ones stay for checking. */
export const credentialKeys = table('credential_keys', {
  /** The key id, as in the header of a credential. */
  id: text('id').primaryKey(),
  publicJwk: text('public_jwk').notNull(),
  /** Encrypted with a key made from the secret of the service. */
  sealedPrivateJwk: text('sealed_private_jwk').notNull(),
  createdAt: text('created_at').notNull(),
  retiredAt: text('retired_at'),
});

/** What became of the plan in a year after the award. */
export const planReports = table(
  'plan_reports',
  {
    id: text('id').primaryKey(),
    awardId: ref('award_id', () => awards.id),
    /** 1 = the first year after the award. */
    year: int('year').notNull(),
    /** JSON list of {action, objective, status, note}. */
    actions: text('actions').notNull(),
    summary: text('summary').notNull(),
    state: text('state').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: ref('updated_by', () => user.id),
    sentAt: text('sent_at'),
    /** When an administrator first opened it; null = new to the awarding body. */
    readAt: text('read_at'),
    readBy: text('read_by'),
  },
  (t) => [
    uniqueIndex('plan_reports_year').on(t.awardId, t.year),
    index('plan_reports_read').on(t.readAt, t.sentAt),
  ],
);

/** Charter versions that may be started no longer; publishing one is a change to the repository. */
export const retiredCharters = table('retired_charters', {
  /** id@version */
  id: text('id').primaryKey(),
  retiredAt: text('retired_at').notNull(),
  retiredBy: text('retired_by').notNull(),
  reason: text('reason').notNull(),
});
