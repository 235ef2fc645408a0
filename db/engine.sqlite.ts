// The only code that knows SQLite: opening with the start-up contract, migrating, committing.
// synchronous=FULL because WAL alone loses acknowledged commits on a power cut (SEC/REL catalogue, 2.1).
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { SealedPart } from '#app/domain/audit/event.ts';
import { storageTrouble } from '#app/domain/storage-trouble.ts';
import { bringLogIn, LOG_KEPT_BYTES } from './engine.checkpoint.ts';
import { lookAt } from './engine.look.ts';
import { bringUpToDate } from './engine.migrations.ts';
import { BUSY_MS, patiently } from './engine.patience.ts';
import { placeOf } from './engine.place.ts';
import { openForReading } from './engine.reading.ts';
import { tellOfFailures } from './engine.watch.ts';
import { assertOurs, refusalOf } from './start-refusal.ts';
import { Conflict, type Db, type Store } from './store.ts';
import * as tables from './tables.ts';

const LEAST_SQLITE = [3, 51, 3] as const;

export type Engine = Store & {
  /** The bare connection, for the sign-in library's own adapter and for backups. */
  readonly connection: Database.Database;
  /** Another text after whatever is written, by this process or another. */
  readonly stamp: () => string;
  /** Commits a row of its own at once; throws where the database takes no write. */
  readonly probe: (at: string) => void;
  /** true = opened from a copy, because nothing can be written beside it; every write fails. */
  readonly readOnly: boolean;
  readonly close: () => void;
};

/** What whoever opens an engine is told of, and what it allows. */
export type EngineOptions = {
  /** Hears of every error of the database, whoever meets it. */
  readonly failed?: (error: unknown) => void;
  /** Hears of every commit. */
  readonly wrote?: () => void;
  /** Seals events of the trail; without it they are written without a seal. */
  readonly seal?: ((event: SealedPart) => string) | undefined;
  /** Whether a database beside which nothing can be written is opened to read from. */
  readonly mayOnlyRead?: boolean;
};

const nothing = () => {};

/**
 * Opens the database file, brings it up to date and checks the start-up contract. Throws with the
 * file, what is wrong and what to do.
 */
export function openEngine(
  file: string,
  migrationsFolder: string,
  options: EngineOptions = {},
): Engine {
  try {
    return engineOn(openForWriting(file, migrationsFolder), { ...options, readOnly: false });
  } catch (error) {
    const trouble = storageTrouble(error);
    if (
      options.mayOnlyRead &&
      existsSync(file) &&
      (trouble === 'full' || trouble === 'read-only')
    ) {
      const connection = openForReading(file, migrationsFolder);
      if (connection !== null) return engineOn(connection, { ...options, readOnly: true });
    }
    throw refusalOf(file, error);
  }
}

