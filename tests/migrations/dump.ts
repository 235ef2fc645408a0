// A database as SQL text that makes it again: tables, rows, then indexes and triggers.
import type Database from 'better-sqlite3';

/** Every table with its rows; triggers last, so that they refuse none of them. */
export function dumpOf(database: Database.Database): string {
  const made = database
    .prepare<[], { type: string; name: string; sql: string }>(
      'select type, name, sql from sqlite_master where sql is not null order by rowid',
    )
    .all();
  const tables = made.filter(({ type }) => type === 'table');
  const others = made.filter(({ type }) => type !== 'table');
  return [
    'PRAGMA foreign_keys = OFF;',
    ...tables.map(({ sql }) => `${sql};`),
    ...tables.flatMap(({ name }) => rowsOf(database, name)),
    ...others.map(({ sql }) => `${sql};`),
    '',
  ].join('\n');
}

function rowsOf(database: Database.Database, table: string): readonly string[] {
  const columns = database
    .prepare<[string], string>('select name from pragma_table_info(?)')
    .pluck()
    .all(table);
  const quoted = columns.map((name) => `quote("${name}")`).join(` || ', ' || `);
  return database
    .prepare<[], string>(`select ${quoted} from "${table}" order by rowid`)
    .pluck()
    .all()
    .map((values) => `INSERT INTO "${table}" VALUES (${values});`);
}
