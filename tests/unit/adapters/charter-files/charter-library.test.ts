// The library of charters: sound, published once, never changed (scoring.md, Versions).
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { loadCharterLibrary, publishVersion } from '#app/adapters/charter-files/charter-library.ts';

const ROOT = 'charter-criteria';
const EXAMPLE = path.join('gender-equality-example', '1.0.0');
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function copyOfLibrary(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'charter-library-'));
  folders.push(root);
  await cp(ROOT, root, { recursive: true });
  return root;
}

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('the library of charters', () => {
  test('every version in charter-criteria is sound', async () => {
    const { versions, refused } = await loadCharterLibrary(ROOT);
    expect(refused).toEqual([]);
    expect([...versions.keys()]).toEqual(
      expect.arrayContaining(['bme-mentoring@1.0.0', 'gender-equality-example@1.0.0']),
    );
    expect(versions.get('bme-mentoring@1.0.0')?.published).toBe(true);
  });

  test('a published version with one changed byte is refused with the file and both hashes', async () => {
    const root = await copyOfLibrary();
    const name = 'sections/1-leadership.yaml';
    const file = path.join(root, EXAMPLE, name);
    const before = await readFile(file);
    const after = Uint8Array.from(before);
    after[before.indexOf('Leading')] = 'B'.charCodeAt(0);
    await writeFile(file, after);

    const { versions, refused } = await loadCharterLibrary(root);

    expect(versions.has('gender-equality-example@1.0.0')).toBe(false);
    expect(versions.has('bme-mentoring@1.0.0')).toBe(true);
    expect(refused.map(({ folder }) => folder)).toEqual(['gender-equality-example/1.0.0']);
    const mistakes = refused.flatMap((entry) => entry.mistakes);
    expect(mistakes.map(({ file: at, code }) => [at, code])).toEqual([[name, 'published-changed']]);
    expect(mistakes[0]?.message).toContain(sha256(before));
    expect(mistakes[0]?.message).toContain(sha256(after));
    expect(await publishVersion(root, path.join(root, EXAMPLE))).toEqual({ mistakes });
  });

  test('a published version whose folder is gone is refused by name', async () => {
    const root = await copyOfLibrary();
    await rm(path.join(root, EXAMPLE), { recursive: true });
    const { refused } = await loadCharterLibrary(root);
    expect(refused.map(({ folder }) => folder)).toEqual(['gender-equality-example/1.0.0']);
    expect(refused[0]?.mistakes[0]?.code).toBe('missing-folder');
  });

  test('publishing twice is stable', async () => {
    const root = await copyOfLibrary();
    const list = path.join(root, 'published.yaml');
    await rm(list);
    const name = 'gender-equality-example@1.0.0';
    expect(await publishVersion(root, path.join(root, EXAMPLE))).toEqual({ name });
    const once = await readFile(list, 'utf8');
    expect(await publishVersion(root, path.join(root, EXAMPLE))).toEqual({ name });
    expect(await readFile(list, 'utf8')).toBe(once);
    const { versions, refused } = await loadCharterLibrary(root);
    expect(refused).toEqual([]);
    expect(versions.get(name)?.published).toBe(true);
    expect(versions.get('bme-mentoring@1.0.0')?.published).toBe(false);
  });

  test('the whole hash is that of the lines path, NUL, hash, LF in the order of bytes', async () => {
    const folder = path.join(ROOT, EXAMPLE);
    const names = [
      'charter.yaml',
      'levels.yaml',
      ...(await readdir(path.join(folder, 'sections'))).map((name) => `sections/${name}`),
    ].toSorted();
    const parts: Buffer[] = [];
    for (const name of names) {
      const hex = sha256(await readFile(path.join(folder, name)));
      parts.push(Buffer.from(name), Buffer.from([0]), Buffer.from(hex), Buffer.from([10]));
    }
    const whole = sha256(Buffer.concat(parts));
    expect((await readCharterFolder(folder)).hash.whole).toBe(whole);
    expect(await readFile(path.join(ROOT, 'published.yaml'), 'utf8')).toContain(`whole: ${whole}`);
  });
});
