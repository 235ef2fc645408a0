// What the panel decided last on an assessment, in two or three words, and whether that is of an earlier
// submission than the one that is before it now.
import { outcomeOf } from '#app/domain/review/decided-outcome.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import type { Services } from '#app/services.server.ts';
import { listDecisionsOn } from '#db/repositories/review/decisions.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';

/** The outcome of the newest decision; null where nothing is decided. */
export async function lastOutcome(
  { engine }: Pick<Services, 'engine'>,
  assessmentId: string,
): Promise<LastOutcome | null> {
  const [newest] = await listDecisionsOn(engine.db, assessmentId);
  if (newest === undefined) return null;
  const submitted = (await listSubmissions(engine.db, assessmentId)).find(
    ({ withdrawnAt }) => withdrawnAt === null,
  );
  return {
    text: outcomeText(outcomeOf(newest.decision.outcome)),
    isEarlier: submitted !== undefined && submitted.id !== newest.decision.submissionId,
  };
}

export type LastOutcome = {
  readonly text: string;
  /** Something was submitted since, and is not decided. */
  readonly isEarlier: boolean;
};
