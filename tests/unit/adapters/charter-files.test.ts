// The charter loader against careless and hostile authors (catalogue SEC-63).
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files.ts';
import { MOST_BYTES, readYaml } from '#app/adapters/yaml-file.ts';

const SOUND = path.join('charter-criteria', 'gender-equality-example', '1.0.0');
const QUICK_MS = 3000;
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function copyOfSound(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'charter-files-'));
  folders.push(folder);
  await cp(SOUND, folder, { recursive: true });
  return folder;
}

type Plant = {
  readonly file: string;
  /** Text that stands exactly once in the sound file, and what replaces it. */
  readonly from: string;
  readonly to: string;
  readonly expected: readonly Expected[];
};
type Expected = {
  readonly code: string;
  /** Text that stands exactly once in the planted file. */
  readonly at: string;
  /** Lines above `at`, where the line itself has no text of its own. */
  readonly above?: number;
  readonly file?: string;
};

const CHARTER = 'charter.yaml';
const LEVELS = 'levels.yaml';
const LEADERSHIP = 'sections/1-leadership.yaml';
const CAREERS = 'sections/2-careers.yaml';
const DAILY = 'sections/3-daily-life.yaml';

const one = (file: string, from: string, to: string, code: string, at = to): Plant => ({
  file,
  from,
  to,
  expected: [{ code, at }],
});

const PLANTS: readonly Plant[] = [
  one(CHARTER, 'version: 1.0.0', 'version: one', 'bad-value'),
  one(CHARTER, 'notice: >-', 'tagline: Nice\nnotice: >-', 'unknown-key', 'tagline: Nice'),
  one(
    CHARTER,
    '    citation: Advance HE. Athena Swan Charter.',
    '    citation: Advance HE.\n    citation: Twice',
    'duplicate-key',
    'citation: Twice',
  ),
  {
    file: CHARTER,
    from: '  - daily-life',
    to: '  - daily-live',
    expected: [
      { code: 'unknown-section', at: '  - daily-live' },
      { code: 'unlisted-section', at: 'id: daily-life', file: DAILY },
    ],
  },
  one(CHARTER, '  minutes: 20\n', '', 'missing-key', 'defaults:'),
  one(CHARTER, '{ from: 3, minimum: 2 }', '{ from: 3, minimum: 1 }', 'evidence-order'),
  one(LEVELS, 'overall: 33.33', 'overall: 133.33', 'bad-value'),
  one(LEVELS, '    section: 33.33\n', '    section: 33.333\n', 'bad-value'),
  one(LEVELS, '{ L1: 1, L2: 1 }', '{ L1: 1, L9: 1 }', 'unknown-criterion'),
  {
    file: LEVELS,
    from: '{ L1: 2, L2: 2, D2: 1 }',
    to: '{ L1: 4, L2: 2, D2: 3 }',
    expected: [
      { code: 'bad-rating', at: 'L1: 4' },
      { code: 'falling-level', at: 'D2: 2' },
    ],
  },
  one(LEVELS, '{ careers: 55.5 }', '{ carers: 55.5 }', 'unknown-section'),
  one(LEVELS, 'overall: 85', 'overall: 60', 'falling-level'),
  {
    file: LEADERSHIP,
    from: '      1: One year of figures by grade has been drawn and discussed once.\n',
    to: '',
    expected: [{ code: 'missing-rating', at: '0: Figures by gender are not drawn', above: 1 }],
  },
  one(LEADERSHIP, '- source: rosser-2019', '- source: rosser-2018', 'unknown-source'),
  one(LEADERSHIP, '{ from: 3, minimum: 3 }', '{ from: 1, minimum: 3 }', 'evidence-order'),
  one(LEADERSHIP, 'weight: 3', 'weight: 101', 'bad-value'),
  one(CAREERS, 'notApplicable: >-', 'notAplicable: >-', 'unknown-key'),
  one(CAREERS, '- id: C3', '- id: C1 # again', 'duplicate-id'),
  one(CAREERS, 'effort: [2, 5, 9]', 'effort: [2, 5]', 'effort-length'),
  {
    file: CAREERS,
    from: '        min: 0.80\n        max: 1.25\n',
    to: '        rises: true\n      - indicator: promotion\n        from: 2\n        min: 1\n',
    expected: [
      { code: 'indicator-rule', at: '- indicator: promotion-by-gender' },
      { code: 'unknown-indicator', at: '- indicator: promotion\n' },
    ],
  },
  {
    file: DAILY,
    from: '        months: 30\n',
    to: '',
    expected: [{ code: 'missing-key', at: 'objective: Widen uptake', above: 1 }],
  },
];

