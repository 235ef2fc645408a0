// Saves the report of a year after an award, and sends it: from then on it is only read. Two people at one
// report: the second is refused with both, and nothing is overwritten silently.
import { countingAward } from '#app/domain/award/award.ts';
import { asReported, awardedPlan } from '#app/domain/award/awarded-plan.ts';
import {
  checkReport,
  type ReportDraft,
  type ReportField,
  reportYears,
} from '#app/domain/award/plan-report.ts';
import { checkReportOpen, isSent, type ReportClosed } from '#app/domain/award/report-writing.ts';
import type { FieldProblem } from '#app/domain/field-problem.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { recordIn } from '#app/doors/kept-record.ts';
import type { Services } from '#app/services.server.ts';
import { type AwardRow, listAwardsOf } from '#db/repositories/award/award-rows.ts';
import { loadDecision } from '#db/repositories/review/decisions.ts';
import {
  listPlanReports,
  type PlanReportRow,
  savePlanReport,
} from '#db/repositories/award/plan-reports.ts';
import { Conflict } from '#db/store.ts';
import { type AlteredProblem, areAwardsWhole } from '#app/doors/check-record.ts';
import { type ChangedMeanwhile, changedMeanwhile } from '#app/doors/changed-meanwhile.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type ReportPlanCommand = {
  readonly assessmentId: string;
  readonly year: number;
  readonly draft: ReportDraft;
  /** The version that was on the page; 0 = no report yet. */
  readonly readVersion: number;
  readonly toSend: boolean;
  /** Saves it as a draft that could be sent as it is: what is missing for that is refused. */
  readonly toPrepare?: boolean;
};

export type ReportPlanProblem =
  | AccessProblem
  | AlteredProblem
  | ReportClosed
  | { readonly code: 'not-valid'; readonly fields: readonly FieldProblem<ReportField>[] }
  | ChangedMeanwhile<PlanReportRow, ReportDraft>;

/** The new version of the report, or why it was not saved or not sent. */
export async function reportPlan(
  services: Services,
  actor: Actor,
  command: ReportPlanCommand,
): Promise<Result<{ version: number }, ReportPlanProblem>> {
  const { assessmentId: id, readVersion, toSend } = command;
  const act = toSend || command.toPrepare === true ? 'send-progress' : 'report-progress';
  const opened = await openAssessment(services, actor, { id, act });
  if (!opened.ok) return opened;
  if (!(await areAwardsWhole(services, id))) return refused({ code: 'altered' });
  const at = services.clock().toISOString();
  const decided = await decide(services, command, { at, by: actor.id });
  if (!decided.ok) return decided;
  const row = decided.value;
  const { assessment } = opened.value;
  const event = toSend ? 'plan-report-sent' : 'plan-report-saved';
  const details = { award: row.awardId, year: row.year };
  try {
    await services.engine.commit([
      savePlanReport(row, readVersion),
      ...recordChange({ assessment, actor, at, event, details }),
    ]);
    return ok({ version: readVersion + 1 });
  } catch (error) {
    // Named recovery: someone saved or sent it in between.
    if (!(error instanceof Conflict)) throw error;
    return refused(await meanwhile(services, command));
  }
}

export type SendReportCommand = Pick<ReportPlanCommand, 'assessmentId' | 'year' | 'readVersion'>;

/** Sends the report as it is saved and was read: the new version, or why it was not sent. */
export async function sendReport(
  services: Services,
  actor: Actor,
  command: SendReportCommand,
): Promise<Result<{ version: number }, ReportPlanProblem>> {
  const { assessmentId, year } = command;
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'send-progress' });
  if (!opened.ok) return opened;
  const saved = (await reportOf(services, { id: assessmentId, year }))?.report ?? null;
  if (saved === null) return refused({ code: 'not-found' });
  const actions = saved.actions.map(
    ({ action, status, note }) => [action, { status: status ?? '', note }] as const,
  );
  const draft = { actions: new Map(actions), summary: saved.summary };
  return reportPlan(services, actor, { ...command, draft, toSend: true });
}

type By = { readonly at: string; readonly by: string };

/** The report as it is to be saved. */
async function decide(
  services: Services,
  { assessmentId: id, year, draft, readVersion, toSend, toPrepare }: ReportPlanCommand,
  { at, by }: By,
): Promise<Result<PlanReportRow, ReportPlanProblem>> {
  const today = londonDay(at);
  const complete = toSend || toPrepare === true;
  const found = await reportOf(services, { id, year });
  if (found === null) return refused({ code: 'not-found' });
  const open = checkReportOpen({ ...found, today, toSend: complete });
  if (!open.ok) return open;
  const plan = asReported(await planOf(services, found.award), found.report?.actions ?? []);
  const checked = checkReport(draft, plan, { toSend: complete, today });
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  return ok({
    ...checked.value,
    id: found.report?.id ?? services.newId(),
    awardId: found.report?.awardId ?? found.award.id,
    year,
    state: toSend ? 'sent' : 'draft',
    version: readVersion,
    updatedAt: at,
    updatedBy: by,
    sentAt: toSend ? at : null,
    readAt: null,
    readBy: null,
  });
}

async function meanwhile(
  services: Services,
  { assessmentId: id, year, draft }: ReportPlanCommand,
): Promise<ReportPlanProblem> {
  const now = (await reportOf(services, { id, year }))?.report ?? null;
  if (isSent(now)) return { code: 'report-sent' };
  return changedMeanwhile(services.engine.db, now, draft);
}

/** The award of an assessment, the year, and its report so far; null where there is no such year. */
async function reportOf(
  { engine }: Pick<Services, 'engine'>,
  { id, year: number }: { readonly id: string; readonly year: number },
) {
  const awards = await listAwardsOf(engine.db, id);
  const award = countingAward(awards);
  const year = award && reportYears(award).find((one) => one.year === number);
  if (award === undefined || year === undefined) return null;
  const reports = await listPlanReports(engine.db, [award.id, ...awards.map((one) => one.id)]);
  return { award, year, report: reports.find((one) => one.year === number) ?? null };
}

async function planOf({ engine }: Pick<Services, 'engine'>, award: AwardRow) {
  const decision = await loadDecision(engine.db, award.decisionId);
  if (decision === null) return [];
  const record = recordIn(decision);
  return awardedPlan(record);
}
