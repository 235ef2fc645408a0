// Where nothing can be written beside it, a database is read from a copy in memory or in the folder of
// temporary files: SQLite cannot even read one with a log without writing beside it.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { isUpToDate } from './engine.migrations.ts';

const PLACES = ['/dev/shm', os.tmpdir()];

/**
 * The database as it is now, to read from; every write is refused by SQLite. Null where it is not of
 * today's schema, or can be copied nowhere.
 */
export function openForReading(file: string, migrationsFolder: string): Database.Database | null {
  for (const place of PLACES.filter((folder) => existsSync(folder))) {
    const copied = copyInto(place, file);
    if (copied === null) continue;
    const connection = new Database(copied);
    const usable = isUpToDate(connection, migrationsFolder);
    // Open now; its name goes at once, so that nothing is left behind. Windows removes no open file.
    if (process.platform !== 'win32') rmSync(path.dirname(copied), { recursive: true });
    if (usable) {
      connection.pragma('query_only = ON');
      return connection;
    }
    connection.close();
    return null;
  }
  return null;
}

function copyInto(place: string, file: string): string | null {
  let folder: string | null = null;
  try {
    folder = mkdtempSync(path.join(place, 'mentoring-charter-'));
    const copy = path.join(folder, path.basename(file));
    for (const end of ['', '-wal', '-journal']) {
      if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
    }
    return copy;
  } catch {
    // Named recovery: no room in this place either; the next one may have some.
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    return null;
  }
}
