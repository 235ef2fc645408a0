// What an action needs before it is kept: an objective, criteria that the charter has, real dates in
// order, and texts that fit on a page.
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { type FieldProblem, shortValue, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type Action, type ActionStatus, PRIORITIES, type Priority, STATUSES } from './action.ts';
import { linesIn } from './cell-lists.ts';
import { dateProblems, dayTyped } from './check-dates.ts';
import {
  checkMilestones,
  type MilestoneDraft,
  type MilestoneField,
  tidiedMilestones,
} from './check-milestones.ts';

/** What is typed of an action. */
export type ActionFields = Omit<Action, 'id' | 'carries'>;

/** All fields, in the order in which they are read. */
export const ACTION_FIELDS: readonly (keyof ActionFields)[] = [
  'keyPriority',
  'objective',
  'criteria',
  'reason',
  'steps',
  'owner',
  'responsible',
  'startOn',
  'dueOn',
  'milestones',
  'resources',
  'successMeasure',
  'baseline',
  'target',
  'priority',
  'status',
];

/** An action as typed: priority and status are not known to be on their lists yet. */
export type ActionDraft = Omit<ActionFields, 'priority' | 'status' | 'milestones'> & {
  readonly priority: string;
  readonly status: string;
  readonly milestones: readonly MilestoneDraft[];
};

export type ActionFieldProblem = FieldProblem<keyof ActionFields | MilestoneField>;

/** The action as it is kept, without blank steps and repeated criteria, or everything wrong with it. */
export function checkAction(
  draft: ActionDraft,
  charter: Charter,
): Result<ActionFields, readonly ActionFieldProblem[]> {
  const { priority, status, milestones: rows, ...texts } = tidied(draft);
  const knownPriority = PRIORITIES.find((known) => known === priority);
  const knownStatus = STATUSES.find((known) => known === status);
  const milestones = checkMilestones(rows);
  const problems: readonly ActionFieldProblem[] = [
    ...textProblems(texts),
    ...stepProblems(texts.steps),
    ...criteriaProblems(texts.criteria, charter),
    ...dateProblems(texts),
    ...(milestones.ok ? [] : milestones.problem),
    ...notListed('priority', priority, knownPriority),
    ...notListed('status', status, knownStatus),
  ];
  if (problems.length > 0 || !milestones.ok) return refused(problems);
  if (knownPriority === undefined || knownStatus === undefined) return refused(problems);
  return ok({
    ...texts,
    milestones: milestones.value,
    priority: knownPriority,
    status: knownStatus,
  });
}

function tidied(draft: ActionDraft): ActionDraft {
  return {
    criteria: [...new Set(draft.criteria)],
    keyPriority: tidy(draft.keyPriority).replaceAll(/\s+/g, ' '),
    objective: tidy(draft.objective),
    reason: tidy(draft.reason),
    // A step is one line wherever it is typed: in the form, a file or a spreadsheet.
    steps: linesIn(draft.steps.join('\n'), ACTION_LIMITS.steps)
      .map(tidy)
      .filter((step) => step !== ''),
    owner: tidy(draft.owner),
    responsible: tidy(draft.responsible),
    startOn: dayTyped(draft.startOn),
    dueOn: dayTyped(draft.dueOn),
    milestones: tidiedMilestones(draft.milestones),
    resources: tidy(draft.resources),
    successMeasure: tidy(draft.successMeasure),
    baseline: tidy(draft.baseline),
    target: tidy(draft.target),
    priority: draft.priority,
    status: draft.status,
  };
}

type Texts = Omit<ActionDraft, 'priority' | 'status' | 'milestones'>;

function textProblems(texts: Texts): readonly ActionFieldProblem[] {
  return [
    ...(texts.objective === '' ? [{ field: 'objective', code: 'required' } as const] : []),
    ...tooLong('keyPriority', texts.keyPriority, ACTION_LIMITS.keyPriorityCharacters),
    ...tooLong('objective', texts.objective, ACTION_LIMITS.objectiveCharacters),
    ...tooLong('reason', texts.reason, ACTION_LIMITS.reasonCharacters),
    ...tooLong('owner', texts.owner, ACTION_LIMITS.ownerCharacters),
    ...tooLong('responsible', texts.responsible, ACTION_LIMITS.responsibleCharacters),
    ...tooLong('resources', texts.resources, ACTION_LIMITS.resourcesCharacters),
    ...tooLong('successMeasure', texts.successMeasure, ACTION_LIMITS.successMeasureCharacters),
    ...tooLong('baseline', texts.baseline, ACTION_LIMITS.baselineCharacters),
    ...tooLong('target', texts.target, ACTION_LIMITS.targetCharacters),
  ];
}

/** More than anyone reads about one cell. */
const MOST_UNKNOWN = 20;

function criteriaProblems(ids: readonly string[], charter: Charter): readonly ActionFieldProblem[] {
  const { criteria: most } = ACTION_LIMITS;
  if (ids.length > most) return [{ field: 'criteria', code: 'too-many', most }];
  const known = new Set(allCriteria(charter).map(({ id }) => id));
  return ids
    .filter((id) => !known.has(id))
    .slice(0, MOST_UNKNOWN)
    .map((id) => ({ field: 'criteria', code: 'not-listed', value: shortValue(id) }));
}

function stepProblems(steps: readonly string[]): readonly ActionFieldProblem[] {
  const { steps: most, stepCharacters } = ACTION_LIMITS;
  if (steps.length > most) return [{ field: 'steps', code: 'too-many', most }];
  const long = steps.some((step) => step.length > stepCharacters);
  return long ? [{ field: 'steps', code: 'too-long', most: stepCharacters }] : [];
}

function notListed(
  field: 'priority' | 'status',
  value: string,
  known: Priority | ActionStatus | undefined,
): readonly ActionFieldProblem[] {
  return known === undefined ? [{ field, code: 'not-listed', value: shortValue(value) }] : [];
}
