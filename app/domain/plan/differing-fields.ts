// Which fields of an action differ between two of its versions; lists are compared by what they hold.
import { ACTION_FIELDS, type ActionFieldName } from './action-fields.ts';
import type { ActionFields } from './action.ts';
import type { ActionDraft } from './check-action.ts';

/** The names of the fields of the newer version that differ from the older one. */
export function differingFields(
  older: ActionDraft,
  newer: ActionFields,
): readonly ActionFieldName[] {
  return ACTION_FIELDS.map(({ name }) => name).filter(
    (name) => asText(older[name]) !== asText(newer[name]),
  );
}

// Milestones are written in one order of keys, because they are compared as JSON.
function asText(value: ActionDraft[ActionFieldName]): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value);
  return JSON.stringify(
    value.map((item) => (typeof item === 'string' ? item : [item.on, item.text, item.done])),
  );
}
