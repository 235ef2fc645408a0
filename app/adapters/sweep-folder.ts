// Clears the folder of uploaded files: what is old and temporary, and what is old and has no row.
import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from './file-errors.ts';

export type Sweep = {
  readonly before: Date;
  /** Which of these ids have a row. */
  readonly known: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
};

export type Swept = { readonly temporary: number; readonly orphans: number };

/** Which names are files of ours; any other is left alone. */
type Names = {
  readonly isStored: (name: string) => boolean;
  readonly isTemporary: (name: string) => boolean;
};

/** How many ids are asked for at once. */
const AT_ONCE = 500;

/** Removes old files and says how many. Rows are asked for after the folder is read, never before. */
export async function sweepFolder(
  folder: string,
  { before, known }: Sweep,
  { isStored, isTemporary }: Names,
): Promise<Swept> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const temporary = await olderThan(folder, before, names.filter(isTemporary));
  const stored = await olderThan(folder, before, names.filter(isStored));
  const orphans: string[] = [];
  for (let from = 0; from < stored.length; from += AT_ONCE) {
    const ids = stored.slice(from, from + AT_ONCE);
    const withRow = await known(ids);
    orphans.push(...ids.filter((id) => !withRow.has(id)));
  }
  return {
    temporary: await removeAll(folder, temporary),
    orphans: await removeAll(folder, orphans),
  };
}

async function olderThan(
  folder: string,
  before: Date,
  names: readonly string[],
): Promise<readonly string[]> {
  const old: string[] = [];
  for (const name of names) {
    if (await isOlder(path.join(folder, name), before)) old.push(name);
  }
  return old;
}

async function isOlder(place: string, before: Date): Promise<boolean> {
  try {
    const { mtime } = await stat(place);
    return mtime < before;
  } catch (error) {
    // Named recovery: taken away since the folder was read.
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

async function removeAll(folder: string, names: readonly string[]): Promise<number> {
  let count = 0;
  for (const name of names) count += (await removed(path.join(folder, name))) ? 1 : 0;
  return count;
}

/** Whether the file is gone now. */
export async function removed(place: string): Promise<boolean> {
  try {
    await unlink(place);
    return true;
  } catch (error) {
    // Named recovery: already gone is as good; anything else is left to the next sweep.
    return hasCode(error, 'ENOENT');
  }
}
