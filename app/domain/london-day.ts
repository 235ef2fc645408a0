// The calendar day on which something happens in London: days of the rules are counted there.
import { addDays, daysBetween } from './calendar-entries.ts';

const timeZone = 'Europe/London';
let isoDay: Intl.DateTimeFormat | null = null;
const [EPOCH, DAY, HOUR, MINUTE] = ['1970-01-01', 86_400_000, 3_600_000, 60_000];

/** The days of hours that were asked for: clocks change on the hour, and asking the zone anew takes long. */
const days = new Map<string, string>();
const MOST_KEPT = 20_000;

/** The day, YYYY-MM-DD, of an instant (ISO 8601 UTC). */
export function londonDay(instant: string): string {
  const hour = instant.slice(0, '2027-03-01T09:'.length);
  const known = days.get(hour);
  if (known !== undefined) return known;
  const minutes = minuteOf(instant);
  if (minutes === null) return instant.slice(0, 10);
  // Made when it is first asked: a start that asks for no day is some milliseconds shorter.
  isoDay ??= new Intl.DateTimeFormat('sv-SE', { timeZone });
  const day = isoDay.format(minutes);
  if (days.size < MOST_KEPT) days.set(hour, day);
  return day;
}

/** The instant (ISO 8601 UTC) at which a day begins there: at midnight, or in summer an hour before by UTC. */
export function londonMidnight(day: string): string {
  const summer = `${addDays(day, -1)}T23:00:00.000Z`;
  return londonDay(summer) === day ? summer : `${day}T00:00:00.000Z`;
}

/** The minute of an instant, in milliseconds since 1970; null where it is none. */
function minuteOf(instant: string): number | null {
  const [, day, hours, minutes] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(instant) ?? [];
  if (day === undefined) return null;
  return daysBetween(EPOCH, day) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE;
}
