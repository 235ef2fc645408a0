// The action plan as its page shows it: every action by key priority, the plan over time, what a panel
// would say, and what the charter suggests for the gaps that no action closes yet.
import { isOverdue } from '#app/domain/plan/overdue.ts';
import { boardColumn, planTotals } from '#app/domain/plan/plan-totals.ts';
import { MISSING, TOTALS } from '#words/plan/plan-pages.ts';
import { addressOf } from '#app/addresses.ts';
import { findActions, type PlanFilter, planFilterOf } from '#app/domain/plan/find-actions.ts';
import { byKeyPriority } from '#app/domain/plan/plan-order.ts';
import { openGaps, suggestionsFor } from '#app/domain/plan/suggested.ts';
import { planWarnings } from '#app/domain/plan/warnings.ts';
import { ANY, type FindQuery, isEverything } from '#app/domain/search-terms.ts';
import { firstMoves } from '#app/domain/scoring/first-moves.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { firstMovesShown } from './first-moves-shown.ts';
import type { Services } from '#app/services.server.ts';
import { datesText } from '#words/plan/gantt-words.ts';
import { ganttOf } from '#reports/gantt-model.ts';
import { priorityText, statusText } from '#words/plan/status-words.ts';
import { criterionName, levelText, ratingText } from '#words/kit/wording.ts';

type Asked = {
  /** YYYY-MM-DD in London. */
  readonly today: string;
  readonly asker: string;
  readonly query?: FindQuery;
};

/** The plan with what belongs around it; of its actions those that are looked for. */
export async function actionPlanPage(
  { ways }: Pick<Services, 'ways'>,
  view: AssessmentView,
  { today, asker, query = ANY }: Asked,
) {
  const { charter, answerSet, targetLevel, actions } = view;
  const way = await ways.soon({ charter, answerSet, to: targetLevel, pins: [] }, asker);
  const gaps = openGaps({ charter, answerSet, targetLevel, pins: new Set(), actions, way });
  const numbers = new Map(actions.map(({ id }, index) => [id, index + 1]));
  const target = levelText(charter, targetLevel);
  const filter = planFilterOf(query);
  const found = findActions(actions, filter, today);
  return {
    id: view.id,
    department: view.department,
    target,
    first: firstMovesShown(charter, firstMoves(charter, answerSet)),
    /** Why only what levels require is suggested; null = the whole way is. */
    wayUnknown: way === null ? 'pending' : way.status === 'not-found' ? 'not-found' : null,
    mayPlanActions: view.mayPlanActions,
    actions: actions.length,
    looking: lookingIn(actions, { query, filter, found: found.length }),
    groups: byKeyPriority(found).map((group) => ({
      keyPriority: group.keyPriority,
      actions: group.actions.map((action) => ({
        id: action.id,
        number: numbers.get(action.id) ?? 0,
        objective: action.objective,
        criteria: action.criteria,
        owner: action.owner,
        dates: datesText(action),
        priority: priorityText[action.priority],
        status: action.status,
        statusText: statusText[action.status],
        column: boardColumn(action),
        isOverdue: isOverdue(action, action.status, today),
        missing: missingIn(action),
      })),
    })),
    gantt: ganttOf(
      found,
      found.map(({ id }) => numbers.get(id) ?? 0),
      today,
    ),
    totals: totalsShown(found, today),
    warnings: planWarnings({
      actions,
      gaps: gaps.map(({ criterion }) => criterion),
      today,
    }).map((warning) => ({
      ...warning,
      links:
        warning.code === 'gap-without-action'
          ? warning.criteria.map((id) => ({
              to: view.mayPlanActions
                ? `${addressOf('/assessments/:id/actions/new', { id: view.id })}?criterion=${id}`
                : addressOf('/assessments/:id/criteria/:criterion', { id: view.id, criterion: id }),
              text: criterionName(charter, id),
            }))
          : warning.actions.map((id) => ({
              to: addressOf('/assessments/:id/actions/:action', { id: view.id, action: id }),
              text: `${numbers.get(id) ?? 0}. ${objectiveOf(actions, id)}`,
            })),
    })),
    suggestions: suggestionsFor(charter, gaps, today).map(({ criterion, to, action }) => ({
      criterion,
      name: criterionName(charter, criterion),
      to,
      rating: ratingText(charter, to),
      objective: action.objective,
    })),
  };
}

/** By owner and by quarter, in words; of one owner in one quarter there is nothing to compare. */
function totalsShown(actions: AssessmentView['actions'], today: string) {
  const { owners, quarters } = planTotals(actions, today);
  return {
    owners: owners.map(({ owner, ...total }) => ({ name: owner || TOTALS.nobody, ...total })),
    quarters: quarters.map(({ quarter, ...total }) => ({
      name: quarter === null ? TOTALS.noDate : TOTALS.quarter(quarter),
      ...total,
    })),
  };
}

type Looked = {
  readonly query: FindQuery;
  readonly filter: PlanFilter;
  readonly found: number;
};

/** What is looked for, how much that is, and whom one may choose. */
function lookingIn(actions: AssessmentView['actions'], { query, filter, found }: Looked) {
  return {
    query,
    isNarrowed: !isEverything(filter),
    unknown: filter.unknown,
    found,
    owners: [...new Set(actions.map(({ owner }) => owner).filter(Boolean))].toSorted((one, other) =>
      one.localeCompare(other, 'en-GB'),
    ),
  };
}

export type ActionPlanPage = Awaited<ReturnType<typeof actionPlanPage>>;

function objectiveOf(actions: AssessmentView['actions'], id: string): string {
  return actions.find((action) => action.id === id)?.objective ?? '';
}

/** What a panel would look for and not find. */
function missingIn(action: AssessmentView['actions'][number]): readonly string[] {
  return [
    ...(action.owner === '' ? [MISSING.owner] : []),
    ...(action.dueOn === null ? [MISSING.dueDate] : []),
    ...(action.successMeasure === '' ? [MISSING.successMeasure] : []),
    ...(action.steps.length === 0 ? ['steps'] : []),
    ...(action.criteria.length === 0 ? [MISSING.criterion] : []),
  ];
}
