// The form of one action: texts as typed, steps as lines, dates in three fields, milestones as rows.
import { z } from 'zod';
import { ACTION_FIELDS, type ActionField } from '#app/domain/plan/action-fields.ts';
import type { ActionDraft } from '#app/domain/plan/check-action.ts';
import type { MilestoneDraft } from '#app/domain/plan/check-milestones.ts';
import { perField } from '#app/domain/plan/per-field.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { type Typed, typedIn } from './parse-form.ts';

const Version = z.coerce.number().int().min(0).catch(0);

export type ReadAction = {
  readonly action: ActionDraft;
  readonly readVersion: number;
  readonly typed: Typed;
  /** The criteria ticked, as typed. */
  readonly criteria: readonly string[];
};

/** The action in the form; what is wrong with it is decided in the domain (check-action.ts). */
export function readActionForm(form: FormData): ReadAction {
  const typed = typedIn(form);
  const criteria = form.getAll('criteria').filter((value) => typeof value === 'string');
  const action = perField<ActionDraft>(ACTION_FIELDS, (field) => valueIn(typed, field, criteria));
  return { action, readVersion: Version.parse(typed['version']), typed, criteria };
}

function valueIn(
  typed: Typed,
  { name, kind }: ActionField,
  criteria: readonly string[],
): ActionDraft[keyof ActionDraft] {
  switch (kind) {
    case 'lines':
      return (typed[name] ?? '').split('\n');
    case 'criteria':
      return criteria;
    case 'day':
      return dayIn(typed, name);
    case 'milestones':
      return milestonesIn(typed);
    default:
      return typed[name] ?? '';
  }
}

// One more than may be kept, so that too many are told of and not dropped.
const ROWS = Array.from({ length: ACTION_LIMITS.milestones + 1 }, (_, row) => row);

/** Every row of the form, blank ones too, so that a problem finds its row. */
function milestonesIn(typed: Typed): readonly MilestoneDraft[] {
  return ROWS.map((row) => ({
    on: dayIn(typed, `milestone-${row}-on`),
    text: typed[`milestone-${row}-text`] ?? '',
    done: typed[`milestone-${row}-done`] !== undefined,
  }));
}

/** YYYY-MM-DD of three fields; what is no date comes out as typed, and is refused later. */
export function dayIn(typed: Typed, field: string): string | null {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (typed[`${field}-${part}`] ?? '').trim(),
  );
  if (day + month + year === '') return null;
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The fields of an action as the form shows them; which criteria are ticked, it is told apart. */
export function typedAction(action: ActionDraft): Typed {
  return Object.assign({}, ...ACTION_FIELDS.map((field) => typedField(action, field)));
}

function typedField(action: ActionDraft, field: ActionField): Typed {
  switch (field.kind) {
    case 'lines':
      return { [field.name]: action[field.name].join('\n') };
    case 'criteria':
      return {};
    case 'day':
      return dayFields(field.name, action[field.name]);
    case 'milestones':
      return Object.assign({}, ...action[field.name].map(milestoneFields));
    default:
      return { [field.name]: action[field.name] };
  }
}

function milestoneFields({ on, text: what, done }: MilestoneDraft, row: number): Typed {
  return {
    [`milestone-${row}-text`]: what,
    ...dayFields(`milestone-${row}-on`, on),
    ...(done ? { [`milestone-${row}-done`]: 'yes' } : {}),
  };
}

/** The three fields of a date as the form shows them. */
export function dayFields(field: string, date: string | null): Typed {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return {
    [`${field}-day`]: day.replace(/^0/, ''),
    [`${field}-month`]: month.replace(/^0/, ''),
    [`${field}-year`]: year,
  };
}
