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
  countInRound,
  listExtensions,
  listInRound,
  listRounds,
  loadRound,
  type RoundRow,
} from '#db/repositories/administration/round-rows.ts';
import { placeOfPage } from '#app/queries/kit/page-of.ts';
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

const ON_A_PAGE = 50;

/** One round with a page of the departments that mean to submit to it; null where there is none. */
export async function roundPage(
  services: Given,
  actor: Actor,
  { id, page }: { readonly id: string; readonly page: number },
) {
  const round = await roundOf(services, actor, id);
  if (round === null) return null;
  const { db } = services.engine;
  const found = await countInRound(db, id);
  const { from, ...place } = placeOfPage(found, { page, size: ON_A_PAGE });
  const meant = await listInRound(db, id, { from, size: ON_A_PAGE });
  const ids = meant.map((assessment) => assessment.id);
  const { closesAt } = round;
  return {
    id,
    name: round.name,
    charter: round.charter,
    opensAt: round.opensAt,
    closesAt,
    state: roundState(round, { closesAt, now: services.clock().toISOString() }),
    found,
    ...place,
    assessments: shownIn(
      round,
      meant,
      await listExtensions(db, { roundId: id, assessmentId: ids }),
    ),
  };
}

/** Whom another closing time affects: every department that means to submit, or the one assessment; none for anyone else. */
export async function affectedIn(
  services: Given,
  actor: Actor,
  { id, assessmentId }: { readonly id: string; readonly assessmentId: string | null },
) {
  const round = await roundOf(services, actor, id);
  if (round === null) return [];
  const { db } = services.engine;
  const meant = await listInRound(db, id);
  const affected = meant.filter((one) => assessmentId === null || one.id === assessmentId);
  return shownIn(round, affected, await listExtensions(db, { roundId: id }));
}

async function roundOf({ engine }: Given, actor: Actor, id: string) {
  return mayAdminister(actor, 'keep-rounds') ? loadRound(engine.db, id) : null;
}

function shownIn(
  round: RoundRow,
  meant: Awaited<ReturnType<typeof listInRound>>,
  extensions: Awaited<ReturnType<typeof listExtensions>>,
) {
  const extended = Map.groupBy(extensions, ({ assessmentId }) => assessmentId);
  return meant.map((assessment) => {
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
  });
}

export type RoundsPage = NonNullable<Awaited<ReturnType<typeof roundsPage>>>;
export type RoundPage = NonNullable<Awaited<ReturnType<typeof roundPage>>>;
export type InRound = RoundPage['assessments'][number];
