// What follows an award: the years of the plan, and the report of one year with every action of the plan
// that was submitted. Everyone who may read the assessment reads them.
import { isOverdue } from '#app/domain/plan/overdue.ts';
import { PROGRESS_YEAR } from '#words/plan/plan-pages.ts';
import { versionFirst } from '#app/domain/charter/charter.ts';
import { awardState, countingAward, lastDay } from '#app/domain/award/award.ts';
import { asReported, awardedPlan, type ReportedOn } from '#app/domain/award/awarded-plan.ts';
import { publicPlan } from '#app/domain/award/public-plan.ts';
import {
  doneIn,
  type ReportState,
  reportState,
  type ReportYear,
  reportYears,
} from '#app/domain/award/plan-report.ts';
import { renewability } from '#app/domain/award/renewal.ts';
import { STATUSES } from '#app/domain/plan/action-fields.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { recordIn } from '#app/doors/kept-record.ts';
import type { Services } from '#app/services.server.ts';
import { hasAward, listAwardsOf } from '#db/repositories/award/award-rows.ts';
import { loadDecision } from '#db/repositories/review/decisions.ts';
import { loadName } from '#db/repositories/people/names.ts';
import { loadRenewal } from '#db/repositories/award/renewals.ts';
import { listPlanReports } from '#db/repositories/award/plan-reports.ts';
import { statusText } from '#words/plan/status-words.ts';
import { levelText } from '#words/kit/wording.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { lastKnownStatuses } from './last-known-status.ts';
import { latestOffered } from '#app/queries/charters/offered-versions.ts';

type Given = Pick<Services, 'engine' | 'clock'>;

/** Whether there is an award that stands. */
export async function isAwarded(
  { engine }: Pick<Services, 'engine'>,
  assessmentId: string,
): Promise<boolean> {
  return hasAward(engine.db, assessmentId);
}

/** The award of an assessment with its plan and the reports on it, newest year last; null = no award. */
async function awardedIn({ engine, clock }: Given, assessmentId: string) {
  const awards = await listAwardsOf(engine.db, assessmentId);
  const award = countingAward(awards);
  const decision = award && (await loadDecision(engine.db, award.decisionId));
  if (award === undefined || !decision) return null;
  const record = recordIn(decision);
  const reports = await listPlanReports(engine.db, [award.id, ...awards.map(({ id }) => id)]);
  return {
    award,
    plan: awardedPlan(record),
    /** As everyone reads them: without the names of people. */
    publicObjectives: publicPlan(record.content).map(({ objective }) => objective),
    years: reportYears(award),
    assessmentId,
    reports,
    reportOf: (year: number) => reports.find((one) => one.year === year) ?? null,
    today: londonDay(clock().toISOString()),
  };
}

/** The award, and where each year's report stands; without an award only the names. */
export async function progressPage(
  services: Given & Pick<Services, 'library'>,
  actor: Actor,
  view: AssessmentView,
) {
  const found = await awardedIn(services, view.id);
  const head = { id: view.id, department: view.department };
  if (found === null) return { ...head, award: null, years: [], renewal: null };
  const { award, plan, years, reportOf, today } = found;
  // No report is asked for any more of what was withdrawn; those that there are stay to be read.
  const isShown = ({ year }: ReportYear) => award.withdrawnAt === null || reportOf(year) !== null;
  return {
    ...head,
    award: {
      id: award.id,
      number: award.number,
      level: levelText(view.charter, award.level),
      state: awardState(award, today),
      awardedOn: award.awardedOn,
      lastDay: lastDay(award),
      actions: plan.length,
    },
    years: years.filter(isShown).map((year) => {
      const report = reportOf(year.year);
      return {
        ...year,
        state: reportState(year, report, today),
        sentAt: report?.sentAt ?? null,
        started: report !== null,
        done: report === null ? null : doneIn(report.actions),
      };
    }),
    renewal: await renewalOf(services, { found, view, actor }),
  };
}

