// Queries that are asked all the time are built once for each database: building one takes twenty times as long
// as running it.
import type { Db } from './store.ts';

/** What `build` makes of a database, made once for each. */
export function prepared<T>(build: (db: Db) => T): (db: Db) => T {
  const built = new WeakMap<Db, T>();
  return (db) => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const made = build(db);
    built.set(db, made);
    return made;
  };
}
