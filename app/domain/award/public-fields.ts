// The fields of an action that anyone may read, on the page of an award and as data.
import { ACTION_FIELDS, type ActionField } from '#app/domain/plan/action-fields.ts';

export type PublicField = Extract<ActionField, { readonly readers: 'anyone' }>;

/** The criteria first, then in the order in which they are read. */
export const PUBLIC_FIELDS: readonly PublicField[] = ACTION_FIELDS.filter(
  (field) => field.readers === 'anyone',
).toSorted((one, other) => Number(other.kind === 'criteria') - Number(one.kind === 'criteria'));
