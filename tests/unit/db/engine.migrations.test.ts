// A database of every schema that was released opens with today's program, and whatever ends a
// migration leaves the old schema or the new one (REL-08, REL-10, REL-11, REL-12).
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { describe, expect, test, vi } from 'vitest';
import { openEngine } from '#db/engine.sqlite.ts';
import { inOrder } from '#tests/migrations/rows.ts';
import { LONG } from '#tests/support/fault-rounds.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../db/migrations/sqlite');
const EARLIER = path.resolve(import.meta.dirname, '../../migrations');
const journal: { readonly entries: readonly { readonly tag: string }[] } = JSON.parse(
  readFileSync(path.join(MIGRATIONS, 'meta/_journal.json'), 'utf8'),
);
const TAGS = journal.entries.map(({ tag }) => tag);
const [FIRST = ''] = TAGS;

/** A data folder with the database of an earlier version; the file of the database comes back. */
function earlier(tag: string): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'charter-')), 'charter.db');
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  database.exec(readFileSync(path.join(EARLIER, `${tag}.sql`), 'utf8'));
  database.pragma('journal_mode = WAL');
  database.close();
  return file;
}

/** Every table with its rows, by the names of the columns. */
function contents(file: string): ReadonlyMap<string, readonly object[]> {
  const database = new Database(file, { readonly: true });
  try {
    return new Map(
      inOrder(database).map((table) => [
        table,
        database.prepare<[], object>(`select * from "${table}"`).all(),
      ]),
    );
  } finally {
    database.close();
  }
}

function appliedIn(file: string): readonly string[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare<[], string>('select hash from __drizzle_migrations order by created_at')
      .pluck()
      .all();
  } finally {
    database.close();
  }
}

/** Tables that a later migration took away: the count of failed sign-ins is by the hour since 0011. */
const GIVEN_UP: ReadonlySet<string> = new Set(['sign_in_failures']);

/** What opening fails with, in words; 'opened' where it does not. */
function opening(file: string, migrations = MIGRATIONS): string {
  try {
    openEngine(file, migrations).close();
    return 'opened';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function expectToday(file: string, before: ReadonlyMap<string, readonly object[]>): void {
  const engine = openEngine(file, MIGRATIONS);
  expect(engine.connection.pragma('foreign_key_check')).toEqual([]);
  expect(engine.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(engine.connection.pragma('foreign_keys', { simple: true })).toBe(1);
  engine.close();
  const after = contents(file);
  for (const [table, rows] of before) {
    if (GIVEN_UP.has(table)) continue;
    for (const row of rows) {
      expect(after.get(table), table).toContainEqual(expect.objectContaining(row));
    }
  }
}

describe('a database of every released schema', () => {
  test('is kept beside the tests: node tests/migrations/make.ts writes a missing one', () => {
    const kept = readdirSync(EARLIER).filter((name) => name.endsWith('.sql'));
    expect(kept.toSorted()).toEqual(TAGS.map((tag) => `${tag}.sql`).toSorted());
  });

  test('has rows in every table', () => {
    for (const tag of TAGS) {
      for (const [table, rows] of contents(earlier(tag)))
        expect(rows.length, table).toBeGreaterThan(1);
    }
  });

  test('REL-11 was made by the migrations as they stand: a released one never changes', () => {
    const hashes = readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ hash }) => hash);
    for (const [index, tag] of TAGS.entries()) {
      expect(appliedIn(earlier(tag)), tag).toEqual(hashes.slice(0, index + 1));
    }
  });

  test.each(TAGS)('REL-11 of %s opens with every old value and whole keys', (tag) => {
    const file = earlier(tag);
    const before = contents(file);
    expectToday(file, before);
    const copies = readdirSync(path.dirname(file)).filter((name) => name.includes('.before-'));
    const number = TAGS.indexOf(tag) + 1;
    const expected = number === TAGS.length ? [] : [`charter.db.before-migration-${number}`];
    expect(copies).toEqual(expected);
    for (const name of copies) {
      const copy = path.join(path.dirname(file), name);
      expect(contents(copy)).toEqual(before);
      expect((statSync(copy).mode & 0o777).toString(8)).toBe('600');
    }
  });
});

