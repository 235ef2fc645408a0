// Brings a database up to the schema of this program: a whole copy first, then every missing migration
// in one transaction, so that whatever ends it leaves the old schema or the new one.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';

const TABLE = '__drizzle_migrations';

export type Place = { readonly file: string; readonly migrationsFolder: string };

/**
 * Runs the migrations that the database lacks. Throws, with the file, the cause and the next step,
 * where one was changed since it ran, where the database is newer, or where a migration or the copy
 * before it fails; the database is then as it was.
 */
export function bringUpToDate(connection: Database.Database, { file, migrationsFolder }: Place) {
  const known = readMigrationFiles({ migrationsFolder });
  const applied = appliedHashes(connection);
  if (applied.length > 0 && !known.some(({ hash }) => applied.includes(hash))) {
    throw new Error(
      `${file} is the database of another program: none of the migrations that it lists is one of this service. No row of it was changed. Is DATA_DIR right?`,
    );
  }
  if (applied.length > known.length) {
    throw new Error(
      `${file} was written by a newer version of this program (${applied.length} migrations, ${known.length} known); start that version.`,
    );
  }
  const changed = applied.findIndex((hash, index) => hash !== known[index]?.hash);
  if (changed !== -1) {
    throw new Error(
      `Migration ${changed} of ${migrationsFolder} is not the one that ${file} was made with: a released migration never changes. Put its released text back (git checkout), or start the version that wrote this database. Nothing was changed.`,
    );
  }
  const missing = known.slice(applied.length);
  if (missing.length === 0) return;
  if (applied.length > 0) keepCopy(connection, file, applied.length);
  try {
    run(connection, missing);
  } catch (error) {
    throw new Error(
      `${file} could not be brought up to date: ${wordsOf(error)}. It is as it was${applied.length > 0 ? `, and ${copyName(file, applied.length)} is a copy of it` : ''}. Mend the cause and start again.`,
      { cause: error },
    );
  }
}

/** Whether the database has exactly the schema of this program. */
export function isUpToDate(connection: Database.Database, migrationsFolder: string): boolean {
  const known = readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash);
  return appliedHashes(connection).join() === known.join();
}

/** How many migrations this program knows. */
export function knownMigrations(migrationsFolder: string): number {
  return readMigrationFiles({ migrationsFolder }).length;
}

function appliedHashes(connection: Database.Database): readonly string[] {
  const there = connection.prepare('select 1 from sqlite_master where name = ?').get(TABLE);
  if (there === undefined) return [];
  return connection
    .prepare<[], string>(`select hash from ${TABLE} order by created_at, rowid`)
    .pluck()
    .all();
}

function copyName(file: string, applied: number): string {
  return `${file}.before-migration-${applied}`;
}

// Under a temporary name until it is whole and on the disk. One of an earlier try is replaced: this is
// the same database, with whatever was written since.
function keepCopy(connection: Database.Database, file: string, applied: number): void {
  const copy = copyName(file, applied);
  const unfinished = `${copy}.part`;
  try {
    rmSync(unfinished, { force: true });
    // For its owner only from the first byte on, like the database; SQLite takes an empty file.
    closeSync(openSync(unfinished, 'wx', 0o600));
    connection.prepare('vacuum into ?').run(unfinished);
    sync(unfinished, 'r+');
    renameSync(unfinished, copy);
    // Windows has no way to sync a folder.
    if (process.platform !== 'win32') sync(path.dirname(copy), 'r');
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new Error(
      `${file} is to be brought up to date, and the copy that is kept first, ${copy}, could not be written: ${wordsOf(error)}. Nothing was changed. Make room for it (it is as large as the database) and start again.`,
      { cause: error },
    );
  }
}

function sync(place: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(place, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

// A migration may rebuild a table, and a DROP TABLE cascades where foreign keys are on: off while
// migrating, checked before anything is committed.
function run(connection: Database.Database, missing: readonly MigrationMeta[]): void {
  connection.pragma('foreign_keys = OFF');
  try {
    connection
      .transaction(() => {
        connection.exec(
          `create table if not exists ${TABLE} (id serial primary key, hash text not null, created_at numeric)`,
        );
        for (const { sql, hash, folderMillis } of missing) {
          for (const statement of sql) connection.exec(statement);
          connection
            .prepare(`insert into ${TABLE} (hash, created_at) values (?, ?)`)
            .run(hash, folderMillis);
        }
        const broken: unknown = connection.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) {
          throw new Error(`${broken.length} rows would point nowhere`);
        }
      })
      .exclusive();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${error.message} (${String(error.code)})` : error.message;
}
