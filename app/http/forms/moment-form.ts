// A day in three fields and a time, as typed in London.
import { type Result, refused } from '#app/domain/problem.ts';
import type { Typed } from './parse-form.ts';
import { instantOf, type WallClockProblem } from './wall-clock.ts';

/** The instant of `name-day`, `name-month`, `name-year` and `name-time`. */
export function momentIn(typed: Typed, name: string): Result<string, WallClockProblem> {
  const [day = '', month = '', year = '', time = ''] = ['day', 'month', 'year', 'time'].map(
    (part) => (typed[`${name}-${part}`] ?? '').trim(),
  );
  if (!/^\d{4}$/.test(year)) return refused({ code: 'not-a-time' });
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return instantOf(date, time.replace('.', ':'));
}
