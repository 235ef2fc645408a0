// The charter loader against careless and hostile authors (catalogue SEC-63).
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { MOST_BYTES, readYaml } from '#app/adapters/charter-files/yaml-file.ts';
import { PLANTS_2, SOUND_2 } from '#tests/support/planted-in-format-2.ts';
import {
  CAREERS,
  CHARTER,
  DAILY,
  LEADERSHIP,
  LEVELS,
  one,
  plantAll,
  PLANTS,
  SOUND,
} from '#tests/support/planted-mistakes.ts';

// Of this thread's own time: what else the machine does counts for nothing.
const QUICK_MS = 3000;
const spent = (since: NodeJS.CpuUsage): number => process.threadCpuUsage(since).user / 1000;
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

  test('every mistake in a charter of format 2 is reported at its file and line in one run', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'charter-files-'));
    folders.push(folder);
    await cp(SOUND_2, folder, { recursive: true });
    const expected = await plantAll(folder, PLANTS_2);
    const { charter, mistakes } = await readCharterFolder(folder);
    expect(charter).toBeNull();
    const found = mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(expected.length).toBeGreaterThanOrEqual(40);
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
  ['a second document', bytes('id: x\n---\nid: y'), 2, 'syntax'],
  ['a NUL', bytes('id: x\na: b\0c'), 2, 'not-utf-8'],
  [
    'bytes that are not UTF-8',
    Uint8Array.from([...bytes('id: x\na: '), 0xc3, 0x28]),
    2,
    'not-utf-8',
  ],
];

describe('SEC-63 hostile YAML', () => {
  test.each(HOSTILE)('%s is refused at its line, quickly', (_name, content, line, code) => {
    const started = process.threadCpuUsage();
    const { mistakes } = readYaml('x.yaml', content);
    expect(spent(started)).toBeLessThan(QUICK_MS);
    expect(mistakes).toContainEqual(expect.objectContaining({ file: 'x.yaml', line, code }));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test.each([
    ['an order of letters turned around', 'a: b\u202Ec', 5, 'U+202E'],
    ['the same, written out', 'a: "b \\" c\\u202E"', 11, 'U+202E'],
    ['a NUL, written out', 'a: "\\t\\u0041\\u0000"', 13, 'U+0000'],
    ['a NUL, written short', 'a: "\\\\ \\0"', 8, 'U+0000'],
    ['a carriage return, written out', 'a: "\\n\\r"', 7, 'U+000D'],
    ['half a letter, written out', 'a: "\\uD83D"', 5, 'U+D83D'],
    ['the mark of a translation', 'a: b\u{E0001}', 5, 'U+E0001'],
    ['the same, written out', 'a: "\\U000E0001"', 5, 'U+E0001'],
  ])('%s is refused at its line and column', (_, line, column, sign) => {
    const { mistakes } = readYaml('x.yaml', bytes(`id: x\n${line}\n`));
    expect(mistakes).toEqual([
      {
        file: 'x.yaml',
        line: 2,
        column,
        code: 'unseen-sign',
        message: expect.stringContaining(sign),
      },
    ]);
  });

  test.each([
    'a: "tab\\t, line\\n, \\u00E9 and \\U0001F600"',
    'a: 😀 עברית، اردو 🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F} \u200F\u2067x\u2069',
    'a: |\r\n  one\r\n  two',
  ])('%j is text', (line) => {
    expect(readYaml('x.yaml', bytes(`id: x\n${line}\n`)).mistakes).toEqual([]);
  });

  test('a control character is refused at its column', () => {
    const { mistakes } = readYaml('x.yaml', bytes('id: x\nab: c\u0007\n'));
    expect(mistakes).toEqual([expect.objectContaining({ line: 2, column: 6 })]);
  });

  test.each([
    ['brackets', '[\n'],
    ['braces', '{a:\n'],
    ['explicit keys', '? '],
  ])('5,000 nested %s spread over lines are refused, quickly', (_name, opener) => {
    const started = process.threadCpuUsage();
    const { mistakes } = readYaml('x.yaml', bytes(`id: x\na:\n  ${opener.repeat(5000)}`));
    expect(spent(started)).toBeLessThan(QUICK_MS);
    expect(mistakes.length).toBeGreaterThan(0);
    expect(mistakes.every(({ line }) => line >= 1)).toBe(true);
  });

  test('a merge key merges nothing', () => {
    const { data } = readYaml('x.yaml', bytes('id: x\n<<: { polluted: yes }'));
    expect(data).toEqual({ id: 'x', '<<': { polluted: 'yes' } });
  });
});
