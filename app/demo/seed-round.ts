// The demo's round: open now, closing in three months, chosen by every department whose charter it takes.
import { takesVersion } from '#app/domain/assessment/round-times.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { openRound } from '#app/use-cases/administration/administer-rounds.ts';
import { chooseRound } from '#app/use-cases/assessment/choose-round.ts';

const DAY = 24 * 60 * 60 * 1000;

export type Started = {
  readonly assessmentId: string;
  readonly lead: Actor;
  /** id@version */
  readonly charter: string;
};

type Meant = {
  readonly name: string;
  readonly charter: string;
  readonly assessments: readonly Started[];
};

/** Opens the round and chooses it for the assessments that it takes; throws where it is refused. */
export async function addRound(
  services: Services,
  administrator: Actor,
  { name, charter, assessments }: Meant,
): Promise<{ readonly id: string }> {
  const now = services.clock().getTime();
  const round = await openRound(services, administrator, {
    name,
    charter,
    opensAt: new Date(now - DAY).toISOString(),
    closesAt: `${new Date(now + 90 * DAY).toISOString().slice(0, 10)}T17:00:00.000Z`,
  });
  if (!round.ok) throw new Error(`the demo has no round: ${round.problem.code}`);
  const roundId = round.value.id;
  for (const { assessmentId, lead } of assessments.filter((one) =>
    takesVersion({ charter }, one.charter),
  )) {
    const chosen = await chooseRound(services, lead, { assessmentId, roundId });
    if (!chosen.ok) throw new Error(`the demo has no round: ${chosen.problem.code}`);
  }
  return { id: roundId };
}
