// By when an assessment is to be submitted.
import { closesFor, roundState } from '#app/domain/assessment/round-times.ts';
import type { Services } from '#app/services.server.ts';
import type { Among } from '#db/repositories/within-scope.ts';
import { listRoundsOf, loadRoundOf } from '#db/repositories/administration/round-rows.ts';

type Given = Pick<Services, 'engine' | 'clock'>;

/** The round and its closing time for this assessment; null where none is chosen. */
export async function deadlineOf(
  { engine, clock }: Given,
  assessment: { readonly id: string; readonly roundId: string | null },
): Promise<Deadline | null> {
  const found = await loadRoundOf(engine.db, assessment);
  return found === null ? null : deadlineIn(found, clock().toISOString());
}

/** The same for several assessments, by their ids; none where no round is chosen. */
export async function deadlinesOf(
  { engine, clock }: Given,
  which: Among,
): Promise<ReadonlyMap<string, Deadline>> {
  const now = clock().toISOString();
  const chosen = await listRoundsOf(engine.db, which);
  return new Map(
    chosen.map(({ assessmentId, ...found }) => [assessmentId, deadlineIn(found, now)]),
  );
}

type Chosen = Pick<Awaited<ReturnType<typeof listRoundsOf>>[number], 'round' | 'extensions'>;

function deadlineIn({ round, extensions }: Chosen, now: string) {
  const closesAt = closesFor(round, extensions);
  return {
    name: round.name,
    opensAt: round.opensAt,
    closesAt,
    state: roundState(round, { closesAt, now }),
  };
}

export type Deadline = ReturnType<typeof deadlineIn>;
