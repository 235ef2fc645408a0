// Tells of every error of the connection, whoever meets it: use cases, queries or the sign-in library,
// which makes answers of its own of them.
import type Database from 'better-sqlite3';

const RUNS = ['run', 'get', 'all'] as const;

/** Lets `failed` hear of every error that a statement of this connection ends with; it is thrown on. */
export function tellOfFailures(
  connection: Database.Database,
  failed: (error: unknown) => void,
): void {
  const prepare = connection.prepare.bind(connection);
  const exec = connection.exec.bind(connection);
  const telling =
    <A extends unknown[], T>(run: (...given: A) => T) =>
    (...given: A): T => {
      try {
        return run(...given);
      } catch (error) {
        failed(error);
        throw error;
      }
    };
  const watched = (source: string) => {
    const statement = telling(prepare)(source);
    for (const name of RUNS) {
      Reflect.set(statement, name, telling(statement[name].bind(statement)));
    }
    return statement;
  };
  Reflect.set(connection, 'prepare', watched);
  Reflect.set(connection, 'exec', telling(exec));
}
