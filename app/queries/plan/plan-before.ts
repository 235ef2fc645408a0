// The plan of the award that an assessment renews, with what was last reported of each action; and what it
// says of the criterion that asks about it.
import type { Action, ActionFields } from '#app/domain/plan/action.ts';
import { awardedPlan, withReport } from '#app/domain/award/awarded-plan.ts';
import { doneIn } from '#app/domain/award/plan-report.ts';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { planSupport } from '#app/domain/charter/plan-before-key.ts';
import { londonDay } from '#app/domain/london-day.ts';
import { recordIn } from '#app/doors/kept-record.ts';
import { decimalsBeside, percentText } from '#app/domain/charter/percent.ts';
import type { Services } from '#app/services.server.ts';
import { loadAward } from '#db/repositories/award/award-rows.ts';
import { loadDecision } from '#db/repositories/review/decisions.ts';
import { listPlanReports } from '#db/repositories/award/plan-reports.ts';
import { statusText } from '#words/plan/status-words.ts';
import { ratingText, thresholdText } from '#words/kit/wording.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';

type Given = Pick<Services, 'engine'>;

/** An assessment that may renew an award, with its new plan. */
type Renewing = {
  readonly renews: string | null;
  readonly actions: readonly Pick<Action, 'objective' | 'carries'>[];
};

/** The plan before this one; null where the assessment renews no award. */
export async function previousPlan({ engine }: Given, view: Renewing) {
  const award = view.renews === null ? null : await loadAward(engine.db, view.renews);
  const decision = award && (await loadDecision(engine.db, award.decisionId));
  if (award === null || decision === null) return null;
  const record = recordIn(decision);
  const reports = await listPlanReports(engine.db, [award.id]);
  const last = reports.findLast(({ sentAt }) => sentAt !== null) ?? null;
  const actions = withReport(awardedPlan(record), last?.actions ?? []);
  const carried = new Set(view.actions.map(({ carries }) => carries));
  const objectives = new Set(view.actions.map(({ objective }) => objective));
  return {
    award: award.number,
    /** The year of the report that the statuses come from; null = none was sent. */
    year: last?.year ?? null,
    done: doneIn(actions),
    actions: actions.map((action) => ({
      ...action,
      statusText: statusText[action.status],
      // One that was written anew with the same objective counts as well.
      carried: carried.has(action.number) || objectives.has(action.objective),
    })),
  };
}

export type PreviousPlan = NonNullable<Awaited<ReturnType<typeof previousPlan>>>;

/** An action of the previous plan as the beginning of a new one; dates that are past are left out. */
export async function carriedAction(
  services: Given & Pick<Services, 'clock'>,
  view: AssessmentView,
  number: string,
): Promise<ActionFields | null> {
  const plan = await previousPlan(services, view);
  const action = plan?.actions.find((one) => one.number === number);
  if (action === undefined) return null;
  const today = londonDay(services.clock().toISOString());
  const ahead = (day: string | null) => (day !== null && day >= today ? day : null);
  const { id: _id, number: _number, note: _note, carries: _carries, ...rest } = action;
  const { statusText: _text, carried: _carried, ...fields } = rest;
  const criteria = new Set(allCriteria(view.charter).map(({ id }) => id));
  return {
    ...fields,
    criteria: action.criteria.filter((id) => criteria.has(id)),
    startOn: ahead(action.startOn),
    dueOn: ahead(action.dueOn),
    milestones: action.milestones.filter(({ on, done }) => !done && on >= today),
    status: action.status === 'complete' ? 'not-started' : action.status,
  };
}

type Asked = Renewing & {
  readonly charter: Charter;
  /** What is claimed for the criterion; null = nothing. */
  readonly claimed: number | null;
};

/** What the previous plan says of a criterion; null where it says nothing of this one. */
export async function planSuggestion(services: Given, view: Asked, criterion: string) {
  const { charter, claimed } = view;
  if (charter.previousPlan?.criterion !== criterion) return null;
  const plan = await previousPlan(services, view);
  if (plan === null) return null;
  const [done, all] = [plan.done, plan.actions.length];
  const support = planSupport(charter, { done, all });
  if (support === null) return null;
  const { done: shares } = charter.previousPlan;
  const decimals = Math.max(...shares.map(({ least }) => decimalsBeside(least)));
  return {
    done,
    all,
    year: plan.year,
    percent: `${percentText({ points: done, available: all }, decimals)}%`,
    rating: support.rating,
    ratingText: ratingText(charter, support.rating),
    next: support.next && {
      rating: ratingText(charter, support.next.rating),
      least: thresholdText(support.next.least),
    },
    /** Whether more is claimed than the plan supports. */
    claimsMore: claimed !== null && claimed > support.rating,
  };
}

export type PlanSuggestion = NonNullable<Awaited<ReturnType<typeof planSuggestion>>>;
