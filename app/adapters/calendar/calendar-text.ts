// A calendar as iCalendar text (RFC 5545). Times carry the zone Europe/London with its rules written out,
// so that they are right in every calendar and in every zone of the machine.
import ical, { ICalAlarmType } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '#app/ports.ts';

const ZONE = 'Europe/London';
const DAY_SECONDS = 24 * 60 * 60;
const REFRESH_SECONDS = 6 * 60 * 60;

const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19700329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19701025T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** The calendar as the text of an .ics file. */
export function renderCalendar({ name, madeAt, events }: Calendar): string {
  const calendar = ical({
    name,
    prodId: { company: 'mentoring-charter', product: 'self-assessment', language: 'EN' },
    ttl: REFRESH_SECONDS,
    timezone: { name: null, generator: () => LONDON },
  });
  for (const { uid, summary, description = null, url, when, alarmDays } of events) {
    const isDay = 'day' in when;
    const event = calendar.createEvent({
      id: uid,
      summary,
      description,
      url,
      stamp: Temporal.Instant.from(madeAt),
      allDay: isDay,
      start: isDay
        ? Temporal.PlainDate.from(when.day)
        : Temporal.Instant.from(when.instant).toZonedDateTimeISO(ZONE),
      ...(isDay ? {} : { timezone: ZONE }),
    });
    for (const days of alarmDays) {
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore: days * DAY_SECONDS });
    }
  }
  return calendar.toString();
}
