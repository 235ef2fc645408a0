// The calendar day of an instant where the awarding body is.

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** The calendar day in London of an instant (ISO 8601 UTC), YYYY-MM-DD. */
export function londonDay(instant: string): string {
  return isoDay.format(new Date(instant));
}
