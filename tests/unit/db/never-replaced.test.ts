// What is never changed is not replaced either, whatever way SQL has for it.
import { describe, expect, test } from 'vitest';
import type Database from 'better-sqlite3';
import { audit } from '#db/repositories/audit.ts';
import { decidedReview } from '#tests/support/review.ts';
import { testServices } from '#tests/support/services.ts';

/** Tables whose rows are never changed, with the columns that no two rows share. */
const TABLES = [
  ['audit_events', [['sequence'], ['chain', 'position']]],
  ['submissions', [['id'], ['number'], ['rowid']]],
  ['decisions', [['id'], ['rowid']]],
  ['seals', [['id'], ['review_id', 'user_id'], ['rowid']]],
  ['answer_versions', [['id'], ['assessment_id', 'criterion', 'version'], ['rowid']]],
  ['decision_documents', [['id'], ['decision_id', 'kind'], ['rowid']]],
  ['ratings', [['id'], ['review_id', 'user_id', 'criterion'], ['rowid']]],
] as const;

type Row = Readonly<Record<string, unknown>>;

/** Another row that meets one that is there in these columns only. */
function meeting(row: Row, shared: readonly string[]): Row {
  const changed = Object.entries(row).map(([name, value]) => {
    if (shared.includes(name)) return [name, value];
    if (name === 'rowid' || name === 'sequence') return [name, 900_000];
    if (name === 'id' || name === 'criterion' || name === 'kind') return [name, `other ${name}`];
    if (name === 'number' || name === 'position' || name === 'version') return [name, 900_000];
    return [name, value];
  });
  return Object.fromEntries(changed);
}

describe('SEC-80 with every pragma as a stranger’s connection has it', async () => {
  const { services } = await decidedReview({ outcome: 'award' });
  const { connection } = services.engine;
  connection.pragma('recursive_triggers = OFF');
  connection.pragma('foreign_keys = OFF');

  test.each(TABLES)('INSERT OR REPLACE takes no row of %s away', (table, uniques) => {
    const row = connection
      .prepare<[], Row>(
        `select ${table === 'audit_events' ? '' : 'rowid, '}* from ${table} limit 1`,
      )
      .get();
    if (row === undefined) throw new Error(`${table} is empty`);
    const before = content(connection, table);
    for (const shared of uniques) {
      const other = meeting(row, shared);
      const names = Object.keys(other);
      const insert = connection.prepare(
        `insert or replace into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      );
      expect(() => insert.run(...Object.values(other)), shared.join()).toThrow(/never|no more/);
    }
    expect(content(connection, table)).toEqual(before);
  });

  test('nor does UPDATE OR REPLACE, by way of a row that may be changed', () => {
    const before = content(connection, 'submissions');
    const move = connection.prepare('update or replace submissions set rowid = rowid + 1000');
    expect(() => move.run()).toThrow(/never changed/);
    expect(content(connection, 'submissions')).toEqual(before);
    const [sealed] = connection.prepare<[], Row>('select * from ratings').all();
    connection
      .prepare(
        `insert into ratings select 'mine', review_id, 'somebody', criterion, rating, not_applicable, reason, version, updated_at, statements from ratings limit 1`,
      )
      .run();
    const take = connection.prepare("update or replace ratings set id = ? where id = 'mine'");
    expect(() => take.run(sealed?.['id'])).toThrow(/never changed/);
    const intoSealed = connection.prepare(
      "update or replace ratings set user_id = ? where id = 'mine'",
    );
    expect(() => intoSealed.run(sealed?.['user_id'])).toThrow(/never changed/);
  });

  test('a sealed rating is not deleted, and an event has its place once', () => {
    expect(() => connection.exec("delete from ratings where id <> 'mine'")).toThrow(/never/);
    expect(() => connection.exec('delete from audit_events')).toThrow(/never deleted/);
    expect(() => connection.exec("update audit_events set seal = 'x'")).toThrow(/never changed/);
  });
});

test('an event without a seal is sealed once, and nothing else of it changes', async () => {
  const { engine } = await testServices();
  const { connection } = engine;
  connection.exec(
    "insert into audit_events (sequence, at, event, details) values (1, 'then', 'signed-in', '{}')",
  );
  await engine.commit([
    audit({ at: 'now', actor: null, event: 'signed-in', organisation: null, subject: null }),
  ]);
  const seal = (more: string) =>
    connection.exec(
      `update or replace audit_events set chain = 'installation', seal = 'x', ${more} where sequence = 1`,
    );
  expect(() => seal("position = 2, previous = '', event = 'other'")).toThrow(/never changed/);
  expect(() => seal("position = 1, previous = ''")).toThrow(/never changed/);
  seal("position = 2, previous = ''");
  expect(() => seal("position = 3, previous = ''")).toThrow(/never changed/);
});

function content(connection: Database.Database, table: string): readonly unknown[] {
  return connection.prepare(`select * from ${table}`).all();
}
