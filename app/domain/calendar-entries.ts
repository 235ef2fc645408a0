// Calendar days as text, YYYY-MM-DD: no clock, no time zone.

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a real day of the years 1900 to 2999. */
export function isDay(text: string): boolean {
  const parts = partsOf(text);
  if (parts === null) return false;
  const { year, month, day } = parts;
  return year >= 1900 && year <= 2999 && day >= 1 && day <= daysIn(year, month);
}

/** So many months later, on the same day of the month or the last one it has; null for no real day. */
export function addMonths(text: string, months: number): string | null {
  const parts = partsOf(text);
  if (parts === null || !isDay(text)) return null;
  const total = parts.year * 12 + (parts.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  const day = Math.min(parts.day, daysIn(year, month));
  return dayOfParts(year, month, day);
}

/** The whole months from a day to another; 0 where it is before, or either is no real day. */
export function wholeMonths(from: string, to: string): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  if (start === null || end === null || !isDay(from) || !isDay(to)) return 0;
  const months = (end.year - start.year) * 12 + end.month - start.month;
  // One less where the day of the month has not come yet.
  const late = (addMonths(from, months) ?? from) > to;
  return Math.max(0, late ? months - 1 : months);
}

/** So many days later, or earlier where the number is below 0; the text itself for no real day. */
export function addDays(text: string, days: number): string {
  if (!isDay(text)) return text;
  return dayOfNumber(dayNumber(text) + days);
}

/** How many days the second is after the first; below 0 where it is before. Both must be real days. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since 1 March of the year 0, so that a leap day is the last of its year. */
function dayNumber(text: string): number {
  const { year, month, day } = partsOf(text) ?? { year: 0, month: 3, day: 1 };
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + Math.floor((153 * m + 2) / 5) + (day - 1);
}

// The other way round: 146,097 days are 400 years, and five months from March on 153 days.
function dayOfNumber(number: number): string {
  const cycle = Math.floor(number / 146_097);
  const rest = number - cycle * 146_097;
  const years = Math.floor(
    (rest - Math.floor(rest / 1460) + Math.floor(rest / 36_524) - Math.floor(rest / 146_096)) / 365,
  );
  const ofYear = rest - (years * 365 + Math.floor(years / 4) - Math.floor(years / 100));
  const months = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * months + 2) / 5) + 1;
  const month = months < 10 ? months + 3 : months - 9;
  return dayOfParts(cycle * 400 + years + (month <= 2 ? 1 : 0), month, day);
}

/** The day of these parts as text, YYYY-MM-DD. */
export function dayOfParts(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-');
}

function partsOf(text: string) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month), day: Number(day) };
}

/** 0 where there is no such month, so that none of its days is real. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
