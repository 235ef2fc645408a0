// What people have typed and not given yet. As in tables.ts, ids are text and instants ISO 8601 UTC text.
import { kit } from './kit.sqlite.ts';
import { assessments, user } from './tables.ts';

const { table, text, ref, int, uniqueIndex } = kit;

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
