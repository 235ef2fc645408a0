// What a database is asked while something runs: the statements and how many rows each gave.
import type Database from 'better-sqlite3';

export type Asked = { readonly sql: string; readonly rows: number };

/** Everything that `work` asks of the connection, in order; the connection is left as it was. */
export async function askedDuring(
  connection: Database.Database,
  work: () => Promise<unknown>,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const prepare = connection.prepare;
  const noted = (sql: string, result: unknown): unknown => {
    asked.push({ sql, rows: Array.isArray(result) ? result.length : Number(result !== undefined) });
    return result;
  };
  const watched = <T extends object>(statement: T, sql: string): T =>
    new Proxy(statement, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          const result: unknown = Reflect.apply(member, target, args);
          if (key === 'raw' || key === 'bind') return watched(target, sql);
          return key === 'all' || key === 'get' || key === 'run' ? noted(sql, result) : result;
        };
      },
    });
  const watchedPrepare = (sql: string) => watched(prepare.call(connection, sql), sql);
  Reflect.set(connection, 'prepare', watchedPrepare);
  try {
    await work();
  } finally {
    Reflect.set(connection, 'prepare', prepare);
  }
  return asked;
}
