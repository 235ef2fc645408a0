// Who of the panels has how much before them, and how long decisions take, round by round. Of a reviewer's
// ratings nothing is told but whether they are sealed.
import { WORKLOAD } from '#words/administration/administration-pages.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import { rates, seatOf } from '#app/domain/review/panel-size.ts';
import { promiseOf } from '#app/domain/review/promise.ts';
import { turnaroundOf } from '#app/domain/review/turnaround.ts';
import type { Services } from '#app/services.server.ts';
import { listTurnaround, listWork, type Work } from '#db/repositories/administration/workload.ts';
import { keptUntilWritten } from '#app/queries/kit/kept-until-written.ts';

type Given = Pick<Services, 'engine' | 'clock'>;

/** Work by person and turnaround by round; null for anyone but an administrator. */
export async function workloadPage(services: Given, actor: Actor) {
  if (!mayAdminister(actor, 'read-workload')) return null;
  return workload(services, londonDay(services.clock().toISOString()));
}

const workload = keptUntilWritten(async ({ engine: { db } }: Given, today: string) => {
  const work = Map.groupBy(await listWork(db), ({ userId }) => userId);
  const rounds = Map.groupBy(await listTurnaround(db), ({ roundId }) => roundId);
  return {
    people: [...work.values()].flatMap((held) => personIn(held)),
    rounds: [...rounds].map(([id, held]) => ({
      id: id ?? '',
      name: held[0]?.round || WORKLOAD.noRound,
      ...turnaroundOf(held.map((one) => promiseIn(one, today))),
    })),
  };
});

type Submitted = { readonly submittedAt: string; readonly decidedAt: string | null };

function promiseIn({ submittedAt, decidedAt }: Submitted, today: string) {
  const decidedOn = decidedAt === null ? null : londonDay(decidedAt);
  return promiseOf({ submittedOn: londonDay(submittedAt), decidedOn, today });
}

export type WorkloadPage = NonNullable<Awaited<ReturnType<typeof workloadPage>>>;

function personIn(held: readonly Work[]) {
  const [first] = held;
  if (first === undefined) return [];
  const rating = held.filter(({ seat, conflict }) => rates(seatOf(seat)) && conflict !== true);
  const last = held.flatMap(({ lastAt }) => lastAt ?? []).toSorted();
  return [
    {
      id: first.userId,
      name: first.name,
      open: held.length,
      toDeclare: held.filter(({ conflict }) => conflict === null).length,
      conflicts: held.filter(({ conflict }) => conflict === true).length,
      toSeal: rating.filter(({ sealed }) => !sealed).length,
      sealed: rating.filter(({ sealed }) => sealed).length,
      lastOn: last.length === 0 ? null : londonDay(last.at(-1) ?? ''),
    },
  ];
}
