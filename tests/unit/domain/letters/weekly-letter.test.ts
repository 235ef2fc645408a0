import { expect, test } from 'vitest';
import { weeklyLetterDue } from '#app/domain/letters/weekly-letter.ts';

test.each([
  // 1 March 2027 is a Monday, in winter.
  ['2027-03-01T06:59:59.999Z', null],
  ['2027-03-01T07:00:00.000Z', '2027-03-01'],
  ['2027-03-01T11:59:59.999Z', '2027-03-01'],
  ['2027-03-01T12:00:00.000Z', null],
  ['2027-02-28T09:00:00.000Z', null],
  ['2027-03-02T09:00:00.000Z', null],
  // 5 July 2027 is one in summer: an hour earlier by UTC.
  ['2027-07-05T05:59:00.000Z', null],
  ['2027-07-05T06:00:00.000Z', '2027-07-05'],
  ['2027-07-05T10:59:00.000Z', '2027-07-05'],
  ['2027-07-05T11:00:00.000Z', null],
  // 29 March 2027, the day after the clocks changed.
  ['2027-03-29T06:00:00.000Z', '2027-03-29'],
])('at %s the letter of %s is due', (now, week) => {
  expect(weeklyLetterDue(now)).toBe(week);
});
