// Looks at a database before anything is written to it: whether it is one, whole, ours, and met by its
// own log. SQLite would write a foreign log into it when it closes, so it is opened for reading only.
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { isForeignLog } from './foreign-log.ts';
import { RESTORE, StartRefusal } from './start-refusal.ts';

const MAGIC = 'SQLite format 3\0';
const OURS = '__drizzle_migrations';

/** Throws a StartRefusal where the file is not a whole database of this service. */
export function lookAt(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  rollBack(file);
  assertHeader(file);
  if (isForeignLog(file)) throw foreignLog(file, 'it bears the mark of another one');
  const flaw = flawIn(file);
  if (flaw === null) return;
  if (hasLog(file) && aloneIsWhole(file)) {
    throw foreignLog(file, `the database is whole without it, and not with it: ${flaw.cause}`);
  }
  throw new StartRefusal(`${file} ${flaw.words}`);
}

/** Whether it is a database that has no table and no migration of anybody; false where it cannot be read. */
export function isBare(file: string): boolean {
  try {
    rollBack(file);
    const connection = new Database(file, { readonly: true });
    try {
      return tablesOf(connection).length === 0 && !hasMigrations(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    // Named recovery: what cannot be read is looked at, and told, by lookAt.
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}

function foreignLog(file: string, because: string): StartRefusal {
  return new StartRefusal(
    `${file}-wal does not belong to ${file}: ${because}. Nothing was changed. Move the log away, keep it, and start again.`,
  );
}

type Flaw = { readonly cause: string; readonly words: string };

// A process that was ended while it wrote leaves a journal with what the pages held before. SQLite puts
// them back when the file is next read by somebody who may write: before anything is made of its bytes.
// Beside a log it is left to the start itself, which has looked at the log by then.
function rollBack(file: string): void {
  const journal = statSync(`${file}-journal`, { throwIfNoEntry: false });
  if ((journal?.size ?? 0) === 0 || hasLog(file) || !mayChange(file)) return;
  if (!isDatabase(headerOf(file))) return;
  const connection = new Database(file);
  try {
    connection.prepare('select count(*) from sqlite_master').get();
  } finally {
    connection.close();
  }
}

function mayChange(file: string): boolean {
  try {
    for (const place of [file, path.dirname(file)]) accessSync(place, constants.W_OK);
    return true;
  } catch {
    // Named recovery: it is read from a copy then, where it is rolled back.
    return false;
  }
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, header.length, 0);
    return header;
  } finally {
    closeSync(descriptor);
  }
}

function isDatabase(header: Buffer): boolean {
  return header.toString('latin1', 0, MAGIC.length) === MAGIC;
}

function assertHeader(file: string): void {
  const header = headerOf(file);
  if (!isDatabase(header)) {
    throw new StartRefusal(
      `${file} is not a database: its first bytes are not SQLite's. They are destroyed, or another file has taken its place. Nothing was changed. ${RESTORE}`,
    );
  }
  // 1 stands for 65,536 (https://www.sqlite.org/fileformat.html).
  const page = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const whole = page * header.readUInt32BE(28);
  const { size } = statSync(file);
  if (size < whole && !hasLog(file)) {
    throw new StartRefusal(
      `${file} is cut off: ${size} of ${whole} bytes are there. Nothing was changed. ${RESTORE}`,
    );
  }
}

function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
}

function flawIn(file: string): Flaw | null {
  const connection = new Database(file, { readonly: true });
  try {
    const check = String(connection.pragma('quick_check(1)', { simple: true }));
    if (check !== 'ok') return damaged(check);
    return foreign(connection);
  } catch (error) {
    // Named recovery: what SQLite says of a damaged file is the finding; all else goes on up.
    if (!(error instanceof Database.SqliteError)) throw error;
    if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code)) throw error;
    return damaged(error.message);
  } finally {
    connection.close();
  }
}

function damaged(found: string): Flaw {
  const check = found.replaceAll(/\s+/g, ' ');
  return { cause: check, words: `is damaged (${check}). Nothing was changed. ${RESTORE}` };
}

function foreign(connection: Database.Database): Flaw | null {
  const tables = tablesOf(connection);
  if (tables.length === 0 || hasMigrations(connection)) return null;
  const some = tables.slice(0, 3).join(', ');
  return {
    cause: `it has the tables ${some}`,
    words: `is the database of another program: it has the tables ${some}, and none of this service. Nothing was changed. Is DATA_DIR right?`,
  };
}

/** The tables that somebody made, but for the list of migrations. */
function tablesOf(connection: Database.Database): readonly string[] {
  return connection
    .prepare<[string], string>(
      "select name from sqlite_master where type = 'table' and name <> ? and name not glob 'sqlite_*' order by name",
    )
    .pluck()
    .all(OURS);
}

function hasMigrations(connection: Database.Database): boolean {
  const there = connection.prepare('select 1 from sqlite_master where name = ?').get(OURS);
  return there !== undefined && connection.prepare(`select 1 from ${OURS}`).get() !== undefined;
}

function aloneIsWhole(file: string): boolean {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mentoring-charter-'));
  try {
    const copy = path.join(folder, path.basename(file));
    copyFileSync(file, copy);
    return flawIn(copy) === null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
