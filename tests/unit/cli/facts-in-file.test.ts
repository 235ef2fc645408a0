// An assessment file of format 2 at the command line: its facts decide what applies and in which words.
import { stringify } from 'yaml';
import path from 'node:path';
import { expect, test } from 'vitest';
import { charter } from '#tests/support/command.ts';
import { foreignLibrary } from '#tests/support/foreign-charter.ts';

const facts = [
  { id: 'taps', kind: 'number', question: 'How many taps are there?' },
  { id: 'roof', kind: 'yes-no', question: 'Is there a roof?' },
  { id: 'heldSince', kind: 'date', question: 'Since when?' },
];

async function folder(): Promise<string> {
  const parts = {
    W2: { appliesWhen: { fact: 'taps', atLeast: 1 } },
    B1: { variants: [{ when: { fact: 'roof', is: true }, title: 'It grows under a roof' }] },
  };
  const library = await foreignLibrary(4, { format: 2, facts }, parts);
  return path.join(library, 'allotments/2.3.0');
}

const file = (more: object) =>
  stringify({ format: 2, charter: 'allotments@2.3.0', answers: { B1: { rating: 1 } }, ...more });

const RULED_OUT = { id: 'W2', claimed: null, ruledOutBy: ['taps'], supported: 0, reasons: [] };

test('a fact rules a criterion out, and says so', async () => {
  const at = ['--charter', await folder()];
  const score = async (known: object) => {
    const { out } = await charter(['score', '-', '--json', ...at], {
      input: file({ facts: known }),
    });
    const { criteria, coverage } = JSON.parse(out);
    return { w2: criteria.at(-1), applicable: coverage.applicable };
  };
  expect(await score({ taps: 0 })).toEqual({ w2: RULED_OUT, applicable: 3 });
  expect(await score({ taps: 1 })).toMatchObject({ applicable: 4 });
  expect(await score({})).toMatchObject({ applicable: 4 });
});

test('the words are those for the facts', async () => {
  const at = ['--charter', await folder(), '--to', 'leaf'];
  const way = async (known: object) =>
    (await charter(['path', '-', ...at], { input: file({ facts: known }) })).out;
  expect(await way({ roof: true })).toContain('It grows under a roof');
  expect(await way({ roof: false })).not.toContain('It grows under a roof');
});

test('a fact that the charter does not ask is told at its line', async () => {
  const at = ['--charter', await folder()];
  const run = await charter(['score', '-', ...at], {
    input: file({ facts: { tap: 1, taps: 'two' } }),
  });
  expect([run.code, run.err]).toEqual([
    1,
    expect.stringMatching(/:7:\d+: allotments@2\.3\.0 has no "tap"/),
  ]);
  expect(run.err).toMatch(/:8:\d+: expected a whole number/);
});
