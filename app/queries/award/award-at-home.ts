// What a department's home says of its award: what it is, how long it holds, and the next day that matters.
import { awardState, lastDay } from '#app/domain/award/award.ts';
import { nextAfterAward } from '#app/domain/award/plan-report.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Services } from '#app/services.server.ts';
import { listAwardsOf } from '#db/repositories/award/award-rows.ts';
import { listPlanReports } from '#db/repositories/award/plan-reports.ts';
import { levelText } from '#words/kit/wording.ts';

type Asked = { readonly id: string; readonly charter: Charter };

/** The award that stands, or else the one that was withdrawn last; null = none was made. */
export async function awardAtHome(
  { engine: { db }, clock }: Pick<Services, 'engine' | 'clock'>,
  { id, charter }: Asked,
) {
  const awards = await listAwardsOf(db, id);
  const award = awards.find(({ withdrawnAt }) => withdrawnAt === null) ?? awards[0];
  if (award === undefined) return null;
  const reports = await listPlanReports(
    db,
    awards.map((one) => one.id),
  );
  const sent = new Set(reports.filter(({ sentAt }) => sentAt !== null).map(({ year }) => year));
  const today = londonDay(clock().toISOString());
  return {
    number: award.number,
    level: levelText(charter, award.level),
    state: awardState(award, today),
    awardedOn: award.awardedOn,
    validUntil: award.validUntil,
    lastDay: lastDay(award),
    isPublished: award.publishedAt !== null,
    withdrawnAt: award.withdrawnAt,
    withdrawnReason: award.withdrawnReason,
    next: nextAfterAward(award, { sent, today }),
  };
}

export type AwardAtHome = NonNullable<Awaited<ReturnType<typeof awardAtHome>>>;
