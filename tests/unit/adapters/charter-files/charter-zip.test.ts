// The folder of a charter version as a zip: the same findings as on the disk, and no harm from any other zip.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { readCharterZip } from '#app/adapters/charter-files/charter-zip.ts';
import { SOUND } from '#tests/support/planted-mistakes.ts';

const TRANSLATED = path.join('charter-criteria', 'placement-learning-example', '1.0.0');

/** The files of a folder by their names below another one. */
function filesOf(folder: string, under = ''): Record<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`${under}${path.relative(folder, file)}`, readFileSync(file)]),
  );
}

async function read(files: Record<string, Uint8Array>) {
  return readCharterZip(zipSync(files));
}

const said = async (files: Record<string, Uint8Array>) => {
  const found = await read(files);
  if (!found.ok) return found.problem.code;
  return found.value.mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`);
};

describe('a zip of a version', () => {
  test.each(['', 'my-folder/', 'placement-learning-example/1.0.0/'])(
    'is read as its folder is, with its files in "%s"',
    async (under) => {
      const found = await read(filesOf(TRANSLATED, under));
      expect(found).toEqual({ ok: true, value: await readCharterFolder(TRANSLATED) });
    },
  );

  test('says every mistake at its file and line, and stray files by their names', async () => {
    const files = filesOf(SOUND, 'v/');
    const levels = Buffer.from(files['v/levels.yaml'] ?? '').toString();
    files['v/levels.yaml'] = strToU8(levels.replace('levels:', 'levles:'));
    const line = levels.split('\n').findIndex((text) => text.startsWith('levels:')) + 1;
    files['v/notes.txt'] = strToU8('milk');
    files['beside.txt'] = strToU8('bread');
    const mistakes = await said(files);
    expect(mistakes).toContain('notes.txt:1 stray-file');
    expect(mistakes).toContain('../beside.txt:1 stray-file');
    expect(mistakes).toContain(`levels.yaml:${line} unknown-key`);
  });

  test('leaves out what programs that pack add of their own', async () => {
    const added = { '__MACOSX/v/._charter.yaml': strToU8('x'), 'v/.DS_Store': strToU8('x') };
    expect(await said({ ...filesOf(SOUND, 'v/'), ...added })).toEqual([]);
  });

  test('says so where the folder of the version is named for another one', async () => {
    const files = filesOf(SOUND, 'gender-equality-example/1.2.0/');
    expect(await said(files)).toEqual(['charter.yaml:1 wrong-folder']);
  });

  test('names what is missing, in a folder too', async () => {
    const { 'v/charter.yaml': _, ...files } = filesOf(SOUND, 'v/');
    expect(await said(files)).toContain('charter.yaml:1 missing-file');
    expect(await said({ 'readme.txt': strToU8('x') })).toContain('levels.yaml:1 missing-file');
  });
});

describe('a zip that is none of a charter', () => {
  test.each<readonly [string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'zip-unreadable'],
    ['half of one', () => zipSync(filesOf(SOUND)).slice(0, 9000), 'zip-unreadable'],
    ['a name that leads out', () => zipSync({ '../charter.yaml': strToU8('x') }), 'zip-unsafe'],
    ['an absolute name', () => zipSync({ '/etc/charter.yaml': strToU8('x') }), 'zip-unsafe'],
    ['back-slashes', () => zipSync({ 'v\\charter.yaml': strToU8('x') }), 'zip-unsafe'],
    [
      'two names that differ in case',
      () => zipSync({ a: strToU8('x'), A: strToU8('x') }),
      'zip-unsafe',
    ],
    ['a bomb', () => zipSync({ 'charter.yaml': new Uint8Array(3_000_000) }), 'zip-unsafe'],
    [
      'very many files',
      () =>
        zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, n) => [`${n}`, strToU8('')])), {
          level: 0,
        }),
      'zip-unsafe',
    ],
    [
      'more than 30 MB',
      () => zipSync({ 'charter.yaml': new Uint8Array(32_000_000) }, { level: 0 }),
      'zip-unsafe',
    ],
  ])('is refused: %s', async (_, zip, code) => {
    expect(await readCharterZip(zip())).toEqual({ ok: false, problem: { code } });
  });

  test('a hostile file of YAML is refused at its line as on the disk', async () => {
    const deep = strToU8(`a: ${'['.repeat(100_000)}`);
    expect(await said({ ...filesOf(SOUND), 'charter.yaml': deep })).toContain(
      'charter.yaml:1 too-deep',
    );
  });
});
