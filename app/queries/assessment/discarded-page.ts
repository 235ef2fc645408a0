// The drafts of somebody's departments that were thrown away, and until when each can be brought back.
import { isRestorable, lastDayToRestore } from '#app/domain/assessment/discarding.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, visibleAssessments } from '#app/domain/policy/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { listDiscarded } from '#db/repositories/assessment/drafts.ts';
import { loadNames } from '#db/repositories/people/names.ts';

/** The latest first; only where this person may bring one back. */
export async function discardedPage({ engine, clock }: Services, actor: Actor) {
  const listed = (await listDiscarded(engine.db, visibleAssessments(actor))).filter(
    ({ assessment }) =>
      mayWithAssessment(actor, 'discard', {
        organisation: assessment.organisationId,
        department: assessment.departmentId,
      }),
  );
  const names = await loadNames(
    engine.db,
    listed.map(({ assessment }) => assessment.discardedBy ?? ''),
  );
  const today = londonDay(clock().toISOString());
  return listed.map(({ assessment, organisation, department }) => {
    const discardedOn = londonDay(assessment.discardedAt ?? '');
    return {
      id: assessment.id,
      label: labelOf({ department, name: assessment.name }),
      organisation,
      startedOn: londonDay(assessment.createdAt),
      discardedOn,
      by: names.get(assessment.discardedBy ?? '') ?? null,
      lastDay: lastDayToRestore(discardedOn),
      restorable: isRestorable(discardedOn, today),
    };
  });
}

export type DiscardedPage = Awaited<ReturnType<typeof discardedPage>>;