type Renewing = {
  readonly found: NonNullable<Awaited<ReturnType<typeof awardedIn>>>;
  readonly view: AssessmentView;
  readonly actor: Actor;
};

/** Whether a renewal runs, can be started, and on which versions. */
async function renewalOf(
  services: Pick<Services, 'engine' | 'library'>,
  { found: { award, today }, view, actor }: Renewing,
) {
  const offered = await latestOffered(services);
  return {
    ...renewability(award, today),
    running: await loadRenewal(services.engine.db, award.id),
    mayStart: mayWithAssessment(actor, 'renew', view.place),
    versions: offered
      .filter(
        ([, { charter }]) =>
          charter.id === view.charter.id && charter.levels.some(({ id }) => id === award.level),
      )
      .map(([value, { charter }]) => ({
        value,
        label: versionFirst(charter),
      })),
  };
}

export type ProgressPage = Awaited<ReturnType<typeof progressPage>>;

type Year = { readonly view: AssessmentView; readonly actor: Actor; readonly year: number };

/** The report of one year as it is or as it begins; null where the award has no such year. */
export async function progressYearPage(services: Given, { view, actor, year: asked }: Year) {
  const found = await awardedIn(services, view.id);
  const year = found?.years.find((one) => one.year === asked);
  if (found === null || year === undefined) return null;
  const { reportOf, today } = found;
  const report = reportOf(asked);
  const state = reportState(year, report, today);
  const actions = await actionsOf(services, found, asked);
  return {
    id: view.id,
    department: view.department,
    ...year,
    state,
    ...(report === null ? NO_REPORT : await savedReport(services, report)),
    complete: doneIn(actions),
    actions: actions.map((action, place) => ({
      ...action,
      publicObjective: found.publicObjectives[place] ?? '',
      statusText: action.status === null ? PROGRESS_YEAR.notSaidYet : statusText[action.status],
      overdue: isOverdue(action, action.status, today),
    })),
    statuses: [
      // What is not known is asked for: nothing is chosen before somebody chooses.
      { value: '', label: PROGRESS_YEAR.chooseStatus },
      ...STATUSES.map((value) => ({ value, label: statusText[value] })),
    ],
    isAsked: found.award.withdrawnAt === null,
    ...allowed(found, { view, actor, year, state }),
  };
}

type Found = NonNullable<Awaited<ReturnType<typeof awardedIn>>>;
type Report = NonNullable<ReturnType<Found['reportOf']>>;

/** As reported; a new report begins with the statuses that are known, without a note. */
async function actionsOf(
  { engine: { db } }: Given,
  { plan, reports, reportOf, assessmentId }: Found,
  year: number,
): Promise<readonly ReportedOn[]> {
  const report = reportOf(year);
  if (report !== null) return asReported(plan, report.actions);
  const earlier = reports.filter((one) => one.year < year);
  const known = await lastKnownStatuses(db, { assessmentId, plan, earlier });
  return plan.map((action) => ({
    ...action,
    status: known.get(action.number) ?? null,
    note: '',
  }));
}

const NO_REPORT = { sentAt: null, updatedAt: null, updatedBy: null, version: 0, summary: '' };

async function savedReport({ engine }: Given, report: Report) {
  const { sentAt, updatedAt, version, summary } = report;
  return {
    sentAt,
    updatedAt,
    updatedBy: await loadName(engine.db, report.updatedBy),
    version,
    summary,
  };
}

type Asking = {
  readonly view: AssessmentView;
  readonly actor: Actor;
  readonly year: ReportYear;
  readonly state: ReportState;
};

function allowed({ award, today }: Found, { view, actor, year, state }: Asking) {
  const open = state !== 'sent' && state !== 'not-yet' && award.withdrawnAt === null;
  return {
    mayWrite: open && mayWithAssessment(actor, 'report-progress', view.place),
    maySend: open && today >= year.opensOn && mayWithAssessment(actor, 'send-progress', view.place),
  };
}

export type ProgressYearPage = NonNullable<Awaited<ReturnType<typeof progressYearPage>>>;
