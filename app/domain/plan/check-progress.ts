// A note on the progress of an action: words and a status. It is never changed afterwards.
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { type FieldProblem, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ActionStatus } from './action.ts';
import { STATUSES } from './action-fields.ts';

/** A note as typed. */
export type ProgressDraft = { readonly note: string; readonly status: string };
export type ProgressNote = { readonly note: string; readonly status: ActionStatus };
export type ProgressFieldProblem = FieldProblem<'note' | 'status'>;

/** The note as it is kept, or what is wrong with it. */
export function checkProgress(
  draft: ProgressDraft,
): Result<ProgressNote, readonly ProgressFieldProblem[]> {
  const note = tidy(draft.note);
  const status = STATUSES.find((known) => known === draft.status);
  const problems: readonly ProgressFieldProblem[] = [
    ...(note === '' ? [{ field: 'note', code: 'required' } as const] : []),
    ...tooLong('note', note, ACTION_LIMITS.progressCharacters),
    ...(status === undefined
      ? [{ field: 'status', code: 'not-listed', value: draft.status } as const]
      : []),
  ];
  if (problems.length > 0 || status === undefined) return refused(problems);
  return ok({ note, status });
}