describe('a migration that is ended', () => {
  test('REL-10 at any statement is completed by the next start, from what was on the disk', () => {
    const file = earlier(FIRST);
    const before = contents(file);
    const images = imagesAtEachStatement(file, LONG ? 1 : 12);
    expect(images.length).toBeGreaterThan(LONG ? 90 : 7);
    for (const image of images) {
      expectToday(image, before);
      expect(appliedIn(image)).toHaveLength(TAGS.length);
    }
  });

  test('REL-10 by an error at any statement leaves the old schema, and a second try works', () => {
    const file = earlier(FIRST);
    const before = contents(file);
    for (let at = 1; at < 95; at += LONG ? 1 : 17) {
      failingAt(at, () => {
        expect(opening(file)).toMatch(
          /charter\.db could not be brought up to date: planted.* It is as it was, and .*before-migration-1 is a copy/,
        );
      });
      expect(contents(file)).toEqual(before);
    }
    expectToday(file, before);
  });

  test('REL-10 while the copy is written leaves nothing in the way of a second try', () => {
    const file = earlier(FIRST);
    const before = contents(file);
    const copy = `${file}.before-migration-1`;
    for (const name of [copy, `${copy}.part`]) writeFileSync(name, 'half');
    expectToday(file, before);
    expect(contents(copy)).toEqual(before);
    expect(existsSync(`${copy}.part`)).toBe(false);
  });

  test('REL-10 by a copy that cannot be written names the file, the cause and the next step', () => {
    const file = earlier(FIRST);
    const before = contents(file);
    mkdirSync(`${file}.before-migration-1`);
    expect(opening(file)).toMatch(
      /charter\.db is to be brought up to date, and the copy that is kept first, .*before-migration-1, could not be written: .*EISDIR.* Nothing was changed\. Make room/,
    );
    expect(contents(file)).toEqual(before);
  });

  test('by rows that would point nowhere is not committed', () => {
    const file = earlier(FIRST);
    const database = new Database(file);
    database.pragma('foreign_keys = OFF');
    database.exec("update departments set organisation_id = 'gone' where id = 'departments-1'");
    database.close();
    expect(opening(file)).toContain('1 rows would point nowhere');
    expect(appliedIn(file)).toHaveLength(1);
  });
});

describe('a database that does not fit', () => {
  test('REL-10 an applied migration whose text has changed is refused by its number', () => {
    const file = earlier('0006_decisions_stand');
    const before = contents(file);
    const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'charter-')), 'sqlite');
    cpSync(MIGRATIONS, folder, { recursive: true });
    const changed = path.join(folder, '0003_never_changed.sql');
    writeFileSync(changed, `-- a remark\n${readFileSync(changed, 'utf8')}`);
    expect(opening(file, folder)).toMatch(
      /^Migration 3 of .* is not the one that .*charter\.db was made with.* Nothing was changed\.$/,
    );
    expect(contents(file)).toEqual(before);
    expect(opening(file)).toBe('opened');
  });

  test.each([1, 40])(
    'REL-08 one with %i migrations, none of them ours, is another program’s',
    (count) => {
      const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'charter-')), 'charter.db');
      const other = new Database(file);
      other.exec(
        'create table bookmarks (url text); create table __drizzle_migrations (id serial primary key, hash text not null, created_at numeric)',
      );
      const list = other.prepare(
        'insert into __drizzle_migrations (hash, created_at) values (?, ?)',
      );
      for (let at = 0; at < count; at += 1) list.run(`theirs-${at}`, at);
      other.close();
      const before = contents(file);
      expect(opening(file)).toMatch(
        /charter\.db is the database of another program: none of the migrations .* Is DATA_DIR right\?$/,
      );
      expect(contents(file)).toEqual(before);
    },
  );

  test('REL-12 one of a newer version is refused, and is as it was', () => {
    const file = earlier(TAGS.at(-1) ?? '');
    const database = new Database(file);
    database.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9e15)");
    database.close();
    const before = contents(file);
    expect(opening(file)).toMatch(/charter\.db was written by a newer version of this program/);
    expect(contents(file)).toEqual(before);
  });
});

/** The database file and its log as they lie on the disk at every so-many-th statement. */
function imagesAtEachStatement(file: string, every: number): readonly string[] {
  const images: string[] = [];
  watched((count) => {
    if (count % every !== 0) return;
    const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-image-'));
    for (const name of readdirSync(path.dirname(file))) {
      if (name.endsWith('-shm')) continue;
      copyFileSync(path.join(path.dirname(file), name), path.join(folder, name));
    }
    images.push(path.join(folder, 'charter.db'));
  }).during(() => openEngine(file, MIGRATIONS).close());
  return images;
}

function failingAt(at: number, run: () => void): void {
  watched((count) => {
    if (count === at) throw new Error('planted');
  }).during(run);
}

/** Calls `seen` before each statement of a migration, with its number. */
function watched(seen: (count: number) => void) {
  let count = 0;
  const { exec } = Database.prototype;
  return {
    during(run: () => void): void {
      const spy = vi.spyOn(Database.prototype, 'exec').mockImplementation(function (
        this: Database.Database,
        sql: string,
      ) {
        count += 1;
        seen(count);
        return exec.call(this, sql);
      });
      try {
        run();
      } finally {
        spy.mockRestore();
      }
    },
  };
}
