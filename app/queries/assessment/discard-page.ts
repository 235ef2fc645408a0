// What would be thrown away with a draft, and until when it could be brought back.
import { lastDayToRestore, RESTORABLE_DAYS } from '#app/domain/assessment/discarding.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';

/** What the page shows of a draft. */
export async function discardPage({ engine, clock }: Services, view: AssessmentView) {
  return {
    id: view.id,
    label: view.label,
    startedOn: view.startedOn,
    answers: view.rows.length,
    evidence: view.evidence.length,
    actions: view.actions.length,
    days: RESTORABLE_DAYS,
    lastDay: lastDayToRestore(londonDay(clock().toISOString())),
    /** What was ever submitted stays on record. */
    wasSubmitted: (await listSubmissions(engine.db, view.id)).length > 0,
  };
}

export type DiscardPage = Awaited<ReturnType<typeof discardPage>>;
