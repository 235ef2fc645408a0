// The work on an assessment: by when a criterion is to be written and how its review stands, and what people have typed
// and not given yet. As in tables.ts, ids are text and instants ISO 8601 UTC text.
import { kit } from './kit.sqlite.ts';
import { assessments, user } from './tables.ts';

const { table, text, ref, int, list, uniqueIndex } = kit;

/** A form of an assessment that somebody has typed and not given yet; nobody else reads it. */
export const formDrafts = table(
  'form_drafts',
  {
    id: text('id').primaryKey(),
    userId: ref('user_id', () => user.id),
    assessmentId: ref('assessment_id', () => assessments.id),
    /** Which form, and of what (domain/form-draft.ts). */
    place: text('place').notNull(),
    /** The names and texts of its fields, as JSON. */
    texts: text('texts').notNull(),
    version: int('version').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (t) => [uniqueIndex('form_drafts_once').on(t.userId, t.assessmentId, t.place)],
);

/** By when a criterion is to be written, and what its lead says of the answer. */
export const criterionPlans = table(
  'criterion_plans',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    criterion: text('criterion').notNull(),
    /** YYYY-MM-DD in London; null = by no day of its own. */
    dueOn: text('due_on'),
    /** in-review, agreed or sent-back (domain/assessment/criterion-review.ts); null = it is being written. */
    review: text('review'),
    /** The version of the answer that this is about. */
    answerVersion: int('answer_version').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [uniqueIndex('criterion_plans_once').on(t.assessmentId, t.criterion)],
);

/** A way to a level that is kept under a name, to be compared with others. */
export const scenarios = table(
  'scenarios',
  {
    id: text('id').primaryKey(),
    assessmentId: ref('assessment_id', () => assessments.id),
    name: text('name').notNull(),
    /** The id of the level. */
    to: text('to_level').notNull(),
    /** Ids of the criteria that are left out. */
    pins: list('pins').notNull(),
    /** Whole months that there are; null = any number. */
    within: int('within'),
    /** effort or months. */
    least: text('least').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [uniqueIndex('scenarios_name').on(t.assessmentId, t.name)],
);
