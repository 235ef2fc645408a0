// Tells of every error of the connection, whoever meets it: use cases, queries or the sign-in library,
// which makes answers of its own of them. And keeps what was prepared: most of what is asked is asked again.
import type Database from 'better-sqlite3';

const RUNS = ['run', 'get', 'all'] as const;
/** The statements that are kept, those asked last; their text differs by how many ids they look for. */
const MOST_KEPT = 500;

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
    const shared: object = Object.getPrototypeOf(statement);
    for (const name of RUNS) {
      // Looked up as it runs, so that a test can watch what was prepared before.
      const run = (...given: unknown[]): unknown =>
        Reflect.apply(Reflect.get(shared, name), statement, given);
      Reflect.set(statement, name, telling(run));
    }
    return statement;
  };
  Reflect.set(connection, 'prepare', keeping(watched));
  Reflect.set(connection, 'exec', telling(exec));
}

type Prepare = (source: string) => Database.Statement;

/** The same statement for the same text, as if it had just been prepared. */
function keeping(prepare: Prepare): Prepare {
  const kept = new Map<string, Database.Statement>();
  return (source) => {
    const known = kept.get(source);
    if (known?.busy === true) return prepare(source);
    const statement = known === undefined ? prepare(source) : asPrepared(known);
    kept.delete(source);
    kept.set(source, statement);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}

function asPrepared(statement: Database.Statement): Database.Statement {
  return statement.reader ? statement.raw(false).pluck(false).expand(false) : statement;
}
