// The column vocabulary on SQLite. Instants are ISO 8601 UTC text; lists are JSON as text.
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const kit = {
  table: sqliteTable,
  text: (name: string) => text(name),
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  list: (name: string) => text(name, { mode: 'json' }).$type<readonly string[]>(),
  index,
  uniqueIndex,
};
