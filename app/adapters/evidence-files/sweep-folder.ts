// Clears the folder of uploaded files. What is old and temporary is removed; what is old and has no row
// moves to a quarantine of that day and is removed from there after 30 days. Where many files have no row,
// the database is what is wrong: nothing is moved, and whoever runs the service is told (REL-18).
import { mkdir, readdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '#app/adapters/backup/file-errors.ts';

export type Sweep = {
  readonly now: Date;
  /** Which of these ids have a row. */
  readonly known: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
};

export type Swept = {
  /** Uploads that broke off, removed. */
  readonly temporary: number;
  /** Files without a row, moved to the quarantine. */
  readonly quarantined: number;
  /** Files of the quarantine that have a row again, back in their place. */
  readonly returned: number;
  /** Files whose time in the quarantine was over, removed. */
  readonly expired: number;
  /** Files without a row that were too many to be moved; they stay where they are. */
  readonly left: readonly string[];
};

/** Which names are files of ours; any other is left alone. */
type Names = {
  readonly isStored: (name: string) => boolean;
  readonly isTemporary: (name: string) => boolean;
};

/** Below the folder itself, so that it is on the same disk and in every backup. */
const QUARANTINE = 'quarantine';
/** A day in the quarantine: a file stays so long, and can be put back by hand. */
const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;
/** More files without a row than this at once, or than this share of all, and nothing is moved. */
const MOST_ORPHANS = 20;
const MOST_SHARE = 0.02;
/** How many ids are asked for at once. */
const AT_ONCE = 500;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Sweeps once and says what it did. Rows are asked for after the folder is read, never before. */
export async function sweepFolder(
  folder: string,
  { now, known }: Sweep,
  { isStored, isTemporary }: Names,
): Promise<Swept> {
  const before = new Date(now.getTime() - DAY);
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const stored = names.filter(isStored);
  const temporary = await olderThan(folder, before, names.filter(isTemporary));
  const orphans = await without(known, await olderThan(folder, before, stored));
  const tooMany = orphans.length > mostOf(stored.length);
  // Where the database may be wrong, nothing goes for good either.
  const kept = await sweepQuarantine(folder, { now, known }, { isStored, expires: !tooMany });
  if (!tooMany && orphans.length > 0) {
    const place = path.join(folder, QUARANTINE, now.toISOString().slice(0, 10));
    await mkdir(place, { recursive: true, mode: 0o700 });
    for (const name of orphans) await rename(path.join(folder, name), path.join(place, name));
  }
  return {
    temporary: await removeAll(folder, temporary),
    quarantined: tooMany ? 0 : orphans.length,
    ...kept,
    left: tooMany ? orphans : [],
  };
}

/** How many files without a row are no sign of a wrong database: one at least. */
function mostOf(all: number): number {
  return Math.min(MOST_ORPHANS, Math.max(1, Math.floor(all * MOST_SHARE)));
}

/** The folders of the quarantine, each of one day. */
async function quarantineFolders(folder: string): Promise<readonly string[]> {
  const place = path.join(folder, QUARANTINE);
  const days = await readdir(place).catch((error: unknown) => {
    // Named recovery: nothing has ever been moved there.
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  return days.filter((day) => DATE.test(day)).map((day) => path.join(place, day));
}

async function sweepQuarantine(
  folder: string,
  { now, known }: Sweep,
  {
    isStored,
    expires,
  }: { readonly isStored: (name: string) => boolean; readonly expires: boolean },
): Promise<Pick<Swept, 'returned' | 'expired'>> {
  let returned = 0;
  let expired = 0;
  const last = new Date(now.getTime() - KEPT_DAYS * DAY).toISOString().slice(0, 10);
  for (const place of await quarantineFolders(folder)) {
    const names = (await readdir(place)).filter(isStored);
    const orphans = new Set(await without(known, names));
    // A database that is right again has the rows of its files again.
    for (const name of names.filter((one) => !orphans.has(one))) {
      await rename(path.join(place, name), path.join(folder, name));
      returned += 1;
    }
    if (!expires || path.basename(place) >= last) continue;
    expired += await removeAll(place, [...orphans]);
    await rmdir(place).catch((error: unknown) => {
      // Named recovery: something that is not ours lies there.
      if (!hasCode(error, 'ENOTEMPTY')) throw error;
    });
  }
  return { returned, expired };
}

async function without(known: Sweep['known'], ids: readonly string[]): Promise<readonly string[]> {
  const orphans: string[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const asked = ids.slice(from, from + AT_ONCE);
    const withRow = await known(asked);
    orphans.push(...asked.filter((id) => !withRow.has(id)));
  }
  return orphans;
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
