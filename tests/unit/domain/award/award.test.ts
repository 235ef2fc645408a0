import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/calendar-entries.ts';
import { awardState, lastDay, lastValidDay } from '#app/domain/award/award.ts';

const AWARD = {
  awardedOn: '2027-03-01',
  validUntil: '2032-02-29',
  graceUntil: null,
  publishedAt: '2027-03-02T09:00:00.000Z',
  withdrawnAt: null,
};

describe('an award', () => {
  test('holds up to the day before its anniversary, leap years included', () => {
    expect(lastValidDay('2027-03-01', 5)).toBe('2032-02-29');
    expect(lastValidDay('2026-01-01', 1)).toBe('2026-12-31');
    expect(lastValidDay('2028-02-29', 5)).toBe('2033-02-27');
  });

  test.each([
    ['before it is published', { publishedAt: null }, '2027-03-01', 'unpublished'],
    ['on its last day', {}, '2032-02-29', 'valid'],
    ['the day after', {}, '2032-03-01', 'expired'],
    ['within a grace period', { graceUntil: '2033-01-31' }, '2033-01-31', 'grace'],
    ['after a grace period', { graceUntil: '2033-01-31' }, '2033-02-01', 'expired'],
    ['once withdrawn', { withdrawnAt: '2028-01-01T00:00:00.000Z' }, '2028-01-01', 'withdrawn'],
  ])('%s', (_, changed, today, state) => {
    expect(awardState({ ...AWARD, ...changed }, today)).toBe(state);
  });

  test('a grace period that ends earlier takes nothing away', () => {
    expect(lastDay({ ...AWARD, graceUntil: '2031-01-01' })).toBe('2032-02-29');
    expect(lastDay({ ...AWARD, graceUntil: '2033-01-01' })).toBe('2033-01-01');
  });
});

test('days later are the days of the calendar', () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date('1950-01-01'),
        max: new Date('2900-01-01'),
        noInvalidDate: true,
      }),
      fc.integer({ min: -800, max: 800 }),
      (from, days) => {
        const day = from.toISOString().slice(0, 10);
        const then = new Date(`${day}T12:00:00Z`);
        then.setUTCDate(then.getUTCDate() + days);
        expect(addDays(day, days)).toBe(then.toISOString().slice(0, 10));
      },
    ),
  );
});
