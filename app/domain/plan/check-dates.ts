// Dates of an action: real days in order. 'Ongoing' and 'to be confirmed' are refused, because nobody
// can tell whether they are kept; panels turn such plans down.
import { isDay } from '#app/domain/calendar-entries.ts';
import { type FieldProblem, tidy } from '#app/domain/field-problem.ts';

const OPEN_ENDED =
  /on-?\s?going|continu|rolling|perman|throughout|always|open|var(?:ious|ies)|asap|tb[acd]|confirm|decided|agreed|annual|yearly|monthly|quarterly/i;

/** A day as typed, without space around it; null where nothing is typed. */
export function dayTyped(text: string | null): string | null {
  return text === null || tidy(text) === '' ? null : tidy(text);
}

/** What is wrong with one date: a word where a date should be, or no real day. */
export function dayProblem<Field extends string>(
  field: Field,
  day: string | null,
): readonly FieldProblem<Field>[] {
  if (day === null || isDay(day)) return [];
  return [{ field, code: OPEN_ENDED.test(day) ? 'open-ended' : 'not-a-date' }];
}

/** An action is not due before it starts; both are days, or not set. */
export function orderProblems({
  startOn,
  dueOn,
}: {
  readonly startOn: string | null;
  readonly dueOn: string | null;
}): readonly FieldProblem<'dueOn'>[] {
  if (startOn === null || dueOn === null) return [];
  return dueOn < startOn ? [{ field: 'dueOn', code: 'before-start' }] : [];
}
