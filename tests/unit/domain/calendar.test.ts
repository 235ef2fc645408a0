import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, isDay } from '#app/domain/calendar.ts';

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
