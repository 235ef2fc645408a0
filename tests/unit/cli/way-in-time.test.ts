// A way to a level by a day, or in the fewest months, at the command line.
import { expect, test } from 'vitest';
import { charter } from '#tests/support/command.ts';

const EXAMPLE = 'charter-criteria/placement-learning-example/1.0.0';
const SAID = 'format: 2\ncharter: placement-learning-example@1.0.0\nanswers: {}\n';

async function way(...more: readonly string[]) {
  const words = ['path', '-', '--charter', EXAMPLE, '--to', 'welcoming', '--date', '2027-03-01'];
  return charter([...words, ...more], { input: SAID });
}

test('says how many months it takes, and the fewest months are no more', async () => {
  const { code, out } = await way();
  expect(code).toBe(0);
  const months = (text: string) => Number(/in about (\d+) months?\./.exec(text)?.[1]);
  expect(months(out)).toBeGreaterThan(0);
  const fewest = await way('--fewest', 'months', '--json');
  expect(JSON.parse(fewest.out).months).toBeLessThanOrEqual(months(out));
});

test('says which criterion takes longer than there is time', async () => {
  const { out } = await way('--by', '2027-03-20');
  expect(out).toContain('cannot be reached');
  expect(out).toContain('takes more months than there are');
  expect(JSON.parse((await way('--by', '2037-03-01', '--json')).out).status).toBe('reachable');
});

test.each([
  ['--by', 'soon'],
  ['--by', '2027-02-30'],
  ['--fewest', 'steps'],
])('%s %s is refused', async (...words) => {
  const { code, err } = await way(...words);
  expect([code, err]).toEqual([2, expect.stringContaining(words[0] ?? '')]);
});
