// Decide first, then commit a list: a use case hands over its writes, the engine runs them as one.
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type * as tables from './tables.ts';

/** The database as everything outside the engine sees it: asynchronous. */
export type Db = BaseSQLiteDatabase<'async', unknown, typeof tables>;

/** One write, not yet run. It returns the rows that it touched. */
export type Write = {
  readonly run: (db: Db) => { all: () => unknown };
  /** How many rows it must touch; another number is a Conflict and undoes the whole list. */
  readonly expect?: number;
};

export type Store = {
  readonly db: Db;
  /** Runs all writes or none. Throws Conflict where an expected row had changed meanwhile. */
  readonly commit: (writes: readonly Write[]) => Promise<void>;
};

/** Someone else changed the row since it was read. */
export class Conflict extends Error {
  constructor(expected: number, touched: number) {
    super(`expected ${expected} rows, got ${touched}`);
    this.name = 'Conflict';
  }
}
