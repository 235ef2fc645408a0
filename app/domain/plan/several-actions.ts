// Several actions of a plan changed in one: who owns them, until when, how urgent they are, how they stand.
import type { Charter } from '#app/domain/charter/charter.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ActionFields } from './action.ts';
import { type ActionDraft, type ActionFieldProblem, checkAction } from './check-action.ts';
import { differingFields } from './differing-fields.ts';
import { planOrder } from './plan-order.ts';

/** Fields in which actions are changed together. */
export const SEVERAL_FIELDS = [
  'keyPriority',
  'owner',
  'startOn',
  'dueOn',
  'priority',
  'status',
] as const satisfies readonly (keyof ActionFields)[];

/** As typed; a field that is left out, empty or null stays as it is. */
export type SeveralChange = Partial<Pick<ActionDraft, (typeof SEVERAL_FIELDS)[number]>>;

export type NotChanged =
  | { readonly code: 'no-actions-chosen' | 'no-field-changed' }
  /** With the change, an action would not be valid: its number in the plan, and why. */
  | {
      readonly code: 'action-not-valid';
      readonly number: number;
      readonly fields: readonly ActionFieldProblem[];
    };

type Saved = ActionDraft & {
  readonly id: string;
  readonly position: number;
};

/** What becomes of those that are chosen: all of them or none; those that are so already are left out. */
export function decideSeveral<S extends Saved>(
  charter: Charter,
  plan: readonly S[],
  { chosen, change }: { readonly chosen: readonly string[]; readonly change: SeveralChange },
): Result<readonly { readonly saved: S; readonly fields: ActionFields }[], NotChanged> {
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== null && value.trim() !== ''),
  );
  const ordered = planOrder(plan).map((saved, index) => ({ saved, number: index + 1 }));
  const meant = ordered.filter(({ saved }) => chosen.includes(saved.id));
  if (meant.length === 0) return refused({ code: 'no-actions-chosen' });
  if (Object.keys(given).length === 0) return refused({ code: 'no-field-changed' });
  const checked = meant.map(({ saved, number }) => {
    return { saved, number, now: checkAction({ ...saved, ...given }, charter) };
  });
  for (const { number, now } of checked) {
    if (!now.ok) return refused({ code: 'action-not-valid', number, fields: now.problem });
  }
  return ok(
    checked.flatMap(({ saved, now }) =>
      now.ok && differingFields(saved, now.value).length > 0 ? [{ saved, fields: now.value }] : [],
    ),
  );
}
