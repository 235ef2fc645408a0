// Which fields of an action differ between two of its versions; lists are compared by what they hold.
import { ACTION_FIELDS, type ActionFields } from './check-action.ts';

/** The names of the fields of the newer version that differ from the older one. */
export function differingFields(
  older: ActionFieldsAsText,
  newer: ActionFields,
): readonly (keyof ActionFields)[] {
  return ACTION_FIELDS.filter((field) => asText(older[field]) !== asText(newer[field]));
}

/** Priority and status as the database keeps them. */
type ActionFieldsAsText = Omit<ActionFields, 'priority' | 'status'> & {
  readonly priority: string;
  readonly status: string;
};

// Milestones are written in one order of keys, because they are compared as JSON.
function asText(value: ActionFieldsAsText[keyof ActionFieldsAsText]): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value);
  return JSON.stringify(
    value.map((item) => (typeof item === 'string' ? item : [item.on, item.text, item.done])),
  );
}
