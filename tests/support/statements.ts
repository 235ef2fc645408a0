// What a database is asked while something runs: the statements and how many rows each gave.
import type Database from 'better-sqlite3';

export type Asked = { readonly sql: string; readonly rows: number };

const RUNS = ['all', 'get', 'run'] as const;
/** What stands around statements, and asks for nothing. */
const FRAME = /^\s*(?:begin|commit|rollback|savepoint|release|pragma)\b/i;

/**
 * Everything that `work` asks of the connection, in order, also by statements that were prepared before; the
 * connection is left as it was.
 */
export async function askedDuring(
  connection: Database.Database,
  work: () => Promise<unknown>,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const statements: object = Object.getPrototypeOf(connection.prepare('select 1'));
  const before = RUNS.map((name) => [name, Reflect.get(statements, name) as Run] as const);
  for (const [name, run] of before) {
    Reflect.set(statements, name, function watched(this: Database.Statement, ...given: unknown[]) {
      const result: unknown = Reflect.apply(run, this, given);
      const rows = Array.isArray(result) ? result.length : Number(result !== undefined);
      if (this.database === connection && !FRAME.test(this.source))
        asked.push({ sql: this.source, rows });
      return result;
    });
  }
  try {
    await work();
  } finally {
    for (const [name, run] of before) Reflect.set(statements, name, run);
  }
  return asked;
}

type Run = (...given: unknown[]) => unknown;
