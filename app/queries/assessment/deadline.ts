// By when an assessment is to be submitted.
import { closesFor, roundState } from '#app/domain/assessment/round-times.ts';
import type { Services } from '#app/services.server.ts';
import { loadRoundOf } from '#db/repositories/administration/round-rows.ts';

/** The round and its closing time for this assessment; null where none is chosen. */
export async function deadlineOf(
  { engine, clock }: Pick<Services, 'engine' | 'clock'>,
  assessment: { readonly id: string; readonly roundId: string | null },
) {
  const found = await loadRoundOf(engine.db, assessment);
  if (found === null) return null;
  const { round, extensions } = found;
  const closesAt = closesFor(round, extensions);
  const state = roundState(round, { closesAt, now: clock().toISOString() });
  return { name: round.name, closesAt, state };
}

export type Deadline = NonNullable<Awaited<ReturnType<typeof deadlineOf>>>;
