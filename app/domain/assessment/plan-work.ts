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
  /** YYYY-MM-DD as typed; '' = it stays as it is. */
  readonly dueOn: string;
  /** Whether the day is taken away. */
  readonly noDay: boolean;
};

export type NotPlanned =
  | { readonly code: 'no-criteria-chosen' }
  | { readonly code: 'nothing-to-change' }
  | { readonly code: 'due-day-wrong' | 'due-day-past' | 'due-day-and-none' }
  /** Some are ticked, and others are chosen. */
  | { readonly code: 'ticked-and-chosen' };

type Known = {
  /** The criteria that a department writes and that apply, in the charter's order. */
  readonly criteria: readonly Pick<Criterion, 'id' | 'section'>[];
  /** Those that somebody has been asked to write. */
  readonly assigned: ReadonlySet<string>;
  /** YYYY-MM-DD in London. */
  readonly today: string;
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
  { which, ticked, person, dueOn, noDay }: PlanWork,
  { criteria, assigned, today }: Known,
): Result<PlannedWork, NotPlanned> {
  if (which !== 'ticked' && ticked.length > 0) return refused({ code: 'ticked-and-chosen' });
  const chosen = criteria.filter(({ id, section }) => {
    if (which === 'ticked') return ticked.includes(id);
    return which === 'unassigned' ? !assigned.has(id) : section === which;
  });
  if (chosen.length === 0) return refused({ code: 'no-criteria-chosen' });
  if (person === '' && dueOn === '' && !noDay) return refused({ code: 'nothing-to-change' });
  const day = checkDay(dueOn, { noDay, today });
  if (!day.ok) return day;
  return ok({
    criteria: chosen.map(({ id }) => id),
    person: person === '' ? null : person,
    dueOn: day.value,
  });
}

type Day = Pick<PlanWork, 'noDay'> & Pick<Known, 'today'>;

/** The day that is wanted from now on; undefined = it stays as it is, null = none any more. */
function checkDay(
  dueOn: string,
  { noDay, today }: Day,
): Result<string | null | undefined, NotPlanned> {
  if (dueOn === '') return ok(noDay ? null : undefined);
  if (noDay) return refused({ code: 'due-day-and-none' });
  if (!isDay(dueOn)) return refused({ code: 'due-day-wrong' });
  return dueOn < today ? refused({ code: 'due-day-past' }) : ok(dueOn);
}
