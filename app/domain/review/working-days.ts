// Working days in England: Monday to Friday without bank holidays. The rules are those of the Banking and
// Financial Dealings Act 1971 and the proclamations for New Year, early May and single occasions; later
// single occasions are added to the list when they are proclaimed.
import { addDays, dayOfParts } from '#app/domain/calendar-entries.ts';

/** Single occasions: the seventy-fifth VE Day, the Platinum Jubilee, a state funeral, a coronation. */
const EXTRA = ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'];
/** Days whose holiday was moved for one of them. */
const MOVED = ['2020-05-04', '2022-05-30'];

/** 0 = Monday to 6 = Sunday; Sakamoto's congruence. */
function weekday(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const sunday =
    (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + date) % 7;
  return (sunday + 6) % 7;
}

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return dayOfParts(year, month, date);
}

function firstMonday(year: number, month: number): string {
  const first = dayOfParts(year, month, 1);
  return addDays(first, (7 - weekday(first)) % 7);
}

function lastMonday(year: number, month: number): string {
  const last = dayOfParts(year, month, 31);
  return addDays(last, -weekday(last));
}

/** Days on a weekend move to the next weekday that none of the others has. */
function substitutes(days: readonly string[]): readonly string[] {
  const taken = days.filter((day) => weekday(day) <= 4);
  for (const day of days.filter((one) => weekday(one) > 4)) {
    let moved = day;
    while (weekday(moved) > 4 || taken.includes(moved)) moved = addDays(moved, 1);
    taken.push(moved);
  }
  return taken;
}

/** The bank holidays of England in a year, earliest first. */
export function bankHolidays(year: number): readonly string[] {
  const sunday = easter(year);
  return [
    ...substitutes([dayOfParts(year, 1, 1)]),
    addDays(sunday, -2),
    addDays(sunday, 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...substitutes([dayOfParts(year, 12, 25), dayOfParts(year, 12, 26)]),
    ...EXTRA.filter((day) => day.startsWith(String(year))),
  ]
    .filter((day) => !MOVED.includes(day))
    .toSorted();
}

/** Whether people in England are at work on this day. */
export function isWorkingDay(day: string): boolean {
  return weekday(day) <= 4 && !bankHolidays(Number(day.slice(0, 4))).includes(day);
}

/** The last of so many working days after a day, which itself does not count. */
export function addWorkingDays(from: string, days: number): string {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
