import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, bankHolidays, isWorkingDay } from '#app/domain/review/working-days.ts';

// The dates of gov.uk/bank-holidays for England and Wales.
const PUBLISHED: Readonly<Record<number, string>> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

describe('working days in England', () => {
  test.each(Object.entries(PUBLISHED))(
    'the bank holidays of %s are those published',
    (year, days) => {
      const expected = days.split(' ').map((day) => `${year}-${day}`);
      expect(bankHolidays(Number(year))).toEqual(expected);
    },
  );

  test('ten working days run over Christmas and New Year', () => {
    // 18 December 2026 is a Friday; 25 and 28 December and 1 January are holidays.
    expect(addWorkingDays('2026-12-18', 10)).toBe('2027-01-06');
  });

  test('ten working days without a holiday are two weeks', () => {
    expect(addWorkingDays('2027-02-03', 10)).toBe('2027-02-17');
  });

  test('the day that is reached is a working day, with exactly as many before it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 30 }),
        (from, days) => {
          const start = from.toISOString().slice(0, 10);
          const end = addWorkingDays(start, days);
          let worked = 0;
          const at = new Date(`${start}T12:00:00Z`);
          while (at.toISOString().slice(0, 10) < end) {
            at.setUTCDate(at.getUTCDate() + 1);
            const weekend = at.getUTCDay() === 0 || at.getUTCDay() === 6;
            const day = at.toISOString().slice(0, 10);
            if (!weekend && !bankHolidays(at.getUTCFullYear()).includes(day)) worked += 1;
          }
          expect(worked).toBe(days);
          expect(isWorkingDay(end)).toBe(true);
        },
      ),
    );
  });
});
