// What the panel decided last on an assessment, in two or three words, and whether that is of an earlier
// submission than the one that is before it now.
import { type Outcome, outcomeOf } from '#app/domain/review/decided-outcome.ts';
import { outcomeText } from '#words/review/outcome-text.ts';
import type { Services } from '#app/services.server.ts';
import type { Among } from '#db/repositories/within-scope.ts';
import { listOutcomes } from '#db/repositories/review/decisions.ts';
import { listHeldSubmissions } from '#db/repositories/submission/submissions.ts';
import { firstOfEach } from '#app/queries/kit/first-of-each.ts';

/** The outcome of the newest decision; null where nothing is decided. */
export async function lastOutcome(
  services: Pick<Services, 'engine'>,
  assessmentId: string,
): Promise<LastOutcome | null> {
  return (await lastOutcomes(services, assessmentId)).get(assessmentId) ?? null;
}

/** The same for several assessments, by their ids; none where nothing is decided. */
export async function lastOutcomes(
  { engine: { db } }: Pick<Services, 'engine'>,
  which: Among,
): Promise<ReadonlyMap<string, LastOutcome>> {
  const newest = firstOfEach(await listOutcomes(db, which));
  const submitted = firstOfEach(await listHeldSubmissions(db, which));
  return new Map(
    [...newest].map(([id, { outcome, submissionId }]) => {
      const now = submitted.get(id);
      const isEarlier = now !== undefined && now.id !== submissionId;
      const known = outcomeOf(outcome);
      return [id, { outcome: known, text: outcomeText(known), isEarlier }];
    }),
  );
}

export type LastOutcome = {
  readonly outcome: Outcome;
  readonly text: string;
  /** Something was submitted since, and is not decided. */
  readonly isEarlier: boolean;
};
