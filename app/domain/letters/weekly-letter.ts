// When the letter of the week is written, which tells each person what waits for them.
import { daysBetween } from '#app/domain/calendar-entries.ts';
import { londonDay, londonMidnight } from '#app/domain/london-day.ts';

const A_MONDAY = '1970-01-05';
/** Before the work begins, so that a morning is enough; what was missed then is not made up for. */
const FROM = 7;
const TO = 12;

/** The Monday, YYYY-MM-DD in London, whose letter is due at this instant (ISO 8601 UTC); null = none is. */
export function weeklyLetterDue(now: string): string | null {
  const day = londonDay(now);
  if (daysBetween(A_MONDAY, day) % 7 !== 0) return null;
  const hour = Number(now.slice('2027-03-01T'.length, '2027-03-01T09'.length));
  // In summer the day began an hour before midnight UTC.
  const there = londonMidnight(day).startsWith(day) ? hour : hour + 1;
  return there >= FROM && there < TO ? day : null;
}

/** One letter in a week for each person. */
export function weeklyLetterKey(week: string, person: string): string {
  return `week ${week} ${person}`;
}
