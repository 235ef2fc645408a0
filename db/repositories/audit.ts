// The trail: what was done by whom, never changed afterwards (triggers refuse it).
import { sql } from 'drizzle-orm';
import type { Write } from '#db/store.ts';
import { auditEvents } from '#db/tables.ts';

export type AuditEvent = {
  readonly at: string;
  readonly actor: string | null;
  readonly event: string;
  readonly organisation: string | null;
  readonly subject: string | null;
  /** Ids and numbers only; never a narrative, a count of people or a secret. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
};

/** One event as a write, for the same list as what it tells of. */
export function audit(event: AuditEvent): Write {
  return {
    run: (db) =>
      db
        .insert(auditEvents)
        .values({
          sequence: sql`(select coalesce(max(sequence), 0) + 1 from audit_events)`,
          at: event.at,
          actor: event.actor,
          event: event.event,
          organisationId: event.organisation,
          subject: event.subject,
          details: JSON.stringify(event.details ?? {}),
        })
        .returning({ sequence: auditEvents.sequence }),
    expect: 1,
  };
}
