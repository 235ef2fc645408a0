// What the panel decided last on an assessment, in two or three words.
import { outcomeOf, outcomeText } from '#app/domain/review/outcome.ts';
import type { Services } from '#app/services.server.ts';
import { listDecisionsOn } from '#db/repositories/decisions.ts';

/** The outcome of the newest decision in words; null where nothing is decided. */
export async function lastOutcome(
  { engine }: Pick<Services, 'engine'>,
  assessmentId: string,
): Promise<string | null> {
  const [newest] = await listDecisionsOn(engine.db, assessmentId);
  return newest === undefined ? null : outcomeText(outcomeOf(newest.decision.outcome));
}
