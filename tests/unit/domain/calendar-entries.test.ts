import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  wholeMonths,
} from '#app/domain/calendar-entries.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('whole months between two days', () => {
  test('are as many as can be added without going past the second', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 2000 }), (from, more) => {
        const to = addDays(from, more);
        fc.pre(isDay(to));
        const months = wholeMonths(from, to);
        const after = (count: number) => addMonths(from, count) ?? '9999-12-31';
        if (more >= 0) expect(after(months) <= to).toBe(true);
        else expect(months).toBe(0);
        expect(after(months + 1) > to).toBe(true);
      }),
    );
  });

  test.each([
    ['2027-01-31', '2027-02-28', 1],
    ['2027-01-31', '2027-02-27', 0],
    ['2027-03-15', '2028-03-14', 11],
    ['2027-03-15', '2028-03-15', 12],
    ['2027-03-15', '2027-03-01', 0],
    ['2027-03-15', 'soon', 0],
  ])('from %s to %s: %i', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months);
  });
});

describe('days between two days', () => {
  test('are what the clock of the runtime counts, and go back the way they came', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const between = daysBetween(from, to);
        expect(between).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        expect(daysBetween(to, from)).toBe(0 - between);
      }),
    );
  });

  test('are what adding days adds', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 800 }), (from, more) => {
        fc.pre(from < '2990');
        expect(daysBetween(from, addDays(from, more))).toBe(more);
      }),
    );
  });
});

describe('a calendar day', () => {
  test.each([
    ['2027-03-31', true],
    ['2028-02-29', true],
    ['2000-02-29', true],
    ['2027-02-29', false],
    ['2100-02-29', false],
    ['2027-04-31', false],
    ['2027-00-10', false],
    ['2027-13-01', false],
    ['2027-01-00', false],
    ['1899-12-31', false],
    ['2027-1-1', false],
    ['2027-01-01T00:00', false],
    ['', false],
    ['２０２７-01-01', false],
  ])('%j is real: %s', (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  test('is what the calendar of the runtime says', () => {
    const part = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2999 }), part(14), part(33), (year, month, day) => {
        const text = [year, month, day].map((n) => String(n).padStart(2, '0')).join('-');
        const at = new Date(`${text}T00:00:00Z`);
        const real = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
        expect(isDay(text)).toBe(real);
      }),
    );
  });

  test.each([
    ['2027-03-31', 1, '2027-04-30'],
    ['2027-03-31', 11, '2028-02-29'],
    ['2027-12-01', 1, '2028-01-01'],
    ['2027-12-31', 0, '2027-12-31'],
    ['2027-01-15', 60, '2032-01-15'],
    ['2027-02-30', 1, null],
    ['soon', 1, null],
  ])('%j and %i months is %j', (text, months, later) => {
    expect(addMonths(text, months)).toBe(later);
  });
});
