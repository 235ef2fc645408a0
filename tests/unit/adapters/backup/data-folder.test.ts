// What a start makes of a data folder: never a new database beside files that it does not know.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { lockDataFolder } from '#app/adapters/backup/data-folder-lock.ts';
import { openDatabase } from '#app/adapters/backup/data-folder.ts';
import { ROOT, temporaryFolder } from '#tests/support/command.ts';

const MIGRATIONS = path.join(ROOT, 'db/migrations/sqlite');
const LIST = '__drizzle_migrations (id serial primary key, hash text, created_at numeric)';
const EVIDENCE = '0199a0c0-0000-7000-8000-000000000000';

function dataFolder() {
  const folder = path.join(temporaryFolder(), 'data');
  const database = path.join(folder, 'charter.db');
  const open = () => openDatabase(folder, MIGRATIONS).close();
  return { folder, database, open };
}

describe('REL-08 a database that was lost', () => {
  test.each(['files', 'files/quarantine'])(
    'missing beside what lies in %s is not made anew',
    (at) => {
      const { folder, database, open } = dataFolder();
      open();
      mkdirSync(path.join(folder, at), { recursive: true });
      writeFileSync(path.join(folder, at, EVIDENCE), 'Minutes');
      rmSync(database);
      expect(open).toThrow(
        /charter\.db is missing, but .*files holds 1 entry\. .*Restore a backup/,
      );
      expect(existsSync(database)).toBe(false);
      expect(existsSync(path.join(folder, at, EVIDENCE))).toBe(true);
    },
  );

  test.each(['-wal', '-journal'])('whose log %s alone is left is not made anew', (suffix) => {
    const { folder, database, open } = dataFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${database}${suffix}`, 'rows');
    expect(open).toThrow(
      /charter\.db is missing, but its log is there: .*Nothing was changed\. Put the database back .* move the log away/,
    );
    expect(readdirSync(folder)).toEqual([`charter.db${suffix}`]);
    expect(readFileSync(`${database}${suffix}`, 'utf8')).toBe('rows');
    truncateSync(`${database}${suffix}`, 0);
    expect(open).not.toThrow();
  });

  const BARE: readonly (readonly [string, string])[] = [
    ['nothing', 'pragma user_version = 7'],
    ['no table', 'create table t (a); drop table t'],
    ['an empty list of migrations', `create table ${LIST}`],
    ['a view', 'create view v as select 1'],
  ];

  test.each(BARE)('replaced by one that holds %s is not used beside files', (_, sql) => {
    const { folder, database, open } = dataFolder();
    mkdirSync(path.join(folder, 'files'), { recursive: true });
    const bare = new Database(database);
    bare.exec(sql);
    bare.close();
    const before = readFileSync(database);
    writeFileSync(path.join(folder, 'files', EVIDENCE), 'Minutes');
    expect(open).toThrow(
      /charter\.db holds nothing of ours, but .*files holds 1 entry\. .*Nothing was changed\. Restore a backup/,
    );
    expect(readFileSync(database)).toEqual(before);
    rmSync(path.join(folder, 'files', EVIDENCE));
    expect(open).not.toThrow();
  });

  test('of 0 bytes is refused, and stays as it is', () => {
    const { database, open } = dataFolder();
    open();
    truncateSync(database, 0);
    expect(open).toThrow(/charter\.db is empty \(0 bytes\).*Restore a backup/);
    expect(statSync(database).size).toBe(0);
  });

  test('in a new folder is made, also where an earlier start ended half-way', () => {
    const { folder, database, open } = dataFolder();
    mkdirSync(path.join(folder, 'files'), { recursive: true });
    writeFileSync(`${database}.new-${process.pid}`, 'half');
    open();
    expect(readdirSync(folder).toSorted()).toEqual(['charter.db', 'files']);
  });
});

test('data folder, database and lock are for their owner only, also where they were not before', () => {
  const { folder, database } = dataFolder();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  writeFileSync(path.join(folder, 'lock.db'), '', { mode: 0o644 });
  const lock = lockDataFolder(folder);
  const engine = openDatabase(folder, MIGRATIONS);
  engine.connection.exec("insert into organisations (id, name, created_at) values ('x', 'X', '')");
  const mode = (place: string) => (statSync(place).mode & 0o777).toString(8);
  const files = ['charter.db', 'charter.db-wal', 'charter.db-shm', 'lock.db'];
  expect(mode(folder)).toBe('700');
  expect(files.map((name) => mode(path.join(folder, name)))).toEqual(files.map(() => '600'));
  expect(database).toContain('charter.db');
  engine.close();
  lock.release();
});

test.each([
  [
    'CHARTER_DIR',
    /gone is not there\. Nothing was changed\. Put the folder of the charters back, or set CHARTER_DIR/,
  ],
  [
    'BUILD_DIR',
    /gone\S* is not there\. Nothing was changed\. Build the pages .*, or set BUILD_DIR/,
  ],
])('a start whose %s is not there says so, and makes no data folder', (setting, words) => {
  const { folder } = dataFolder();
  const gone = path.join(path.dirname(folder), 'gone');
  const { status, stderr } = spawnSync(process.execPath, ['app/server.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, MODE: 'test', DATA_DIR: folder, [setting]: gone },
  });
  expect([status, stderr.trim()]).toEqual([1, expect.stringMatching(words)]);
  expect(existsSync(folder)).toBe(false);
});
