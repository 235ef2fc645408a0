// Takes the content of files off the disk for good: from their place, from the quarantine, and from what
// restores have set aside.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { SET_ASIDE } from './data-folder.ts';
import { digestOf } from './durable-files.ts';
import { hasCode } from './file-errors.ts';
import { quarantineFolders, removed } from './sweep-folder.ts';

export type Erase = {
  readonly ids: readonly string[];
  /** Fingerprint of files that no row names any more; null = only those with the ids. */
  readonly sha256: string | null;
};

/** How many copies are gone. Throws where one could not be removed. */
export async function eraseFiles(folder: string, { ids, sha256 }: Erase): Promise<number> {
  const places = [folder, ...(await quarantineFolders(folder)), ...(await setAside(folder))];
  let count = 0;
  for (const place of places) {
    const names = await filesIn(place);
    for (const name of names) {
      const file = path.join(place, name);
      const named = ids.includes(name);
      if (!named && (sha256 === null || place === folder)) continue;
      if (!named && (await digestOf(file)).sha256 !== sha256) continue;
      if (!(await removed(file))) throw new Error(`${file} cannot be removed`);
      count += 1;
    }
  }
  return count;
}

/** The files that restores have set aside, and their quarantines. */
async function setAside(folder: string): Promise<readonly string[]> {
  const dataFolder = path.dirname(folder);
  const names = (await readdir(dataFolder)).filter((name) => name.startsWith(SET_ASIDE));
  const files = names.map((name) => path.join(dataFolder, name, path.basename(folder)));
  const quarantines = await Promise.all(files.map((place) => quarantineFolders(place)));
  return [...files, ...quarantines.flat()];
}

async function filesIn(place: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(place, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    // Named recovery: what was set aside had no files.
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
