// Calendar dates (YYYY-MM-DD) as words and as places on a time axis. Whole-number arithmetic only:
// no clock, no time zone, no locale.

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** The parts of a date; null where the text is not one. */
export function dayOf(text: string | null): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '') ?? [];
  const found = { year: Number(year), month: Number(month), day: Number(day) };
  const real = found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= 31;
  return real ? found : null;
}

/** 1 April 2026; a text that is no date comes back as it is. */
export function longDate(text: string): string {
  const day = dayOf(text);
  return day === null ? text : `${day.day} ${months[day.month - 1]} ${day.year}`;
}

/** 1 Apr 2026. */
export function shortDate(text: string): string {
  const day = dayOf(text);
  return day === null ? text : `${day.day} ${monthName(day).slice(0, 3)} ${day.year}`;
}

/** April. */
export function monthName(day: Pick<Day, 'month'>): string {
  return months[day.month - 1] ?? '';
}

/** 4 for 'April' and 'Apr'; null for any other word. */
export function monthNumber(word: string): number | null {
  const asked = word.toLowerCase();
  const at = months.findIndex((name) => name.toLowerCase().startsWith(asked));
  return asked.length < 3 || at < 0 ? null : at + 1;
}

/** Months since the year 0, with the part of the month that has passed when the day begins. */
export function monthsAt(day: Day): number {
  return day.year * 12 + (day.month - 1) + (day.day - 1) / lengthOf(day);
}

/** The same when the day ends. */
export function monthsAfter(day: Day): number {
  return day.year * 12 + (day.month - 1) + day.day / lengthOf(day);
}

function lengthOf({ year, month }: Day): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 31);
}
