// Instants as people in the United Kingdom read them: wall-clock time in London.
import { LANGUAGE } from '#words/language.ts';

const day = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long', timeZone: 'Europe/London' });
let clock: Intl.DateTimeFormat | null = null;

/** '14:32'. */
export function clockTime(instant: string): string {
  // Made when a time of day is first written: a document writes days alone.
  clock ??= new Intl.DateTimeFormat(LANGUAGE, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  });
  return clock.format(new Date(instant));
}

/** '24 November 2026 at 14:32'. */
export function dayAndTime(instant: string): string {
  return `${day.format(new Date(instant))} at ${clockTime(instant)}`;
}

/** '24 November 2026', of a day YYYY-MM-DD. */
export function dayText(text: string): string {
  return day.format(new Date(`${text}T12:00:00Z`));
}

/** The day in London of an instant, in words. */
export function dayOf(instant: string): string {
  return day.format(new Date(instant));
}
