// Statements in an assessment file at the command line: a rating without them counts, and is told.
import { expect, test } from 'vitest';
import { charter } from '#tests/support/command.ts';

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
