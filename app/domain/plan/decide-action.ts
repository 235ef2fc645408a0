// What becomes of a plan when an action is added, changed or brought from a file.
import type { Charter } from '#app/domain/charter/charter.ts';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { ACTION_NUMBER, type ActionFields } from './action.ts';
import { type ActionDraft, type ActionFieldProblem, checkAction } from './check-action.ts';
import { differingFields } from './differing-fields.ts';

export type NotValid = {
  readonly code: 'not-valid';
  readonly fields: readonly ActionFieldProblem[];
};
export type TooManyActions = { readonly code: 'too-many-actions'; readonly most: number };

type Placed = { readonly position: number };

/** The place after all others. */
export function placeAfter(plan: readonly Placed[]): number {
  return Math.max(-1, ...plan.map(({ position }) => position)) + 1;
}

type Adding = {
  readonly action: ActionDraft;
  /** The number of the action of the previous plan that it carries on, as it came; null = none. */
  readonly carries: string | null;
};

export type AddedAction = {
  readonly fields: ActionFields;
  readonly carries: string | null;
  readonly position: number;
};

/** The new action at the end of the plan. */
export function decideAdding(
  charter: Charter,
  plan: readonly Placed[],
  { action, carries }: Adding,
): Result<AddedAction, NotValid | TooManyActions> {
  const checked = checkAction(action, charter);
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  if (!hasRoom(plan, 1)) return full();
  const known = carries !== null && ACTION_NUMBER.test(carries) ? carries : null;
  return ok({ fields: checked.value, carries: known, position: placeAfter(plan) });
}

/** The action as it is from now on; null = it is so already. */
export function decideChanging(
  charter: Charter,
  saved: ActionDraft,
  action: ActionDraft,
): Result<ActionFields | null, NotValid> {
  const checked = checkAction(action, charter);
  if (!checked.ok) return refused({ code: 'not-valid', fields: checked.problem });
  return ok(differingFields(saved, checked.value).length === 0 ? null : checked.value);
}

type Row = {
  /** null = a new action. */
  readonly id: string | null;
  /** The version that was in the preview. */
  readonly version: number | null;
  readonly action: ActionDraft;
};

type Saved = Placed & { readonly id: string; readonly version: number };

export type DecidedImport<S> = {
  readonly added: readonly ActionFields[];
  readonly changed: readonly { readonly saved: S; readonly fields: ActionFields }[];
};

export type NotImported =
  | NotValid
  | TooManyActions
  /** An action was changed or removed since the preview; nothing is applied. */
  | { readonly code: 'plan-changed-meanwhile' };

/** What the rows of a file add and change; all of them or none. */
export function decideImport<S extends Saved>(
  charter: Charter,
  plan: readonly S[],
  rows: readonly Row[],
): Result<DecidedImport<S>, NotImported> {
  const checked = rows.map((row) => ({ ...row, checked: checkAction(row.action, charter) }));
  const wrong = checked.flatMap((row) => (row.checked.ok ? [] : row.checked.problem));
  if (wrong.length > 0) return refused({ code: 'not-valid', fields: wrong });
  const valid = checked.flatMap(({ id, version, checked: one }) =>
    one.ok ? [{ id, version, fields: one.value }] : [],
  );
  const added = valid.filter(({ id }) => id === null).map(({ fields }) => fields);
  if (!hasRoom(plan, added.length)) return full();
  const changing = valid.filter(({ id }) => id !== null);
  const changed = changing.flatMap(({ id, version, fields }) => {
    const saved = plan.find((one) => one.id === id);
    return saved === undefined || saved.version !== version ? [] : [{ saved, fields }];
  });
  return changed.length < changing.length
    ? refused({ code: 'plan-changed-meanwhile' })
    : ok({ added, changed });
}

function hasRoom(plan: readonly Placed[], added: number): boolean {
  return plan.length + added <= ACTION_LIMITS.actions;
}

function full() {
  return refused({ code: 'too-many-actions', most: ACTION_LIMITS.actions } as const);
}
