import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openEngine } from '#db/engine.sqlite.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../db/migrations/sqlite');

test('REL-02 the database syncs every commit and keeps foreign keys', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-'));
  const engine = openEngine(path.join(folder, 'charter.db'), MIGRATIONS);
  const value = (name: string) => engine.connection.pragma(name, { simple: true });
  // 2 = FULL: a commit that was answered survives a power cut.
  expect([value('synchronous'), value('foreign_keys'), value('journal_mode')]).toEqual([
    2,
    1,
    'wal',
  ]);
  engine.close();
});
