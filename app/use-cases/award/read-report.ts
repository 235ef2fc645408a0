// An administrator has read the report of a year: it is new to the awarding body no longer.
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { audit } from '#db/repositories/audit.ts';
import { listAwardsOf } from '#db/repositories/award/award-rows.ts';
import { listPlanReports, markReportRead } from '#db/repositories/award/plan-reports.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import { openAward } from './publish-award.ts';

export type ReadReportProblem = { readonly code: 'not-allowed' } | { readonly code: 'not-found' };

type ReadReportCommand = {
  /** Of the award. */
  readonly number: string;
  readonly report: string;
};

/** The report is marked as read; one that is read already stays so. */
export async function readReport(
  services: Pick<Services, 'engine' | 'clock'>,
  actor: Actor,
  { number, report: id }: ReadReportCommand,
): Promise<Result<null, ReadReportProblem>> {
  const { engine, clock } = services;
  return decideAgainOnConflict(async () => {
    const opened = await openAward(services, actor, { number, act: 'see-unpublished' });
    if (!opened.ok) return opened;
    const { organisationId, assessmentId } = opened.value;
    const awards = await listAwardsOf(engine.db, assessmentId);
    const reports = await listPlanReports(
      engine.db,
      awards.map((award) => award.id),
    );
    const report = reports.find((one) => one.id === id && one.sentAt !== null);
    if (report === undefined) return refused({ code: 'not-found' });
    if (report.readAt !== null) return ok(null);
    const at = clock().toISOString();
    await engine.commit([
      markReportRead(id, { at, by: actor.id }),
      audit({
        at,
        actor: actor.id,
        event: 'plan-report-read',
        organisation: organisationId,
        subject: assessmentId,
        details: { award: report.awardId, year: report.year },
      }),
    ]);
    return ok(null);
  });
}
