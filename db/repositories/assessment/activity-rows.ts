// The trail of one assessment, for the page that tells what has been done.
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import { user } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';

type Of = { readonly organisation: string; readonly assessmentId: string; readonly most: number };

/** The latest events about an assessment, newest first; null as name = the service itself, or gone. */
export async function listActivity(db: Db, { organisation, assessmentId, most }: Of) {
  return db
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      actor: auditEvents.actor,
      name: user.name,
      event: auditEvents.event,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .leftJoin(user, eq(user.id, auditEvents.actor))
    .where(and(eq(auditEvents.organisationId, organisation), eq(auditEvents.subject, assessmentId)))
    .orderBy(desc(auditEvents.sequence))
    .limit(most);
}
