// One action of an action plan, as the page, the file, the PDF and the database hold it. Its fields stand in
// the catalogue, action-fields.ts.
import type { ActionField, PRIORITIES, STATUSES } from './action-fields.ts';

export type Priority = (typeof PRIORITIES)[number];
export type ActionStatus = (typeof STATUSES)[number];

/** An action's number in its plan, from 1. */
export const ACTION_NUMBER = /^[1-9]\d{0,3}$/;

/** Something that can be seen on the way to the objective. */
export type Milestone = {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly text: string;
  readonly done: boolean;
};

/** What a field of each kind holds; a choice holds one of its own. */
type Values = {
  readonly group: string;
  readonly line: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly criteria: readonly string[];
  /** YYYY-MM-DD; null = not set yet. */
  readonly day: string | null;
  readonly milestones: readonly Milestone[];
};

type ValueOf<Field extends ActionField> = Field extends { readonly kind: keyof Values }
  ? Values[Field['kind']]
  : Field extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : never;

/** What people fill in. */
export type ActionFields = { readonly [Field in ActionField as Field['name']]: ValueOf<Field> };

export type Action = ActionFields & {
  readonly id: string;
  /** The number of the action of the previous plan that this one carries on; null = none. */
  readonly carries: string | null;
};
