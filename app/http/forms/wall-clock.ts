// Wall-clock times in London become instants here, and nowhere else. A time that the clocks skip, or that
// comes twice, is not guessed at: it is refused with that reason.
import { Temporal } from 'temporal-polyfill';
import { ok, refused, type Result } from '#app/domain/problem.ts';

const ZONE = 'Europe/London';

export type WallClockProblem =
  | { readonly code: 'not-a-time' }
  /** The hour that summer time leaves out or repeats. */
  | { readonly code: 'clock-changes' };

/** The instant (ISO 8601 UTC) of a day YYYY-MM-DD and a time HH:MM in London. */
export function instantOf(day: string, time: string): Result<string, WallClockProblem> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{1,2}:\d{2}$/.test(time)) {
    return refused({ code: 'not-a-time' });
  }
  const wall = plain(`${day}T${time.padStart(5, '0')}`);
  if (wall === null) return refused({ code: 'not-a-time' });
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(ZONE, { disambiguation }).toInstant(),
  );
  if (earlier === undefined || later === undefined || !earlier.equals(later)) {
    return refused({ code: 'clock-changes' });
  }
  return ok(new Date(earlier.epochMilliseconds).toISOString());
}

function plain(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch (error) {
    // Named recovery: a day or a time that does not exist.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The day and the time in London of an instant, as a form shows them. */
export function wallClockOf(instant: string): { readonly day: string; readonly time: string } {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  return {
    day: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}
