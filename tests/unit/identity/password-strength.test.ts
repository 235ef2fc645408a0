// What a guesser would try first is refused, with why; what nobody would try is not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weaknesses } from '#app/identity/password-strength.ts';

const siobhan = {
  name: 'Siobhán O’Neill',
  email: 'siobhan.oneill@example.org',
  places: ['Northmoor Acute Hospitals', 'Physiotherapy'],
};

describe('is refused, because', () => {
  test.each([
    ['keyboard', 'qwertyuiop12'],
    ['keyboard', 'Qwertyuiop2026!'],
    ['keyboard', 'qwertzuiopqw'],
    ['keyboard', 'qwertyuiopasdf'],
    ['common', 'Password1234!'],
    ['common', 'P@ssw0rd2026!'],
    ['common', 'iloveyou1234'],
    ['common', 'Welcome12345'],
    ['common', 'sunshine-2026!'],
    ['common', 'nhspassword1'],
    ['place', 'nhspassword1'],
    ['place', 'mentoringcharter'],
    ['place', 'Mentoring-Charter-2026!'],
    ['place', 'M3nt0r1ngCh4rt3r'],
    ['place', 'retrahc gnirotnem'],
    ['place', 'nhstrust2026!'],
    ['place', 'N.H.S-trust-2026'],
    ['place', 'northmoor2026!!'],
    ['place', 'Physiotherapy1!'],
    ['personal', 'Siobhan.Oneill2027!'],
    ['personal', '2027 siobhán-oneill'],
    ['personal', 'x-siobhan.oneill@example.org-x'],
    ['repeat', 'aaaaaaaaaaaaaaaa'],
    ['repeat', 'ab1!ab1!ab1!ab'],
    ['repeat', 'letmeinletmein'],
    ['repeat', '!?£$!?£$!?£$!?£$'],
    ['repeat', 'aA4@8('.repeat(17)],
    ['run', 'abcdefghijklmnop'],
    ['run', 'ponmlkjihgfedcba'],
    ['run', '123456789012'],
    ['run', '1-2-3-4-5-6-7'],
    ['date', '01/01/2026 01/01/2026'],
    ['date', 'Summer 2026!'],
    ['words', 'manchester united'],
    ['date', 'summer2026summer'],
    ['date', 'Winter2026!!Winter'],
    ['date', 'Spring2026Spring!'],
    ['date', 'January2027!x'],
    ['date', '$eptember-2026-ab'],
    ['date', 'Friday13thMarch!'],
    ['date', 'Gwanwyn 2026 Haf'],
    ['repeat', 'summer2026summer'],
    ['repeat', 'Elephant77!elephant'],
    ['repeat', 'umbrella12umbrella'],
    ['words', 'welcome to the nhs'],
    ['words', 'W3lcome-to-the-NHS!'],
    ['words', 'welcometothenhs2026'],
    ['words', 'manchester united 99'],
    ['words', 'ManchesterUnited99!'],
    ['words', 'blackhistorymonth'],
    ['words', 'Black History Month'],
    ['words', 'i love my family'],
    ['words', 'the best hospital'],
    ['common', 'correct horse battery staple'],
    ['common', 'CorrectHorseBatteryStaple1!'],
    ['common', 'the-quick-brown-fox'],
    ['common', 'Red Pants Tree 4!'],
  ] as const)('%s: %s', async (because, password) => {
    expect(await weaknesses(password, siobhan)).toContain(because);
  });
});

test.each([
  'walnut harbour lantern',
  'teal pebble orchard',
  'three violet umbrellas',
  'tri gair hollol wahanol',
  'tri gair arall eto fyth',
  'winter otters paint lemons',
  'correct horse battery',
  'another fine password',
  'gH7#kk2-Pq0x',
  '母校の桜が今年も咲いた日',
  'pedwar ceffyl glas yn canu',
  'the charter of seven purple otters',
])('%s is taken', async (password) => {
  expect(await weaknesses(password, siobhan)).toEqual([]);
});

test('a short name refuses nothing that only has its letters', async () => {
  const ann = { name: 'Ann', email: 'ann@example.org', places: [] };
  expect(await weaknesses('a banner for spanning', ann)).toEqual([]);
});

test('a person without words of their own is judged too', async () => {
  expect(await weaknesses('qwertyuiop12', { name: '', email: '', places: [] })).not.toEqual([]);
});

const SIGNS = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(33 + index));
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

test.each([
  ['signs', SIGNS],
  ['letters and digits', LETTERS],
])('16 or more random %s are taken', async (_what, alphabet) => {
  // An unbiased draw: fast-check's own strings prefer short and repeated pieces.
  const random = fc.array(fc.noBias(fc.integer({ min: 0, max: 0x7fffffff })), {
    minLength: 16,
    maxLength: 40,
    size: 'max',
  });
  await fc.assert(
    fc.asyncProperty(random, async (numbers) => {
      const password = numbers.map((number) => alphabet[number % alphabet.length]).join('');
      expect(await weaknesses(password, siobhan)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a long password costs no more than its beginning', async () => {
  const [hundred, thousand] = [100, 1024].map((length) =>
    SIGNS.toReversed().join('').repeat(11).slice(0, length),
  );
  // The best of some, because others may be at work on this machine.
  const time = async (password = '') => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      await weaknesses(password, siobhan);
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  };
  const [short, long] = [await time(hundred), await time(thousand)];
  expect(long).toBeLessThan(short * 3 + 50);
});
