// A start that is refused names the file, what is wrong with it and the next step, and changes nothing
// (REL-07, REL-08).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openForReading } from '#db/engine.reading.ts';
import { openEngine } from '#db/engine.sqlite.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const MIGRATIONS = path.join(ROOT, 'db/migrations/sqlite');
const IS_ROOT = process.getuid?.() === 0;

function folder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'charter-'));
}

/** A database with people's rows; each call makes another one. */
function database(people = 50): string {
  const file = path.join(folder(), 'charter.db');
  const engine = openEngine(file, MIGRATIONS);
  const insert = engine.connection.prepare(
    "insert into organisations (id, name, created_at) values (?, ?, '2027')",
  );
  for (let turn = 0; turn < people; turn += 1) {
    insert.run(`${people}-${turn}`, `Trust ${people} ${turn} ${'Llŷr '.repeat(100)}`);
  }
  engine.close();
  return file;
}

/** The folder's files by what is in them. */
function bytes(file: string): Readonly<Record<string, string>> {
  const at = path.dirname(file);
  return Object.fromEntries(
    readdirSync(at)
      // SQLite counts readers in one file, and an empty log says nothing.
      .filter((name) => !name.endsWith('-shm') && statSync(path.join(at, name)).size > 0)
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(at, name)))
          .digest('hex'),
      ]),
  );
}

function refusal(file: string): string {
  const before = bytes(file);
  let said = 'opened';
  try {
    openEngine(file, MIGRATIONS).close();
  } catch (error) {
    said = error instanceof Error ? error.message : String(error);
  }
  expect(bytes(file)).toEqual(before);
  return said;
}

const DAMAGED: readonly (readonly [string, (file: string) => void, RegExp])[] = [
  [
    'whose header is destroyed',
    (file) => overwrite(file, 0, 'ruin of a header '),
    /charter\.db is not a database: its first bytes .* Nothing was changed\. Keep a copy .* admin restore --from/,
  ],
  [
    'that is a text file',
    (file) => writeFileSync(file, 'Annwyl bawb,\nthis is a letter.\n'),
    /charter\.db is not a database: .* another file has taken its place/,
  ],
  [
    'of which half is there',
    (file) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096),
    /charter\.db is cut off: \d+ of \d+ bytes are there\. Nothing was changed\. Keep a copy/,
  ],
  [
    'with a destroyed page',
    (file) => overwrite(file, 3 * 4096, 'x'.repeat(4096)),
    /charter\.db is damaged \(.*\)\. Nothing was changed\. Keep a copy .* admin restore --from/,
  ],
  [
    'of another program',
    (file) => {
      writeFileSync(file, '');
      const other = new Database(file);
      other.exec('create table bookmarks (url text); create table visits (at text)');
      other.close();
    },
    /charter\.db is the database of another program: it has the tables bookmarks, visits, and none of this service\. .* Is DATA_DIR right\?/,
  ],
];

test.each(DAMAGED)('REL-08 a database %s is refused and left as it is', (_, damage, words) => {
  const file = database();
  damage(file);
  expect(refusal(file)).toMatch(words);
});

test('REL-08 a log that belongs to another database is named, and the database is not touched', () => {
  const file = database();
  copyFileSync(logOf(database(90)), `${file}-wal`);
  expect(refusal(file)).toMatch(
    /charter\.db-wal does not belong to .*charter\.db: it bears the mark of another one\. Nothing was changed\. Move the log away, keep it, and start again\./,
  );
});

test('REL-08 so is one that would replace the whole database by another one, which is sound', () => {
  const file = database();
  const other = path.join(folder(), 'charter.db');
  const engine = openEngine(other, MIGRATIONS);
  engine.connection.exec('vacuum');
  copyFileSync(`${other}-wal`, `${file}-wal`);
  engine.close();
  expect(refusal(file)).toContain('charter.db-wal does not belong to');
  rmSync(`${file}-wal`);
  expect(refusal(file)).toBe('opened');
});

test('REL-08 a log is known by what it does to the database, where that has no mark yet', () => {
  const file = database();
  const old = new Database(file);
  old.pragma('user_version = 0');
  old.close();
  copyFileSync(logOf(database(90)), `${file}-wal`);
  expect(refusal(file)).toMatch(
    /charter\.db-wal does not belong to .*: the database is whole without it, and not with it: /,
  );
});

test('a log of its own is read, whatever ended the service before', () => {
  const file = database(60);
  const log = logOf(file);
  const there = path.join(folder(), 'charter.db');
  copyFileSync(log.replace(/-wal$/, ''), there);
  copyFileSync(log, `${there}-wal`);
  const engine = openEngine(there, MIGRATIONS);
  const count = engine.connection.prepare(
    "select count(*) from organisations where id like 'late%'",
  );
  expect(count.pluck().get()).toBe(40);
  engine.close();
});

