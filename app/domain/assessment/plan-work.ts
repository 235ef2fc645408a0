// Criteria given to somebody, or a day, many at once: those that are ticked, a whole section, or all that nobody writes.
import { isDay } from '#app/domain/calendar-entries.ts';
import type { Criterion } from '#app/domain/charter/charter.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';

/** `ticked`, `unassigned`, or the id of a section. */
export type WhichCriteria = string;

export type PlanWork = {
  readonly which: WhichCriteria;
  readonly ticked: readonly string[];
  /** Id of who is asked to write them, too; '' = it stays as it is. */
  readonly person: string;
  /** YYYY-MM-DD as typed; '' = it stays as it is; none = no day any more. */
  readonly dueOn: string;
};

export type NotPlanned =
  | { readonly code: 'no-criteria-chosen' }
  | { readonly code: 'nothing-to-change' }
  | { readonly code: 'due-day-wrong' };

type Known = {
  /** The criteria that a department writes and that apply, in the charter's order. */
  readonly criteria: readonly Pick<Criterion, 'id' | 'section'>[];
  /** Those that somebody has been asked to write. */
  readonly assigned: ReadonlySet<string>;
};

export type PlannedWork = {
  readonly criteria: readonly string[];
  /** null = it stays as it is. */
  readonly person: string | null;
  /** undefined = it stays as it is; null = no day any more. */
  readonly dueOn: string | null | undefined;
};

/** What is planned for which criteria. */
export function decideWork(
  { which, ticked, person, dueOn }: PlanWork,
  { criteria, assigned }: Known,
): Result<PlannedWork, NotPlanned> {
  const chosen = criteria.filter(({ id, section }) => {
    if (which === 'ticked') return ticked.includes(id);
    return which === 'unassigned' ? !assigned.has(id) : section === which;
  });
  if (chosen.length === 0) return refused({ code: 'no-criteria-chosen' });
  if (person === '' && dueOn === '') return refused({ code: 'nothing-to-change' });
  if (dueOn !== '' && dueOn !== 'none' && !isDay(dueOn)) return refused({ code: 'due-day-wrong' });
  return ok({
    criteria: chosen.map(({ id }) => id),
    person: person === '' ? null : person,
    dueOn: dueOn === '' ? undefined : dueOn === 'none' ? null : dueOn,
  });
}
