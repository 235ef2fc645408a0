// What was sound when it was last read is not checked again, and whatever has changed since is.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  charterIn,
  filesOf,
  readCharterFolder,
} from '#app/adapters/charter-files/charter-files.ts';
import { SOUND } from '#tests/support/planted-mistakes.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sound-again-'));
  await cp(SOUND, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** The folder with one file changed; and what takes the change back. */
async function changed(name: string, change: (text: string) => string) {
  const file = path.join(folder, name);
  const text = await readFile(file, 'utf8');
  await writeFile(file, change(text));
  return { read: await readCharterFolder(folder), undo: () => writeFile(file, text) };
}

test('the same bytes are the same charter, in whichever folder and by whoever they are given', async () => {
  const first = await readCharterFolder(folder);
  const again = [await readCharterFolder(SOUND), await charterIn(await filesOf(folder))];
  for (const read of again) expect(read).toEqual(first);
  expect(first.charter).not.toBeNull();
});

test('a word that has changed is read, and the one before when it is back', async () => {
  const { charter, hash } = await readCharterFolder(folder);
  const title = charter?.title ?? '';
  const { read, undo } = await changed('charter.yaml', (text) => text.replace(title, 'Another'));
  expect(read.charter?.title).toBe('Another');
  expect(read.hash.whole).not.toBe(hash.whole);
  await undo();
  expect((await readCharterFolder(folder)).charter?.title).toBe(title);
});

test('a mistake and a file too many are told of after the charter was sound, each time', async () => {
  await readCharterFolder(folder);
  const { read, undo } = await changed('levels.yaml', (text) => text.replaceAll('id:', 'idea:'));
  expect(read.charter).toBeNull();
  const mistakes = read.mistakes.length;
  expect(mistakes).toBeGreaterThan(0);
  expect((await readCharterFolder(folder)).mistakes).toHaveLength(mistakes);
  await undo();
  await writeFile(path.join(folder, 'notes.txt'), 'remember the milk\n');
  const found = (await readCharterFolder(folder)).mistakes.map(({ file, code }) => [file, code]);
  expect(found).toEqual([['notes.txt', 'stray-file']]);
});
