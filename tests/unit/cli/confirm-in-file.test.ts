// Statements in an assessment file at the command line: a rating without them counts, and is told.
import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { charter, temporaryFolder } from '#tests/support/command.ts';

const EXAMPLE = 'charter-criteria/placement-learning-example/1.0.0';
const HEAD = 'format: 2\ncharter: placement-learning-example@1.0.0\nanswers:\n';

const run = (verb: readonly string[], answers: string) =>
  charter([...verb, '-', '--charter', EXAMPLE], { input: `${HEAD}${answers}` });

test.each([['score'], ['path', '--to', 'welcoming']])(
  '%s tells of a rating that is not confirmed one by one',
  async (...verb) => {
    const { code, out } = await run(verb, '  T.1: { rating: 2 }\n');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/Not confirmed one by one[^]*T\.1 .*: 2/),
    ]);
    const json = await run([...verb, '--json'], '  T.1: { rating: 0 }\n');
    expect(JSON.parse(json.out)).toMatchObject({ notConfirmed: ['T.1'] });
  },
);

test.each([['score'], ['path', '--to', 'welcoming']])(
  '%s tells nothing where statements say the rating',
  async (...verb) => {
    const { code, out } = await run(verb, '  T.1: { statements: {} }\n');
    expect([code, out]).toEqual([0, expect.not.stringContaining('Not confirmed')]);
    const json = await run([...verb, '--json'], '  T.1: { statements: {} }\n');
    expect(JSON.parse(json.out)).toMatchObject({ notConfirmed: [] });
  },
);

test('a statement that stands twice is a mistake with its line', async () => {
  const { code, err } = await run(['score'], '  T.1:\n    statements: {1: [1, 1]}\n');
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/^-:5:\d+: statement 1 of rating 1 stands here twice; keep one\n$/),
  ]);
});

test.each([
  ['rating: two', 'expected a whole number, and this is text'],
  ['rating: 1.5', 'expected a whole number'],
  ['rating: -1', 'expected a whole number from 0'],
  ['evidence: none', 'expected a list, and this is text'],
  ['evidence: [{ file: a.pdf }]', 'this is missing; expected text'],
  ['ratings: 2', '"ratings": there is no such key here'],
  ['statements: [1]', 'expected keys with values, and this is a list'],
  ['statements: {0: [1]}', 'expected a rating from 1'],
  ['statements: {1: [0]}', 'expected a whole number from 1'],
  ['narrative: [a]', 'expected text, and this is a list'],
])('%s is refused in plain words', async (said, words) => {
  const { code, err } = await run(['score'], `  T.1: { ${said} }\n`);
  expect([code, err]).toEqual([1, expect.stringContaining(words)]);
  expect(err).not.toMatch(/Invalid|Unrecognized|Too small|received/);
});

test.each([
  ['report', []],
  ['move', ['--to-charter', 'charter-criteria/bme-mentoring/1.0.1']],
] as const)('%s never writes over the file that it reads', async (verb, more) => {
  const file = path.join(temporaryFolder(), 'assessment.yaml');
  const text = 'charter: bme-mentoring@1.0.0\nanswers: { G1: { rating: 1 } }\n';
  await writeFile(file, text);
  const link = path.join(path.dirname(file), 'another-name');
  await symlink(file, link);
  for (const out of [file, link]) {
    const { code, err } = await charter([verb, file, ...more, '--out', out, '--force']);
    expect([code, err]).toEqual([4, expect.stringContaining('is what is read')]);
  }
  expect(await readFile(file, 'utf8')).toBe(text);
});
