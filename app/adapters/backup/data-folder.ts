// The data folder and its database as a service or a command finds them: for their owner only, and never
// an empty database beside files that it does not know.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { type Engine, type EngineOptions, openEngine } from '#db/engine.sqlite.ts';
import { isBare } from '#db/engine.look.ts';
import { assertOurs, StartRefusal } from '#db/start-refusal.ts';
import { DATABASE } from './backup-manifest.ts';
import { hasCode } from './file-errors.ts';

export { StartRefusal } from '#db/start-refusal.ts';

export const FILES = 'files';
/** What a restore has set aside begins so. */
export const SET_ASIDE = 'before-restore-';
const BESIDE = ['-wal', '-shm', '-journal'];

/**
 * Opens the database of a data folder, which is made where there is none and nothing else is there. Throws
 * with the file, what is wrong with it and what to do.
 */
export function openDatabase(
  folder: string,
  migrationsFolder: string,
  options: EngineOptions = {},
): Engine {
  const file = path.join(folder, DATABASE);
  assertOurs(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    assertNothingLost(folder, file);
    createDatabase(file, migrationsFolder);
  }
  assertNotEmpty(file);
  assertNotBare(folder, file);
  ownerOnly(folder, 0o700);
  for (const suffix of ['', ...BESIDE]) ownerOnly(`${file}${suffix}`, 0o600);
  return openEngine(file, migrationsFolder, options);
}

const RESTORE_OR_CHECK =
  'Restore a backup (charter admin restore --from FOLDER --force), or check that DATA_DIR is right.';

function assertNothingLost(folder: string, file: string): void {
  const held = heldIn(folder);
  if (held === null) return assertNoLog(file);
  throw new StartRefusal(
    `${file} is missing, but ${held}. A new database would not know them, so none was made. ${RESTORE_OR_CHECK}`,
  );
}

// SQLite would play the log of the lost database into a new one, or write over it.
function assertNoLog(file: string): void {
  const log = ['-wal', '-journal']
    .map((suffix) => `${file}${suffix}`)
    .find((place) => (statSync(place, { throwIfNoEntry: false })?.size ?? 0) > 0);
  if (log === undefined) return;
  throw new StartRefusal(
    `${file} is missing, but its log is there: ${log}. Nothing was changed. Put the database back beside it, or restore a backup (charter admin restore --from FOLDER --force). Where nothing was ever kept here, move the log away.`,
  );
}

function assertNotBare(folder: string, file: string): void {
  const held = heldIn(folder);
  if (held === null || !isBare(file)) return;
  throw new StartRefusal(
    `${file} holds nothing of ours, but ${held}. This database does not know them. Nothing was changed. ${RESTORE_OR_CHECK}`,
  );
}

/** What the folder of files holds, in words; null = nothing. */
function heldIn(folder: string): string | null {
  const files = path.join(folder, FILES);
  const held = existsSync(files) ? readdirSync(files).length : 0;
  return held === 0 ? null : `${files} holds ${held} ${held === 1 ? 'entry' : 'entries'}`;
}

function assertNotEmpty(file: string): void {
  if (statSync(file).size > 0) return;
  throw new Error(
    `${file} is empty (0 bytes), which no database of ours ever is: it was cut off or replaced. Restore a backup (charter admin restore --from FOLDER --force). In a new installation that never held anything, delete the file.`,
  );
}

/**
 * A new database under a name of its own until it is whole, so that a process that ends half-way leaves no
 * empty file behind. Where another process was quicker, its database stays.
 */
function createDatabase(file: string, migrationsFolder: string): void {
  const arriving = `${file}.new-${process.pid}`;
  closeSync(openSync(arriving, 'w', 0o600));
  try {
    openEngine(arriving, migrationsFolder).close();
    const handle = openSync(arriving, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    linkSync(arriving, file);
  } catch (error) {
    // Named recovery: another process was quicker.
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    for (const suffix of ['', ...BESIDE]) rmSync(`${arriving}${suffix}`, { force: true });
  }
  syncFolder(path.dirname(file));
}

// Windows cannot open a folder.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Takes away what others may do with it. What belongs to somebody else is theirs to set. */
export function ownerOnly(place: string, mode: number): void {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined || found.uid !== process.getuid?.()) return;
  if ((found.mode & 0o777 & ~mode) === 0) return;
  try {
    chmodSync(place, mode);
  } catch (error) {
    // Named recovery: on a disk for reading only it stays as it is.
    if (!hasCode(error, 'EROFS')) throw error;
  }
}
