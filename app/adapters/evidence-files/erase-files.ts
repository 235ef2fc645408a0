// Takes the content of files off the disk for good, wherever in the data folder it lies: in its place, in
// the quarantine, in what restores have set aside, in what a restore left that was cut off.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ErasedFiles } from '#app/ports.ts';
import { digestOf } from '#app/adapters/backup/durable-files.ts';
import { removed } from './sweep-folder.ts';

export type Erase = {
  /** Files that go by their ids. */
  readonly ids: ReadonlySet<string>;
  /** Fingerprints by which files go that no row names. */
  readonly fingerprints: ReadonlySet<string>;
  /** Which of these ids have a row. */
  readonly known: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
};

/** What went, and what could not be removed; `folder` is that of the stored files. */
export async function eraseFiles(
  folder: string,
  { ids, fingerprints, known }: Erase,
  isStored: (name: string) => boolean,
): Promise<ErasedFiles> {
  const entries = await readdir(path.dirname(folder), { recursive: true, withFileTypes: true });
  const stored = entries.filter((entry) => entry.isFile() && isStored(entry.name));
  const others = new Set(stored.map(({ name }) => name).filter((name) => !ids.has(name)));
  const withRow = fingerprints.size === 0 ? others : await known([...others]);
  const left: string[] = [];
  let gone = 0;
  for (const { name, parentPath } of stored) {
    const file = path.join(parentPath, name);
    const goes =
      ids.has(name) || (!withRow.has(name) && fingerprints.has((await digestOf(file)).sha256));
    if (!goes) continue;
    if (await removed(file)) gone += 1;
    else left.push(file);
  }
  return { gone, left };
}
