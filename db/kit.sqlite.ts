// The column vocabulary on SQLite. Instants are ISO 8601 UTC text; lists are JSON as text.
import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Ticked } from '#app/domain/charter/ticked.ts';

export const kit = {
  table: sqliteTable,
  text: (name: string) => text(name),
  /** The id of a row that has to be there; it goes with that row only where `onDelete` says so. */
  ref: (name: string, to: () => AnySQLiteColumn, actions?: { readonly onDelete: 'cascade' }) =>
    text(name).notNull().references(to, actions),
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  list: (name: string) => text(name, { mode: 'json' }).$type<readonly string[]>(),
  ticked: (name: string) => text(name, { mode: 'json' }).$type<Ticked>(),
  index,
  uniqueIndex,
};
