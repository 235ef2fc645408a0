// The only code that knows SQLite: opening with the start-up contract, migrating, committing.
// synchronous=FULL because WAL alone loses acknowledged commits on a power cut (SEC/REL catalogue, 2.1).
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { bringUpToDate } from './engine.migrations.ts';
import { Conflict, type Db, type Store } from './store.ts';
import * as tables from './tables.ts';

const LEAST_SQLITE = [3, 51, 3] as const;

export type Engine = Store & {
  /** The bare connection, for the sign-in library's own adapter and for backups. */
  readonly connection: Database.Database;
  /** Writes a row and undoes it; throws where the database takes no write. */
  readonly probe: () => void;
  readonly close: () => void;
};

/**
 * Opens the database file, brings it up to date and checks the start-up contract. Throws with the
 * file, what is wrong and what to do.
 */
export function openEngine(file: string, migrationsFolder: string): Engine {
  mkdirSync(path.dirname(file), { recursive: true });
  const connection = new Database(file);
  try {
    setPragmas(connection);
    assertContract(connection, file);
    const drizzled = drizzle(connection, { schema: tables });
    bringUpToDate(connection, { file, migrationsFolder });
    const db = drizzled as unknown as Db;
    return {
      db,
      connection,
      commit: committer(connection, db),
      probe: () => probe(connection),
      close: () => connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function setPragmas(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
  connection.pragma('trusted_schema = OFF');
}

function assertContract(connection: Database.Database, file: string): void {
  const held: readonly (readonly [string, unknown])[] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', 5000],
    ['trusted_schema', 0],
  ];
  for (const [name, wanted] of held) {
    const found = connection.pragma(name, { simple: true });
    if (found !== wanted) {
      throw new Error(
        `${file}: ${name} is ${String(found)}, not ${String(wanted)}; is the folder on a local disk that can be written?`,
      );
    }
  }
  const version = String(connection.prepare('select sqlite_version()').pluck().get());
  if (!atLeast(version.split('.').map(Number), LEAST_SQLITE)) {
    throw new Error(
      `SQLite ${version} is too old; ${LEAST_SQLITE.join('.')} is needed. Run npm ci.`,
    );
  }
  const check = connection.pragma('quick_check', { simple: true });
  if (check !== 'ok') {
    throw new Error(`${file} is damaged (${String(check)}); keep a copy, then restore a backup.`);
  }
}

function atLeast(version: readonly number[], least: readonly number[]): boolean {
  for (const [index, part] of least.entries()) {
    const found = version[index] ?? 0;
    if (found !== part) return found > part;
  }
  return true;
}

function probe(connection: Database.Database): void {
  connection.exec('begin immediate');
  try {
    connection.exec("insert into sign_in_failures values ('probe', 0, '')");
  } finally {
    connection.exec('rollback');
  }
}

function committer(connection: Database.Database, db: Db): Store['commit'] {
  return async (writes) => {
    connection
      .transaction(() => {
        for (const write of writes) {
          const rows = write.run(db).all() as readonly unknown[];
          if (write.expect !== undefined && rows.length !== write.expect) {
            throw new Conflict(write.expect, rows.length);
          }
        }
      })
      .immediate();
  };
}
