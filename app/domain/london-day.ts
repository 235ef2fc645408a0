// The calendar day on which something happens in London: days of the rules are counted there.
import { daysBetween } from './calendar.ts';

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
const [EPOCH, DAY, HOUR, MINUTE] = ['1970-01-01', 86_400_000, 3_600_000, 60_000];

/** The day, YYYY-MM-DD, of an instant (ISO 8601 UTC). */
export function londonDay(instant: string): string {
  const [, day, hours, minutes] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(instant) ?? [];
  if (day === undefined) return instant.slice(0, 10);
  const sinceMidnight = Number(hours) * HOUR + Number(minutes) * MINUTE;
  return isoDay.format(daysBetween(EPOCH, day) * DAY + sinceMidnight);
}
