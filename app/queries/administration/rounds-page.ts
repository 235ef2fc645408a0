// Rounds as their administrator sees them: times, and for each which departments mean to submit, in what
// state; nothing of what they write.
import { versionFirst } from '#app/domain/charter/charter.ts';
import { closesFor, roundState } from '#app/domain/assessment/round-times.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Services } from '#app/services.server.ts';
import {
  listExtensions,
  listInRound,
  listRounds,
  loadRound,
} from '#db/repositories/administration/round-rows.ts';
import { offeredVersions } from '#app/queries/charters/offered-versions.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock'>;

/** Every round, and the charters that one may be opened for; null for anyone else. */
export async function roundsPage(services: Given, actor: Actor) {
  const { engine, clock } = services;
  if (!mayAdminister(actor, 'keep-rounds')) return null;
  const now = clock().toISOString();
  return {
    rounds: (await listRounds(engine.db)).map((round) => ({
      id: round.id,
      name: round.name,
      charter: round.charter,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      state: roundState(round, { closesAt: round.closesAt, now }),
    })),
    charters: (await offeredVersions(services)).map(([name, { charter }]) => ({
      value: name,
      label: versionFirst(charter),
    })),
  };
}

/** One round with the departments that mean to submit to it; null where there is none. */
export async function roundPage({ engine, clock }: Given, actor: Actor, id: string) {
  if (!mayAdminister(actor, 'keep-rounds')) return null;
  const round = await loadRound(engine.db, id);
  if (round === null) return null;
  const meant = await listInRound(engine.db, id);
  const extensions = await listExtensions(engine.db, { roundId: id });
  const extended = Map.groupBy(extensions, ({ assessmentId }) => assessmentId);
  const now = clock().toISOString();
  return {
    id,
    name: round.name,
    charter: round.charter,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    state: roundState(round, { closesAt: round.closesAt, now }),
    assessments: meant.map((assessment) => {
      const own = extended.get(assessment.id) ?? [];
      return {
        id: assessment.id,
        organisation: assessment.organisation,
        department: assessment.department,
        /** Several of one department are told apart by it; what they are called is the department's own. */
        startedOn: londonDay(assessment.createdAt),
        state: stateOf(assessment.state),
        closesAt: closesFor(round, own),
        extensions: own.map(({ id: key, closesAt, reason }) => ({ key, closesAt, reason })),
      };
    }),
  };
}

export type RoundsPage = NonNullable<Awaited<ReturnType<typeof roundsPage>>>;
export type RoundPage = NonNullable<Awaited<ReturnType<typeof roundPage>>>;
