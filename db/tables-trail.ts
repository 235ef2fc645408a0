// The trail of what was done, and where its chains begin.
import { sql } from 'drizzle-orm';
import { kit } from './kit.sqlite.ts';

const { table, text, int, index, uniqueIndex } = kit;

/** The trail. Its columns from `chain` on make a change to it show (domain/audit/trail.ts). */
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
    /** installation, `assessment/ID` or `review/ID`; null = not sealed yet. */
    chain: text('chain'),
    /** Its place in the chain, from 1. */
    position: int('position'),
    /** The seal of the event before it in the chain; '' = it is the first. */
    previous: text('previous'),
    /** What only the key can make of all the columns above. */
    seal: text('seal'),
  },
  (t) => [
    index('audit_events_organisation').on(t.organisationId),
    uniqueIndex('audit_events_place').on(t.chain, t.position),
    index('audit_events_event').on(t.event),
    index('audit_events_actor').on(t.actor),
    index('audit_events_unsealed')
      .on(t.seal)
      .where(sql`seal is null`),
  ],
);

/** Where a chain of the trail begins after its older events were cut off. */
export const auditCheckpoints = table('audit_checkpoints', {
  /** `chain position` */
  id: text('id').primaryKey(),
  chain: text('chain').notNull(),
  /** The last event that was cut off, and its seal. */
  position: int('position').notNull(),
  eventSeal: text('event_seal').notNull(),
  /** Everything before this instant went. */
  before: text('before').notNull(),
  cutAt: text('cut_at').notNull(),
  /** What only the key can make of all the columns above. */
  seal: text('seal').notNull(),
});
