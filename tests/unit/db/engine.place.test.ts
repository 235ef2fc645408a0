import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { insertOrganisation } from '#db/repositories/people/roles.ts';
import { openEngine } from '#db/engine.sqlite.ts';
import { ROOT, temporaryFolder } from '#tests/support/command.ts';

const MIGRATIONS = path.join(ROOT, 'db/migrations/sqlite');

function opened() {
  const file = path.join(temporaryFolder(), 'charter.db');
  const failures: unknown[] = [];
  const engine = openEngine(file, MIGRATIONS, { failed: (error) => failures.push(error) });
  const save = (id: string, name = id) =>
    engine.commit([insertOrganisation({ id, name, createdAt: '2027-03-01T09:00:00.000Z' })]);
  return { file, engine, failures, save };
}

test.each<[string, (file: string) => void]>([
  ['taken away', (file) => rmSync(file)],
  ['moved', (file) => renameSync(file, `${file}.moved`)],
  [
    'replaced',
    (file) => {
      rmSync(file);
      writeFileSync(file, 'another');
    },
  ],
])('REL-09 nothing is acknowledged into a database that was %s', async (_, happen) => {
  const { file, engine, failures, save } = opened();
  await save('before');
  happen(file);
  await expect(save('after')).rejects.toThrow('storage: failing');
  expect(() => engine.probe('2027-03-01T09:00:00.000Z')).toThrow('storage: failing');
  expect(failures).toHaveLength(1);
  engine.close();
});

test('a log that is long is brought in, and stays no longer than it has to', async () => {
  const { file, engine, save, failures } = opened();
  const sizes: number[] = [];
  for (let row = 0; row < 120; row += 1) {
    await save(`o${row}`, 'x'.repeat(60_000));
    sizes.push(statSync(`${file}-wal`).size);
  }
  expect(Math.max(...sizes)).toBeLessThan(5 * 1024 * 1024);
  expect(statSync(file).size).toBeGreaterThan(4 * 1024 * 1024);
  expect(failures).toEqual([]);
  engine.close();
});