function openForWriting(file: string, migrationsFolder: string): Database.Database {
  assertOurs(file);
  mkdirSync(path.dirname(file), { recursive: true });
  lookAt(file);
  const connection = new Database(file);
  try {
    setPragmas(connection);
    assertContract(connection, file);
    bringUpToDate(connection, { file, migrationsFolder });
    giveMark(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function engineOn(
  connection: Database.Database,
  options: EngineOptions & { readonly readOnly: boolean },
): Engine {
  const { failed = nothing, wrote = nothing, readOnly } = options;
  const told = (error: unknown) => {
    if (isFailingWrite(error)) connection.pragma('query_only = ON');
    failed(error);
  };
  tellOfFailures(connection, told);
  sealWith(connection, options.seal);
  const db = drizzle(connection, { schema: tables }) as unknown as Db;
  const { name: file } = connection;
  // A copy for reading only has no name any more, and takes no writes.
  const inPlace = readOnly ? nothing : placeOf(file);
  return {
    db,
    connection,
    readOnly,
    commit: committer(connection, db, { failed: told, wrote, inPlace }),
    stamp: () => stampOf(connection),
    probe: (at) => {
      inPlace();
      probe(connection, at);
      wrote();
    },
    close: () => connection.close(),
  };
}

// What this connection wrote, and what others did.
function stampOf(connection: Database.Database): string {
  const own = connection.prepare('select total_changes()').pluck().get();
  return `${String(own)} ${String(connection.pragma('data_version', { simple: true }))}`;
}

// What was written before an error of the disk may be there or not, and a later sync would not tell:
// nothing more is written until the next start has read what is there (catalogue REL-04).
function isFailingWrite(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    /^SQLITE_IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE)$/.test(error.code)
  );
}

// By which its log is known (foreign-log.ts). In the file itself before anything else is written.
function giveMark(connection: Database.Database): void {
  const given = connection.transaction(() => {
    if (connection.pragma('user_version', { simple: true }) !== 0) return false;
    connection.pragma(`user_version = ${randomInt(1, 0x7fffffff)}`);
    return true;
  });
  if (connection.pragma('user_version', { simple: true }) !== 0) return;
  if (given.immediate()) connection.pragma('wal_checkpoint(TRUNCATE)');
}

// Called in the statement that writes an event (repositories/audit.ts), never from a trigger or a view.
function sealWith(connection: Database.Database, seal: EngineOptions['seal']): void {
  type Values = readonly [number, string, string | null, string, string | null];
  type More = readonly [string | null, string, string, number, string];
  const sealed = (...values: readonly [...Values, ...More]): string | null => {
    const [sequence, at, actor, event, organisationId, ...more] = values;
    const [subject, details, chain, position, previous] = more;
    const about = { sequence, at, actor, event, organisationId, subject, details };
    return seal?.({ ...about, chain, position, previous }) ?? null;
  };
  connection.function('audit_seal', { directOnly: true, varargs: true }, sealed);
}

function setPragmas(connection: Database.Database): void {
  connection.pragma(`busy_timeout = ${BUSY_MS}`);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('wal_autocheckpoint = 0');
  connection.pragma(`journal_size_limit = ${LOG_KEPT_BYTES}`);
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  // What INSERT OR REPLACE takes away meets the triggers that refuse it.
  connection.pragma('recursive_triggers = ON');
}

function assertContract(connection: Database.Database, file: string): void {
  const held: readonly (readonly [string, unknown])[] = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['wal_autocheckpoint', 0],
    ['foreign_keys', 1],
    ['busy_timeout', BUSY_MS],
    ['trusted_schema', 0],
    ['recursive_triggers', 1],
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
}

function atLeast(version: readonly number[], least: readonly number[]): boolean {
  for (const [index, part] of least.entries()) {
    const found = version[index] ?? 0;
    if (found !== part) return found > part;
  }
  return true;
}

// A row of its own among the tries that failed, whose keys begin with another word.
function probe(connection: Database.Database, at: string): void {
  connection
    .prepare(
      "insert into failed_tries (id, key, hour, tries, last_at) values ('readyz', 'readyz', '9999', 0, ?) on conflict (id) do update set last_at = excluded.last_at",
    )
    .run(at);
}

type Told = Required<Pick<EngineOptions, 'failed' | 'wrote'>> & { readonly inPlace: () => void };

function committer(
  connection: Database.Database,
  db: Db,
  { failed, wrote, inPlace }: Told,
): Store['commit'] {
  return async (writes) => {
    const all = connection.transaction(() => {
      for (const write of writes) {
        const rows = write.run(db).all() as readonly unknown[];
        if (write.expect !== undefined && rows.length !== write.expect) {
          throw new Conflict(write.expect, rows.length);
        }
      }
    });
    try {
      inPlace();
      await patiently(() => all.immediate());
    } catch (error) {
      failed(error);
      throw error;
    }
    wrote();
    bringLogIn(connection, connection.name, failed);
  };
}
