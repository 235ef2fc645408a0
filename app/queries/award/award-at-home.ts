// What a department's home says of its award: what it is, how long it holds, and the next day that matters.
import { awardState, countingAward, lastDay } from '#app/domain/award/award.ts';
import { nextAfterAward, reportYears } from '#app/domain/award/plan-report.ts';
import { renewability } from '#app/domain/award/renewal.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Services } from '#app/services.server.ts';
import { type AwardRow, listAwardsOf } from '#db/repositories/award/award-rows.ts';
import { listSentYears } from '#db/repositories/award/plan-reports.ts';
import type { Among } from '#db/repositories/within-scope.ts';
import { levelText } from '#words/kit/wording.ts';

type Asked = { readonly id: string; readonly charter: Charter };

/** The award of each that stands, or else the one that was withdrawn last; none where none was made. */
export async function awardsAtHome(
  { engine: { db }, clock }: Pick<Services, 'engine' | 'clock'>,
  { which, assessments }: { readonly which: Among; readonly assessments: readonly Asked[] },
): Promise<ReadonlyMap<string, AwardAtHome>> {
  const today = londonDay(clock().toISOString());
  const made = Map.groupBy(await listAwardsOf(db, which), ({ assessmentId }) => assessmentId);
  const sent = Map.groupBy(await listSentYears(db, which), ({ assessmentId }) => assessmentId);
  return new Map(
    assessments.flatMap(({ id, charter }): [string, AwardAtHome][] => {
      const awards = made.get(id) ?? [];
      const award = countingAward(awards);
      const years = new Set((sent.get(id) ?? []).map(({ year }) => year));
      return award === undefined ? [] : [[id, shown(award, charter, { sent: years, today })]];
    }),
  );
}

type Told = { readonly sent: ReadonlySet<number>; readonly today: string };

function shown(award: AwardRow, charter: Charter, { sent, today }: Told) {
  const next = nextAfterAward(award, { sent, today });
  const year = next?.what === 'report' ? next.year : null;
  return {
    id: award.id,
    number: award.number,
    level: levelText(charter, award.level),
    state: awardState(award, today),
    awardedOn: award.awardedOn,
    validUntil: award.validUntil,
    lastDay: lastDay(award),
    isPublished: award.publishedAt !== null,
    withdrawnAt: award.withdrawnAt,
    withdrawnReason: award.withdrawnReason,
    next,
    /** From which day the next report may be sent; null = none is left. */
    opensOn: reportYears(award).find((one) => one.year === year)?.opensOn ?? null,
    renewability: renewability(award, today),
  };
}

export type AwardAtHome = ReturnType<typeof shown>;
