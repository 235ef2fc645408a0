// The counts of people, for those who may see them. Views and entered reviews hold what counts say and no count:
// whatever gives counts out asks here, so that a new page or export cannot forget to.
import { canonicalJson, type SnapshotContent } from '#app/domain/formats/snapshot.ts';
import type { Given } from '#app/domain/formats/assessment-file.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { type AssessmentPlace, mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { countsIn } from '#db/repositories/assessment/assessment-content.ts';
import { type CountsRow, listCounts } from '#db/repositories/workforce/indicator-counts.ts';

export type CountsProblem = { readonly code: 'not-allowed' };

/** The counts as they are entered, and as a file holds them. */
export type SeenCounts = Pick<Given, 'indicators' | 'sources'> & {
  readonly rows: readonly CountsRow[];
};

type Reads = Pick<Services, 'engine'>;
type Of = { readonly id: string; readonly place: AssessmentPlace };

/** The counts of an assessment that this person may read. */
export async function seeCounts(
  { engine }: Reads,
  actor: Actor,
  { id, place }: Of,
): Promise<Result<SeenCounts, CountsProblem>> {
  if (!mayWithAssessment(actor, 'see-counts', place)) return refused({ code: 'not-allowed' });
  const rows = await listCounts(engine.db, id);
  return ok({ rows, ...countsIn(rows) });
}

/** Whether the counts, or where they come from, are others than in this snapshot: all that anybody learns. */
export async function countsChangedSince(
  { engine }: Reads,
  { id }: Pick<Of, 'id'>,
  before: Pick<SnapshotContent, 'content'>,
): Promise<boolean> {
  const { indicators, sources } = countsIn(await listCounts(engine.db, id));
  const now = Object.fromEntries(
    [...indicators].map(([indicator, held]) => [
      indicator,
      { ...held, source: sources.get(indicator) },
    ]),
  );
  return canonicalJson(before.content.indicators ?? {}) !== canonicalJson(now);
}
