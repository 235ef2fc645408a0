// What may become of an organisation: renamed from a day on, part of another from a day on, an ODS code of
// its own. Its awards stay with it and with its departments; the register shows and finds all its names.
import { isDay } from '#app/domain/calendar-entries.ts';
import type { ToConfirm } from '#app/domain/confirmation.ts';
import { tidy } from '#app/domain/field-problem.ts';
import { checkPlaceName, type PlaceTaken } from '#app/domain/place-name.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type OrganisationEvent, successorOf } from './organisation-names.ts';

/** Up to nine letters and digits (domain.md, 9). */
const ODS_CODE = /^[A-Z0-9]{3,9}$/;

export type OrganisationChangeProblem =
  | { readonly code: 'name-wrong'; readonly most: number }
  | { readonly code: 'same-name' }
  | PlaceTaken
  | ToConfirm
  | { readonly code: 'not-a-date' }
  | { readonly code: 'in-the-future' }
  | { readonly code: 'no-successor' }
  | { readonly code: 'merged-already' }
  | { readonly code: 'would-go-in-a-circle' }
  | { readonly code: 'ods-code-wrong' }
  | { readonly code: 'ods-code-taken' };

/** The day, where the change has happened already. */
function happened(on: string | null, today: string): Result<string, OrganisationChangeProblem> {
  if (on === null || !isDay(on)) return refused({ code: 'not-a-date' });
  return on > today ? refused({ code: 'in-the-future' }) : ok(on);
}

type Dated = { readonly on: string | null; readonly today: string };

/** The new name as it is kept, and the day. */
export function checkRename(
  present: string,
  { name, on, today }: Dated & { readonly name: string },
): Result<{ name: string; on: string }, OrganisationChangeProblem> {
  const kept = checkPlaceName(name);
  if (!kept.ok) return kept;
  if (kept.value === present) return refused({ code: 'same-name' });
  const day = happened(on, today);
  return day.ok ? ok({ name: kept.value, on: day.value }) : day;
}

type Merger = Dated & {
  readonly id: string;
  /** null = there is no such organisation. */
  readonly into: string | null;
  /** What has happened to both and to all that they became part of. */
  readonly events: readonly OrganisationEvent[];
};

/** The successor and the day. */
export function checkMerge({
  id,
  into,
  on,
  today,
  events,
}: Merger): Result<{ into: string; on: string }, OrganisationChangeProblem> {
  if (into === null || into === id) return refused({ code: 'no-successor' });
  if (successorOf(id, events) !== null) return refused({ code: 'merged-already' });
  if (lineOf(into, events).includes(id)) return refused({ code: 'would-go-in-a-circle' });
  const day = happened(on, today);
  return day.ok ? ok({ into, on: day.value }) : day;
}

/** The code as it is kept; null = none. */
export function checkOdsCode(typed: string): Result<string | null, OrganisationChangeProblem> {
  const code = tidy(typed).toUpperCase();
  if (code === '') return ok(null);
  return ODS_CODE.test(code) ? ok(code) : refused({ code: 'ods-code-wrong' });
}

/** The code, where no other organisation has it; null = nobody holds it. */
export function checkHolder(
  id: string,
  holder: { readonly id: string } | null,
): Result<null, OrganisationChangeProblem> {
  return holder === null || holder.id === id ? ok(null) : refused({ code: 'ods-code-taken' });
}

/** The organisation, what it became part of, what that became part of, and so on. */
export function lineOf(id: string, events: readonly OrganisationEvent[]): readonly string[] {
  const line = [id];
  for (
    let next = successorOf(id, events);
    next !== null && !line.includes(next);
    next = successorOf(next, events)
  ) {
    line.push(next);
  }
  return line;
}