function onlyPlace(text: string, wanted: string, file: string): number {
  const index = text.indexOf(wanted);
  if (index < 0 || text.indexOf(wanted, index + 1) >= 0) {
    throw new Error(`${file}: ${JSON.stringify(wanted)} must stand exactly once`);
  }
  return index;
}

async function plantAll(folder: string, plants: readonly Plant[]): Promise<readonly string[]> {
  const texts = new Map<string, string>();
  for (const file of [CHARTER, LEVELS, LEADERSHIP, CAREERS, DAILY]) {
    texts.set(file, await readFile(path.join(folder, file), 'utf8'));
  }
  for (const { file, from, to } of plants) {
    const text = texts.get(file) ?? '';
    const index = onlyPlace(text, from, file);
    texts.set(file, text.slice(0, index) + to + text.slice(index + from.length));
  }
  for (const [file, text] of texts) await writeFile(path.join(folder, file), text);
  return plants.flatMap((plant) =>
    plant.expected.map(({ code, at, above = 0, file = plant.file }) => {
      const text = texts.get(file) ?? '';
      const line = text.slice(0, onlyPlace(text, at, file)).split('\n').length;
      return `${file}:${line - above} ${code}`;
    }),
  );
}

describe('a charter with mistakes', () => {
  test('every mistake of a careless author is reported at its file and line in one run', async () => {
    const folder = await copyOfSound();
    const expected = [...(await plantAll(folder, PLANTS)), 'notes.txt:1 stray-file'];
    await writeFile(path.join(folder, 'notes.txt'), 'remember the milk\n');

    const { charter, mistakes } = await readCharterFolder(folder);

    expect(expected.length).toBeGreaterThanOrEqual(20);
    expect(charter).toBeNull();
    const found = mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test.each(PLANTS.map((plant) => [plant.expected[0]?.code, plant.to || plant.from, plant]))(
    'one mistake alone is reported at its line and causes no other: %s %j',
    async (_code, _text, plant) => {
      const folder = await copyOfSound();
      const expected = await plantAll(folder, [plant]);
      const { mistakes } = await readCharterFolder(folder);
      const found = mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
    },
  );

  test.each(['.nan', '.inf', '-1', '1.5', '1e1', '0x10', 'true', '101', ''])(
    'a weight of "%s" is refused at its line',
    async (weight) => {
      const folder = await copyOfSound();
      const plant = one(LEADERSHIP, 'weight: 3', `weight: ${weight} # here`, 'bad-value', '# here');
      const expected = await plantAll(folder, [plant]);
      const { charter, mistakes } = await readCharterFolder(folder);
      expect(charter).toBeNull();
      expect(mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual(expected);
    },
  );

  test('a sound charter has no mistakes', async () => {
    const { charter, mistakes } = await readCharterFolder(await copyOfSound());
    expect(mistakes).toEqual([]);
    expect(charter?.id).toBe('gender-equality-example');
  });

  test.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['CRLF line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('%s is accepted and changes nothing that is read', async (_name, change) => {
    const folder = await copyOfSound();
    const plain = await readCharterFolder(folder);
    for (const file of [CHARTER, LEVELS, LEADERSHIP, CAREERS, DAILY]) {
      const text = await readFile(path.join(folder, file), 'utf8');
      await writeFile(path.join(folder, file), change(text));
    }
    const changed = await readCharterFolder(folder);
    expect(changed.mistakes).toEqual([]);
    expect(changed.charter).toEqual(plain.charter);
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 20 }, (_, level) => {
    const alias = `*a${level}`;
    return `a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => alias).join(', ')}]`;
  }),
].join('\n');

const manyKeys = Array.from({ length: 60_000 }, (_, index) => `  k${index}: x\n`).join('');

const HOSTILE: readonly (readonly [string, Uint8Array, number, string])[] = [
  ['an alias bomb', bytes(`id: x\n${bomb}`), 2, 'alias'],
  ['a key of almost 1 MB', bytes(`id: x\n? ${'k'.repeat(990_000)}\n: v`), 2, 'bad-key'],
  ['a plain key of almost 1 MB', bytes(`id: x\n${'k'.repeat(990_000)}: v`), 2, 'syntax'],
  ['a file over 1 MB', bytes(`id: ${'x'.repeat(MOST_BYTES)}`), 1, 'too-large'],
  ['5,000 brackets', bytes(`id: x\na: ${'['.repeat(5000)}${']'.repeat(5000)}`), 2, 'too-deep'],
  ['5,000 braces', bytes(`id: x\na: ${'{a: '.repeat(5000)}`), 2, 'too-deep'],
  ['5,000 dashes', bytes(`id: x\na:\n  ${'- '.repeat(5000)}x`), 3, 'too-deep'],
  ['a deep indentation', bytes(`id: x\na:\n${' '.repeat(5000)}b: x`), 3, 'too-deep'],
  ['a __proto__ key', bytes('id: x\n__proto__: { polluted: yes }'), 2, 'bad-key'],
  ['a constructor key', bytes('id: x\nconstructor: { prototype: {} }'), 2, 'bad-key'],
  ['a quoted, nested __proto__ key', bytes('id: x\na:\n  "__proto__": x'), 3, 'bad-key'],
  ['a custom tag', bytes('id: x\na: !!js/function "return 1"'), 2, 'syntax'],
  ['a merge of an alias', bytes('id: x\nb:\n  <<: *a'), 3, 'alias'],
  ['60,000 keys side by side', bytes(`id: x\na:\n${manyKeys}`), 3, 'too-many'],
  ['a NUL', bytes('id: x\na: b\0c'), 2, 'not-utf-8'],
  [
    'bytes that are not UTF-8',
    Uint8Array.from([...bytes('id: x\na: '), 0xc3, 0x28]),
    2,
    'not-utf-8',
  ],
];

describe('hostile YAML', () => {
  test.each(HOSTILE)('%s is refused at its line, quickly', (_name, content, line, code) => {
    const started = performance.now();
    const { mistakes } = readYaml('x.yaml', content);
    expect(performance.now() - started).toBeLessThan(QUICK_MS);
    expect(mistakes).toContainEqual(expect.objectContaining({ file: 'x.yaml', line, code }));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each([
    ['brackets', '[\n'],
    ['braces', '{a:\n'],
    ['explicit keys', '? '],
  ])('5,000 nested %s spread over lines are refused, quickly', (_name, opener) => {
    const started = performance.now();
    const { mistakes } = readYaml('x.yaml', bytes(`id: x\na:\n  ${opener.repeat(5000)}`));
    expect(performance.now() - started).toBeLessThan(QUICK_MS);
    expect(mistakes.length).toBeGreaterThan(0);
    expect(mistakes.every(({ line }) => line >= 1)).toBe(true);
  });

  test('a merge key merges nothing', () => {
    const { data } = readYaml('x.yaml', bytes('id: x\n<<: { polluted: yes }'));
    expect(data).toEqual({ id: 'x', '<<': { polluted: 'yes' } });
  });
});
