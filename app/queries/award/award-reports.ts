// The yearly reports on the plan of an award that were sent: for the awarding body in full, for everyone the
// status of each action.
import { asReported, awardedPlan } from '#app/domain/award/awarded-plan.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { type AwardRow, listAwardsOf } from '#db/repositories/award/award-rows.ts';
import { listPlanReports } from '#db/repositories/award/plan-reports.ts';
import type { Db } from '#db/store.ts';
import { statusText } from '#words/plan/status-words.ts';

type Asked = {
  readonly award: Pick<AwardRow, 'id' | 'assessmentId'>;
  readonly record: Pick<DecisionRecord, 'content'>;
};

/** Each report in full, the newest year first. What an earlier award of the submission got counts, too. */
export async function sentReports(db: Db, { award, record }: Asked) {
  const awards = await listAwardsOf(db, award.assessmentId);
  const reports = await listPlanReports(db, [award.id, ...awards.map(({ id }) => id)]);
  const plan = awardedPlan(record);
  return reports
    .flatMap(({ sentAt, ...report }) => (sentAt === null ? [] : [{ ...report, sentAt }]))
    .toSorted((one, other) => other.year - one.year)
    .map((report) => ({
      id: report.id,
      year: report.year,
      sentAt: report.sentAt,
      isNew: report.readAt === null,
      summary: report.summary,
      actions: asReported(plan, report.actions).map(({ number, objective, status, note }) => ({
        number,
        objective,
        status,
        note,
      })),
    }));
}

export type SentReport = Awaited<ReturnType<typeof sentReports>>[number];

/** What everyone reads of the newest report: a status for each action in the order of the plan; null = none. */
export function publicProgress([newest]: readonly SentReport[]) {
  if (newest === undefined) return null;
  return {
    year: newest.year,
    sentAt: newest.sentAt,
    statuses: newest.actions.map(({ status }) => (status === null ? null : statusText[status])),
  };
}
