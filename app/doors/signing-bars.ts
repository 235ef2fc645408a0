// Why somebody with the role may not sign an assessment: they submitted it or wrote most of it, or their password
// was reset within a day.
import { barFor, type SigningBar } from '#app/domain/submission/signing.ts';
import { shareOf } from '#app/domain/submission/two-people.ts';
import type { Services } from '#app/services.server.ts';
import { listHeldUntil } from '#db/repositories/accounts/account-security.ts';
import { listSavedNarratives } from '#db/repositories/assessment/answer-versions.ts';
import { listSubmitters } from '#db/repositories/submission/submissions.ts';

/** Why these people may not sign these assessments, read at once; null = they may. */
export async function signingBars(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  userIds: readonly string[],
  assessmentIds: readonly string[],
): Promise<(userId: string, assessmentId: string) => SigningBar | null> {
  const { db } = engine;
  const submitters = await listSubmitters(db, assessmentIds);
  const narratives = Map.groupBy(
    await listSavedNarratives(db, assessmentIds),
    ({ assessmentId }) => assessmentId,
  );
  const held = await listHeldUntil(db, userIds, clock());
  return (userId, id) =>
    barFor({
      hasSubmitted: submitters.some(
        ({ assessmentId, submittedBy }) => assessmentId === id && submittedBy === userId,
      ),
      share: shareOf(userId, narratives.get(id) ?? []),
      heldUntil: held.get(userId) ?? null,
    });
}
