// Writes the database of each migration that has none yet, as SQL, beside this file:
// `node tests/migrations/make.ts`. What is there is never written again: it is what was released.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { dumpOf } from './dump.ts';
import { fillTables } from './rows.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../db/migrations/sqlite');
const TABLE =
  'CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)';

const journal: { readonly entries: readonly { readonly tag: string }[] } = JSON.parse(
  readFileSync(path.join(FOLDER, 'meta/_journal.json'), 'utf8'),
);
const migrations = readMigrationFiles({ migrationsFolder: FOLDER });
for (const [index, { tag }] of journal.entries.entries()) {
  const file = path.join(import.meta.dirname, `${tag}.sql`);
  if (existsSync(file)) continue;
  const database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  database.exec(TABLE);
  for (const { sql, hash, folderMillis } of migrations.slice(0, index + 1)) {
    for (const statement of sql) database.exec(statement);
    database
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run(hash, folderMillis);
  }
  fillTables(database);
  writeFileSync(file, dumpOf(database));
  console.log(`${tag}.sql`);
}
