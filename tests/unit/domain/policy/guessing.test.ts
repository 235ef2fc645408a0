// How long a wait is, and how failures fade: worked by hand from the rules, not from the code.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkLooks,
  checkWait,
  firstHourCounted,
  hourOf,
  type HourOfTries,
  isLetterDue,
  networkOf,
  secondsToWait,
  triesIn,
} from '#app/domain/policy/guessing.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2027-03-01T12:00:00Z');

const hour = (tries: number, hoursAgo = 0, lastAt = NOON): HourOfTries => ({
  hour: NOON - hoursAgo * HOUR,
  tries,
  lastAt,
});

describe('SEC-40 the wait after failures', () => {
  test.each([
    ['none', [], 0],
    ['nine on one device', [hour(9)], 0],
    ['ten: one minute', [hour(10)], 60],
    ['eleven: two', [hour(11)], 120],
    ['thirteen: eight', [hour(13)], 480],
    ['fourteen: a quarter of an hour, and never more', [hour(14)], 900],
    ['a thousand', [hour(1000)], 900],
    ['nineteen an hour ago count as nine and a half', [hour(19, 1, NOON)], 0],
    ['twenty an hour ago count as ten', [hour(20, 1, NOON)], 60],
    ['eight now and four two hours ago count as nine', [hour(8), hour(4, 2)], 0],
    ['eight now and four an hour ago count as ten', [hour(8), hour(4, 1)], 60],
  ])('%s', (_, hours, seconds) => {
    expect(secondsToWait('device', hours, NOON)).toBe(seconds);
  });

  test('is counted from the last failure, and over when its time is', () => {
    expect(secondsToWait('pair', [hour(10, 0, NOON - 45_000)], NOON)).toBe(15);
    expect(secondsToWait('pair', [hour(10, 0, NOON - 60_000)], NOON)).toBe(0);
  });

  test('of an address begins with three hundred', () => {
    expect(secondsToWait('address', [hour(299)], NOON)).toBe(0);
    expect(secondsToWait('address', [hour(300)], NOON)).toBe(60);
  });

  test('only ever shrinks as time goes by without another failure', () => {
    const some = fc.array(
      fc.record({ tries: fc.integer({ min: 1, max: 500 }), ago: fc.integer({ min: 0, max: 30 }) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.nat(48 * 60), (tries, minutes) => {
        const hours = tries.map(({ tries: many, ago }) => hour(many, ago, NOON - ago * HOUR));
        const later = NOON + minutes * 60_000;
        expect(secondsToWait('pair', hours, later)).toBeLessThanOrEqual(
          secondsToWait('pair', hours, NOON),
        );
        expect(secondsToWait('pair', hours, NOON)).toBeLessThanOrEqual(900);
      }),
    );
  });
});

describe('the tries of a day', () => {
  test('are those of the last 24 hours, none of which is left out at the edge of an hour', () => {
    const every = fc.array(fc.nat(60 * 60), { maxLength: 150 });
    fc.assert(
      fc.property(every, fc.nat(3600), (minutesAgo, seconds) => {
        const now = NOON + seconds * 1000;
        const moments = minutesAgo.map((minutes) => now - minutes * 60_000);
        const hours = [...Map.groupBy(moments, hourOf)].map(([begun, all]) => ({
          hour: begun,
          tries: all.length,
          lastAt: Math.max(...all),
        }));
        const counted = triesIn(hours, now);
        const withinADay = moments.filter((at) => at > now - 24 * HOUR).length;
        const withinADayAndAnHour = moments.filter((at) => at >= now - 25 * HOUR).length;
        expect(counted).toBeGreaterThanOrEqual(withinADay);
        expect(counted).toBeLessThanOrEqual(withinADayAndAnHour);
      }),
    );
    expect(firstHourCounted(NOON)).toBe(NOON - 24 * HOUR);
  });
});

describe('SEC-42 the network of an address', () => {
  test.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s', (address, network) => expect(networkOf(address)).toBe(network));
});

test('whoever has to wait is told how long', () => {
  expect(checkWait(0)).toEqual({ ok: true, value: null });
  expect(checkWait(7)).toEqual({ ok: false, problem: { code: 'wait', seconds: 7 } });
});

test('strangers are looked at a hundred times a day, and the owner hears after ten', () => {
  expect(checkLooks(99)).toEqual({ ok: true, value: null });
  expect(checkLooks(100)).toEqual({ ok: false, problem: { code: 'too-many-tries' } });
  expect([isLetterDue(9), isLetterDue(10)]).toEqual([false, true]);
});
