// What an action needs before it is kept: an objective, criteria that the charter has, real dates in
// order, and texts that fit on a page.
import { ACTION_LIMITS } from '#app/domain/assessment/limits.ts';
import { isDay } from '#app/domain/calendar.ts';
import { type Charter, findCriterion } from '#app/domain/charter/charter.ts';
import { type FieldProblem, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type Action, type ActionStatus, PRIORITIES, type Priority, STATUSES } from './action.ts';

export type ActionFields = Omit<Action, 'id'>;

/** An action as typed: priority and status are not known to be on their lists yet. */
export type ActionDraft = Omit<ActionFields, 'priority' | 'status'> & {
  readonly priority: string;
  readonly status: string;
};

export type ActionFieldProblem = FieldProblem<keyof ActionFields>;

/** The action as it is kept, without blank steps and repeated criteria, or everything wrong with it. */
export function checkAction(
  draft: ActionDraft,
  charter: Charter,
): Result<ActionFields, readonly ActionFieldProblem[]> {
  const { priority, status, ...texts } = tidied(draft);
  const knownPriority = PRIORITIES.find((known) => known === priority);
  const knownStatus = STATUSES.find((known) => known === status);
  const problems: readonly ActionFieldProblem[] = [
    ...textProblems(texts),
    ...stepProblems(texts.steps),
    ...texts.criteria
      .filter((id) => findCriterion(charter, id) === undefined)
      .map((value) => ({ field: 'criteria', code: 'not-listed', value }) as const),
    ...dateProblems(texts),
    ...notListed('priority', priority, knownPriority),
    ...notListed('status', status, knownStatus),
  ];
  if (problems.length > 0 || knownPriority === undefined || knownStatus === undefined) {
    return refused(problems);
  }
  return ok({ ...texts, priority: knownPriority, status: knownStatus });
}

function tidied(draft: ActionDraft): ActionDraft {
  const day = (text: string | null) => (text === null || tidy(text) === '' ? null : tidy(text));
  return {
    criteria: [...new Set(draft.criteria)],
    objective: tidy(draft.objective),
    reason: tidy(draft.reason),
    steps: draft.steps.map(tidy).filter((step) => step !== ''),
    owner: tidy(draft.owner),
    startOn: day(draft.startOn),
    dueOn: day(draft.dueOn),
    resources: tidy(draft.resources),
    successMeasure: tidy(draft.successMeasure),
    priority: draft.priority,
    status: draft.status,
  };
}

type Texts = Omit<ActionDraft, 'priority' | 'status'>;

function textProblems(texts: Texts): readonly ActionFieldProblem[] {
  return [
    ...(texts.objective === '' ? [{ field: 'objective', code: 'required' } as const] : []),
    ...tooLong('objective', texts.objective, ACTION_LIMITS.objectiveCharacters),
    ...tooLong('reason', texts.reason, ACTION_LIMITS.reasonCharacters),
    ...tooLong('owner', texts.owner, ACTION_LIMITS.ownerCharacters),
    ...tooLong('resources', texts.resources, ACTION_LIMITS.resourcesCharacters),
    ...tooLong('successMeasure', texts.successMeasure, ACTION_LIMITS.successMeasureCharacters),
  ];
}

function stepProblems(steps: readonly string[]): readonly ActionFieldProblem[] {
  const { steps: most, stepCharacters } = ACTION_LIMITS;
  const long = steps.some((step) => step.length > stepCharacters);
  return [
    ...(steps.length > most ? [{ field: 'steps', code: 'too-many', most } as const] : []),
    ...(long ? [{ field: 'steps', code: 'too-long', most: stepCharacters } as const] : []),
  ];
}

function dateProblems({ startOn, dueOn }: Texts): readonly ActionFieldProblem[] {
  const unreal = (field: 'startOn' | 'dueOn', day: string | null): readonly ActionFieldProblem[] =>
    day === null || isDay(day) ? [] : [{ field, code: 'not-a-date' }];
  const problems = [...unreal('startOn', startOn), ...unreal('dueOn', dueOn)];
  if (problems.length > 0 || startOn === null || dueOn === null) return problems;
  return dueOn < startOn ? [{ field: 'dueOn', code: 'before-start' }] : [];
}

function notListed(
  field: 'priority' | 'status',
  value: string,
  known: Priority | ActionStatus | undefined,
): readonly ActionFieldProblem[] {
  return known === undefined ? [{ field, code: 'not-listed', value }] : [];
}
