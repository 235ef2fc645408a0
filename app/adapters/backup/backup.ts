// A backup of a data folder while the service runs: the database in one consistent step, then the
// evidence files, which are there before the rows that name them. Built under a temporary name,
// synced, then renamed: what has the final name is whole.
import { chmod, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { headText } from '#app/domain/audit/event.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { storageTrouble } from '#app/domain/storage-trouble.ts';
import {
  DATABASE,
  MANIFEST,
  type Manifest,
  type ManifestEntry,
  sealed,
} from './backup-manifest.ts';
import { copyDurably, digestOf, syncFolders, writeDurably } from './durable-files.ts';
import { storedHead } from './stored-trail.ts';
import { ERASED_LIST } from '#app/adapters/evidence-files/erased-list.ts';
import { hasCode } from './file-errors.ts';
import { filesBelow } from './files-below.ts';

const ALL_PAGES = 0x7fffffff;
const ARRIVING = '.part';

export type BackupReport = {
  readonly manifest: Manifest;
  /** Ids of files that the database names and whose content is missing or altered on the disk. */
  readonly unavailable: readonly string[];
};

/** When it is made, and the key that seals it; null = it has no seal. */
type Making = { readonly now: Date; readonly key: Buffer | null };

export type BackupProblem =
  | { readonly code: 'target-exists' }
  | { readonly code: 'no-database' }
  | { readonly code: 'database-damaged'; readonly check: string }
  | { readonly code: 'target-full' };

/** The backup that now is in the folder `target`, or why there is none. */
export async function backUp(
  dataFolder: string,
  target: string,
  { now, key }: Making,
): Promise<Result<BackupReport, BackupProblem>> {
  if (await exists(target)) return refused({ code: 'target-exists' });
  if (!(await exists(path.join(dataFolder, DATABASE)))) return refused({ code: 'no-database' });
  const unfinished = `${target}.unfinished-${process.pid}`;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await mkdir(unfinished, { mode: 0o700 });
    const result = await fill(unfinished, dataFolder, { now, key });
    if (!result.ok) {
      await rm(unfinished, { recursive: true });
      return result;
    }
    await rename(unfinished, target);
    await syncFolders(path.dirname(target));
    return result;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Named recovery: nothing but the target is written to, so it is the one that is full.
    if (storageTrouble(error) === 'full') return refused({ code: 'target-full' });
    throw error;
  }
}

async function fill(
  folder: string,
  dataFolder: string,
  { now, key }: Making,
): Promise<Result<BackupReport, BackupProblem>> {
  const database = path.join(folder, DATABASE);
  await copyDatabase(path.join(dataFolder, DATABASE), database);
  const facts = inspect(database);
  if (facts.check !== 'ok') return refused({ code: 'database-damaged', check: facts.check });
  await sync(database);
  const copied = await copyFiles(path.join(dataFolder, 'files'), path.join(folder, 'files'));
  const files = [
    { path: DATABASE, ...(await digestOf(database)) },
    ...(await copyErasedList(dataFolder, folder)),
    ...copied,
  ];
  const { migrations } = facts;
  const head = facts.trailHead === null ? {} : { trailHead: facts.trailHead };
  const createdAt = now.toISOString();
  const manifest = sealed({ format: 2, createdAt, migrations, files, ...head }, key);
  await writeDurably(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  await syncFolders(...(copied.length > 0 ? [path.join(folder, 'files')] : []), folder);
  const hashes = new Map(copied.map((file) => [file.path, file.sha256]));
  const unavailable = facts.named
    .filter(({ id, sha256 }) => hashes.get(`files/${id}`) !== sha256)
    .map(({ id }) => id);
  return ok({ manifest, unavailable });
}

// All pages in one step: in smaller steps, each write of the service would start it anew.
async function copyDatabase(source: string, target: string): Promise<void> {
  const connection = new Database(source, { readonly: true, fileMustExist: true });
  try {
    await connection.backup(target, { progress: () => ALL_PAGES });
  } finally {
    connection.close();
  }
}

type Named = { readonly id: string; readonly sha256: string };

// Leaves the copy as one file without a log beside it.
function inspect(database: string) {
  const connection = new Database(database);
  try {
    connection.pragma('journal_mode = DELETE');
    const check = String(connection.pragma('integrity_check', { simple: true }));
    if (check !== 'ok') return { check, migrations: 0, named: [], trailHead: null };
    const count = connection.prepare<[], number>('select count(*) from __drizzle_migrations');
    const files = connection.prepare<[], Named>(
      `select id, sha256 from files ${hasErased(connection) ? 'where erased_at is null' : ''} order by id`,
    );
    const head = storedHead(connection);
    const trailHead = head === null ? null : headText(head);
    return { check, migrations: Number(count.pluck().get()), named: files.all(), trailHead };
  } finally {
    connection.close();
  }
}

/** Whether it knows of erased files, whose content is rightly missing; older databases do not. */
function hasErased(connection: Database.Database): boolean {
  const columns = connection.prepare("select 1 from pragma_table_info('files') where name = ?");
  return columns.get('erased_at') !== undefined;
}

async function sync(file: string): Promise<void> {
  await chmod(file, 0o600);
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

async function uploaded(folder: string): Promise<readonly string[]> {
  try {
    return await filesBelow(folder);
  } catch (error) {
    // Named recovery: nothing has been uploaded yet.
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function copyFiles(source: string, target: string): Promise<readonly ManifestEntry[]> {
  const copied: ManifestEntry[] = [];
  for (const name of await uploaded(source)) {
    // Uploads that are still arriving are no files yet; a link in place of a file is never followed.
    if (name.endsWith(ARRIVING)) continue;
    try {
      if (!(await lstat(path.join(source, name))).isFile()) continue;
      const digest = await copyDurably(path.join(source, name), path.join(target, name));
      copied.push({ path: `files/${name}`, ...digest });
    } catch (error) {
      // Named recovery: taken away since the folder was listed, so no row of the copy needs it, or
      // it is reported as unavailable. The empty copy goes.
      if (!hasCode(error, 'ENOENT')) throw error;
      await rm(path.join(target, name), { force: true });
    }
  }
  return copied;
}

/** What was erased, for a restore of this backup in another place. */
async function copyErasedList(source: string, target: string): Promise<readonly ManifestEntry[]> {
  const list = path.join(source, ERASED_LIST);
  if (!(await exists(list))) return [];
  return [{ path: ERASED_LIST, ...(await copyDurably(list, path.join(target, ERASED_LIST))) }];
}

async function exists(place: string): Promise<boolean> {
  return (await stat(place).catch(() => null)) !== null;
}
