// Milestones as rows of a form: a blank row is none, every other needs a day and a text. They are kept
// in the order of their days.
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { type FieldProblem, tidy, tooLong } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Milestone } from './action.ts';
import { dayProblem, dayTyped } from './check-dates.ts';

/** A row as typed. */
export type MilestoneDraft = {
  readonly on: string | null;
  readonly text: string;
  readonly done: boolean;
};

/** Fields are numbered by their row, from 0. */
export type MilestoneField = 'milestones' | `milestone-${number}-on` | `milestone-${number}-text`;

type MilestoneProblem = FieldProblem<MilestoneField>;

/** Rows without space around what was typed; they keep their places, so that problems find them. */
export function tidiedMilestones(rows: readonly MilestoneDraft[]): readonly MilestoneDraft[] {
  return rows.map(({ on, text, done }) => ({
    on: dayTyped(on),
    text: tidy(text).replaceAll(/\s+/g, ' '),
    done,
  }));
}

/** The milestones of tidied rows, or what is wrong in each row. */
export function checkMilestones(
  rows: readonly MilestoneDraft[],
): Result<readonly Milestone[], readonly MilestoneProblem[]> {
  const { milestones: most } = ACTION_LIMITS;
  const typed = rows.flatMap(({ on, text, done }, row) =>
    on === null && text === '' ? [] : [{ on: on ?? '', text, done, row }],
  );
  // Where there are too many, each by itself is not looked at.
  if (typed.length > most) return refused([{ field: 'milestones', code: 'too-many', most }]);
  const problems = typed.flatMap(rowProblems);
  if (problems.length > 0) return refused(problems);
  return ok(
    typed
      .map(({ on, text, done }) => ({ on, text, done }))
      .toSorted((first, second) => (first.on < second.on ? -1 : Number(first.on > second.on))),
  );
}

function rowProblems({
  on,
  text,
  row,
}: {
  readonly on: string;
  readonly text: string;
  readonly row: number;
}): readonly MilestoneProblem[] {
  const dayField: MilestoneField = `milestone-${row}-on`;
  const textField: MilestoneField = `milestone-${row}-text`;
  return [
    ...(on === '' ? [{ field: dayField, code: 'required' } as const] : dayProblem(dayField, on)),
    ...(text === '' ? [{ field: textField, code: 'required' } as const] : []),
    ...tooLong(textField, text, ACTION_LIMITS.milestoneCharacters),
  ];
}
