// Objects with a value for each field of the catalogue.
import type { ActionFields } from './action.ts';
import { ACTION_FIELDS, type ActionField } from './action-fields.ts';

/**
 * The values of these fields by name, in their order. That each value suits its field is what the caller
 * promises, by deciding on the field's kind.
 */
export function perField<Values extends object>(
  fields: readonly ActionField[],
  valueOf: (field: ActionField) => Values[keyof Values],
): Values;
export function perField(
  fields: readonly ActionField[],
  valueOf: (field: ActionField) => unknown,
): object {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));
}

const NOTHING = {
  group: '',
  line: '',
  text: '',
  lines: [],
  criteria: [],
  day: null,
  milestones: [],
} as const;

/** What a field holds while nobody has filled it in. */
export function emptyValue(field: ActionField): ActionFields[keyof ActionFields] {
  return field.kind === 'choice' ? field.otherwise : NOTHING[field.kind];
}

/** An action that nobody has filled in yet. */
export const EMPTY_ACTION: ActionFields = perField<ActionFields>(ACTION_FIELDS, emptyValue);

export type ChoiceField = Extract<ActionField, { readonly kind: 'choice' }>;

/** The value where it is one of the field's choices. */
export function choiceIn(
  field: ChoiceField,
  value: string,
): ActionFields[ChoiceField['name']] | undefined {
  return field.choices.find((known) => known === value);
}
