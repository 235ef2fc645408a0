// The action plan as pages show it: every action, what the charter suggests for the gaps that no action
// closes yet, and what the form of one action offers.
import { PRIORITIES, STATUSES } from '#app/domain/action-plan/action.ts';
import { suggestedActions } from '#app/domain/action-plan/suggested.ts';
import { charterName, type Charter } from '#app/domain/charter/charter.ts';
import type { AssessmentView } from '#app/queries/assessment.ts';
import { datesText } from '#reports/gantt-model.ts';
import {
  criterionName,
  levelText,
  priorityText,
  ratingText,
  statusText,
} from '#reports/wording.ts';

/** The list of actions, and suggestions for the way to the target; `today` is YYYY-MM-DD. */
export function actionPlanPage(view: AssessmentView, today: string) {
  const { charter, answerSet, targetLevel, actions } = view;
  const suggestions = suggestedActions({
    charter,
    answerSet,
    targetLevel,
    pins: new Set(),
    actions,
    startOn: today,
  });
  return {
    id: view.id,
    department: view.department,
    target: levelText(charter, targetLevel),
    mayPlanActions: view.mayPlanActions,
    actions: actions.map((action, index) => ({
      id: action.id,
      number: index + 1,
      objective: action.objective,
      criteria: action.criteria,
      owner: action.owner,
      dates: datesText(action),
      priority: priorityText[action.priority],
      status: statusText[action.status],
      missing: missingIn(action),
    })),
    suggestions: suggestions.map(({ criterion, to, action }) => ({
      criterion,
      name: criterionName(charter, criterion),
      to,
      rating: ratingText(charter, to),
      objective: action.objective,
    })),
  };
}

export type ActionPlanPage = ReturnType<typeof actionPlanPage>;

/** What a panel would look for and not find. */
function missingIn(action: AssessmentView['actions'][number]): readonly string[] {
  return [
    ...(action.owner === '' ? ['an owner'] : []),
    ...(action.dueOn === null ? ['a due date'] : []),
    ...(action.successMeasure === '' ? ['a success measure'] : []),
    ...(action.steps.length === 0 ? ['steps'] : []),
    ...(action.criteria.length === 0 ? ['a criterion'] : []),
  ];
}

/** What the form of an action offers to choose from. */
export function actionFormChoices(charter: Charter) {
  return {
    charter: charterName(charter),
    sections: charter.sections.map(({ id, title, criteria }) => ({
      id,
      title,
      criteria: criteria.map((criterion) => ({ id: criterion.id, title: criterion.title })),
    })),
    priorities: PRIORITIES.map((value) => ({ value, label: priorityText[value] })),
    statuses: STATUSES.map((value) => ({ value, label: statusText[value] })),
  };
}

export type ActionFormChoices = ReturnType<typeof actionFormChoices>;
