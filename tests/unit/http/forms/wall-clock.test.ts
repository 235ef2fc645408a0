import { expect, test } from 'vitest';
import { instantOf, wallClockOf } from '#app/http/forms/wall-clock.ts';

// Clock changes in the United Kingdom: last Sunday of March and of October, at 01:00 UTC.
test.each([
  ['2027-01-15', '17:00', '2027-01-15T17:00:00.000Z'],
  ['2027-07-01', '17:00', '2027-07-01T16:00:00.000Z'],
  ['2027-03-28', '00:59', '2027-03-28T00:59:00.000Z'],
  ['2027-03-28', '02:00', '2027-03-28T01:00:00.000Z'],
  ['2027-10-31', '00:59', '2027-10-30T23:59:00.000Z'],
  ['2027-10-31', '02:00', '2027-10-31T02:00:00.000Z'],
  ['2028-02-29', '9:05', '2028-02-29T09:05:00.000Z'],
])('SEC-74 %s %s in London is %s', (day, time, instant) => {
  expect(instantOf(day, time)).toEqual({ ok: true, value: instant });
  expect(wallClockOf(instant)).toEqual({ day, time: time.padStart(5, '0') });
});

test.each([
  ['2027-03-28', '01:30', 'clock-changes'],
  ['2027-10-31', '01:30', 'clock-changes'],
  ['2027-02-29', '12:00', 'not-a-time'],
  ['2027-02-10', '24:30', 'not-a-time'],
  ['tomorrow', '12:00', 'not-a-time'],
  ['2027-02-10', 'noon', 'not-a-time'],
])('SEC-74 %s %s is refused: %s', (day, time, code) => {
  expect(instantOf(day, time)).toEqual({ ok: false, problem: { code } });
});
