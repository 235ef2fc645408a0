// What an action needs before it is kept: an objective, criteria that the charter has, real dates in
// order, and texts that fit on a page.
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { type FieldProblem, shortValue, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ActionFields, Milestone } from './action.ts';
import { ACTION_FIELDS, type ActionField } from './action-fields.ts';
import { linesIn } from './cell-lists.ts';
import { dayProblem, dayTyped, orderProblems } from './check-dates.ts';
import {
  checkMilestones,
  type MilestoneDraft,
  type MilestoneField,
  tidiedMilestones,
} from './check-milestones.ts';
import { choiceIn, perField } from './per-field.ts';

/** An action as typed: choices are not known to be on their lists yet. */
export type ActionDraft = {
  readonly [Field in ActionField as Field['name']]: Field extends { readonly kind: 'choice' }
    ? string
    : Field extends { readonly kind: 'milestones' }
      ? readonly MilestoneDraft[]
      : ActionFields[Field['name']];
};

export type ActionFieldProblem = FieldProblem<keyof ActionFields | MilestoneField>;

/** The action as it is kept, without blank steps and repeated criteria, or everything wrong with it. */
export function checkAction(
  draft: ActionDraft,
  charter: Charter,
): Result<ActionFields, readonly ActionFieldProblem[]> {
  const typed = perField<ActionDraft>(ACTION_FIELDS, (field) => tidied(draft, field));
  const milestones = checkMilestones(typed.milestones);
  const problems: readonly ActionFieldProblem[] = [
    ...ACTION_FIELDS.flatMap((field) => missing(typed, field)),
    ...ACTION_FIELDS.flatMap((field) => textProblems(typed, field)),
    ...ACTION_FIELDS.flatMap((field) => lineProblems(typed, field)),
    ...criteriaProblems(typed.criteria, charter),
    ...dayProblems(typed),
    ...(milestones.ok ? [] : milestones.problem),
    ...ACTION_FIELDS.flatMap((field) => notListed(typed, field)),
  ];
  if (problems.length > 0 || !milestones.ok) return refused(problems);
  return ok(perField<ActionFields>(ACTION_FIELDS, (field) => kept(typed, field, milestones.value)));
}

function tidied(draft: ActionDraft, field: ActionField): ActionDraft[keyof ActionDraft] {
  switch (field.kind) {
    case 'group':
      return tidy(draft[field.name]).replaceAll(/\s+/g, ' ');
    case 'line':
    case 'text':
      return tidy(draft[field.name]);
    case 'lines':
      // An entry is one line wherever it is typed: in the form, a file or a spreadsheet.
      return linesIn(draft[field.name].join('\n'), field.most)
        .map(tidy)
        .filter((line) => line !== '');
    case 'criteria':
      return [...new Set(draft[field.name])];
    case 'day':
      return dayTyped(draft[field.name]);
    case 'milestones':
      return tidiedMilestones(draft[field.name]);
    case 'choice':
      return draft[field.name];
    default:
      return field satisfies never;
  }
}

/** The value of a field in which nothing is wrong. */
function kept(
  typed: ActionDraft,
  field: ActionField,
  milestones: readonly Milestone[],
): ActionFields[keyof ActionFields] {
  switch (field.kind) {
    case 'milestones':
      return milestones;
    case 'choice':
      return choiceIn(field, typed[field.name]) ?? field.otherwise;
    default:
      return typed[field.name];
  }
}

function missing(typed: ActionDraft, field: ActionField): readonly ActionFieldProblem[] {
  if (!('required' in field) || typed[field.name] !== '') return [];
  return [{ field: field.name, code: 'required' }];
}

function textProblems(typed: ActionDraft, field: ActionField): readonly ActionFieldProblem[] {
  switch (field.kind) {
    case 'group':
    case 'line':
    case 'text':
      return tooLong(field.name, typed[field.name], field.most);
    default:
      return [];
  }
}

function lineProblems(typed: ActionDraft, field: ActionField): readonly ActionFieldProblem[] {
  if (field.kind !== 'lines') return [];
  const { name, most, charactersEach } = field;
  if (typed[name].length > most) return [{ field: name, code: 'too-many', most }];
  const long = typed[name].some((line) => line.length > charactersEach);
  return long ? [{ field: name, code: 'too-long', most: charactersEach }] : [];
}

/** Days that are none, and, where all are, their order. */
function dayProblems(typed: ActionDraft): readonly ActionFieldProblem[] {
  const problems = ACTION_FIELDS.flatMap((field) =>
    field.kind === 'day' ? dayProblem(field.name, typed[field.name]) : [],
  );
  return problems.length > 0 ? problems : orderProblems(typed);
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

function notListed(typed: ActionDraft, field: ActionField): readonly ActionFieldProblem[] {
  if (field.kind !== 'choice') return [];
  const value = typed[field.name];
  if (choiceIn(field, value) !== undefined) return [];
  return [{ field: field.name, code: 'not-listed', value: shortValue(value) }];
}