/** A database whose last write was broken off half-way: its journal lies beside it. */
function brokenOff(): string {
  const file = database();
  const there = path.join(folder(), 'charter.db');
  const connection = new Database(file);
  connection.pragma('journal_mode = DELETE');
  // So that the pages reach the file before the commit.
  connection.pragma('cache_size = 1');
  connection.exec("begin; update organisations set name = 'half ' || name");
  for (const end of ['', '-journal']) copyFileSync(`${file}${end}`, `${there}${end}`);
  connection.close();
  return there;
}

function changedNames(connection: Database.Database | undefined | null): unknown {
  const changed = "select count(*) from organisations where name like 'half %'";
  return connection?.prepare(changed).pluck().get();
}

test('REL-10 a write that was broken off is rolled back by the next start', () => {
  const file = brokenOff();
  expect(readFileSync(file).includes('half Trust')).toBe(true);
  const engine = openEngine(file, MIGRATIONS, { mayOnlyRead: true });
  expect([engine.readOnly, changedNames(engine.connection)]).toEqual([false, 0]);
  engine.close();
  expect(readdirSync(path.dirname(file))).toEqual(['charter.db']);
});

test('REL-10 also in the copy of a database beside which nothing can be written', () => {
  const file = brokenOff();
  const connection = openForReading(file, MIGRATIONS);
  expect(changedNames(connection)).toBe(0);
  connection?.close();
  expect(readFileSync(file).includes('half Trust')).toBe(true);
});

/** What a user of the service is told who is not root; root may write anywhere. */
function refusalOfAnother(file: string): string {
  // It becomes somebody else once the program is read.
  const script = `
    import { openEngine } from ${JSON.stringify(path.join(ROOT, 'db/engine.sqlite.ts'))};
    import { readMigrationFiles } from 'drizzle-orm/migrator';
    readMigrationFiles({ migrationsFolder: ${JSON.stringify(MIGRATIONS)} });
    ${IS_ROOT ? 'process.setgid(12345); process.setuid(12345);' : ''}
    try {
      openEngine(${JSON.stringify(file)}, ${JSON.stringify(MIGRATIONS)});
      console.log('opened');
    } catch (error) { console.log(error.message); }`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
}

test('REL-07 a folder that belongs to somebody else is refused with both users, and it alone is to be given', () => {
  const file = database();
  const there = path.dirname(file);
  chmodSync(there, IS_ROOT ? 0o755 : 0o500);
  const said = refusalOfAnother(file);
  chmodSync(there, 0o755);
  expect(said).toBe(
    IS_ROOT
      ? `${there} belongs to another user (uid 0), and this process runs as uid 12345, which may not write there. Nothing was changed. Give the data folder to the user of the service: chown -R 12345 ${there}.`
      : `${there} may not be written by the user that it belongs to (uid ${process.getuid?.()}). Nothing was changed. Give that user the right to write: chmod -R u+rwX ${there}.`,
  );
});

test('REL-07 so is a file in it, and the folder that it lies in is named', () => {
  const file = database();
  const there = path.dirname(file);
  chmodSync(there, IS_ROOT ? 0o777 : 0o700);
  chmodSync(file, IS_ROOT ? 0o644 : 0o400);
  const said = refusalOfAnother(file);
  expect(said.startsWith(file)).toBe(true);
  expect(said).toMatch(/(?:chown -R 12345|chmod -R u\+rwX) (\S+)\.$/);
  expect(said.endsWith(` ${there}.`)).toBe(true);
});

test('REL-07 a folder that may not be made is to be made, and nothing above it given away', () => {
  const above = folder();
  chmodSync(above, IS_ROOT ? 0o755 : 0o500);
  const missing = path.join(above, 'data');
  const said = refusalOfAnother(path.join(missing, 'charter.db'));
  chmodSync(above, 0o755);
  const uid = IS_ROOT ? 12_345 : process.getuid?.();
  expect(said).toBe(
    `The data folder ${missing} does not exist, and this process runs as uid ${uid}, which may not make it in ${above}. Nothing was changed. Make it and give it to the user of the service: mkdir -p ${missing} && chown ${uid} ${missing}. Is DATA_DIR right?`,
  );
});

test('REL-07 a folder that cannot be reached is told with the one that is in the way', () => {
  const above = folder();
  chmodSync(above, IS_ROOT ? 0o700 : 0o000);
  const said = refusalOfAnother(path.join(above, 'data', 'charter.db'));
  chmodSync(above, 0o755);
  expect(said).toMatch(/data cannot be reached: .* may not enter .* let it pass through/);
  expect(said).not.toContain('chown');
});

function overwrite(file: string, at: number, text: string): void {
  const content = readFileSync(file);
  content.write(text, at);
  writeFileSync(file, content);
}

/** A copy of the log of a database that was ended suddenly after some more rows. */
function logOf(file: string): string {
  const engine = openEngine(file, MIGRATIONS);
  const insert = engine.connection.prepare(
    "insert into organisations (id, name, created_at) values (?, ?, '2027')",
  );
  for (let turn = 0; turn < 40; turn += 1) insert.run(`late-${turn}`, 'x'.repeat(2000));
  const copy = path.join(folder(), 'charter.db');
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${copy}${end}`);
  engine.close();
  return `${copy}-wal`;
}
