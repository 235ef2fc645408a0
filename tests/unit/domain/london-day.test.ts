import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDay } from '#app/domain/london-day.ts';

describe('SEC-74 the day in London', () => {
  test.each([
    ['2027-01-31T23:59:59.999Z', '2027-01-31'],
    ['2027-02-01T00:00:00.000Z', '2027-02-01'],
    // In summer the clocks are an hour ahead.
    ['2027-06-30T22:59:59.000Z', '2027-06-30'],
    ['2027-06-30T23:00:00.000Z', '2027-07-01'],
    ['2027-03-28T00:59:00.000Z', '2027-03-28'],
    ['2026-12-31T23:30:00.000Z', '2026-12-31'],
    ['1965-12-31T23:30:00.000Z', '1965-12-31'],
  ])('of %s is %s', (instant, day) => {
    expect(londonDay(instant)).toBe(day);
  });

  test('is what the runtime says of the same instant', () => {
    const runtime = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
    const instants = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        expect(londonDay(instant.toISOString())).toBe(runtime.format(instant));
      }),
    );
  });

  test.each(['America/New_York', 'Pacific/Kiritimati'])(
    'and its times are the same on a machine in %s',
    (zone) => {
      const program = `
        import { londonDay } from '#app/domain/london-day.ts';
        import { instantOf, wallClockOf } from '#app/http/forms/wall-clock.ts';
        const said = ['00:30', '18:00'].map((time) => {
          const { value } = instantOf('2027-07-01', time);
          return [new Date(value).getDate(), londonDay(value), value, wallClockOf(value)];
        });
        console.log(JSON.stringify(said));`;
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      });
      const said: readonly (readonly unknown[])[] = JSON.parse(stdout);
      // One of the two is another day there.
      expect(new Set(said.map(([day]) => day)).size).toBe(2);
      expect(said.map(([, ...times]) => times)).toEqual([
        ['2027-07-01', '2027-06-30T23:30:00.000Z', { day: '2027-07-01', time: '00:30' }],
        ['2027-07-01', '2027-07-01T17:00:00.000Z', { day: '2027-07-01', time: '18:00' }],
      ]);
    },
  );
});
