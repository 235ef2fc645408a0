// Two services on one data folder would overwrite each other's files (REL-20).
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { lockDataFolder, RESTORE_MARK, tryLock } from '#app/adapters/backup/data-folder-lock.ts';
import { charter, ROOT, temporaryFolder } from '#tests/support/command.ts';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Another process on the folder, and the first line that it says. */
async function otherProcess(folder: string) {
  const child = spawn(process.execPath, ['tests/support/lock-holder.ts', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said).trim() };
}

describe('the lock of a data folder', () => {
  test('a second service is refused with what to do, while the first runs', async () => {
    const folder = temporaryFolder();
    expect((await otherProcess(folder)).said).toBe('held');
    expect((await otherProcess(folder)).said).toMatch(/in use by another .* Stop that one first/);
    expect(() => lockDataFolder(folder)).toThrow(folder);
    expect(tryLock(folder)).toBeNull();
  });

  test('the lock of a service that was killed is taken over', async () => {
    const folder = temporaryFolder();
    const { child } = await otherProcess(folder);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await otherProcess(folder)).said).toBe('held');
  });

  test('a released lock can be taken again, also in the same process', () => {
    const folder = temporaryFolder();
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow('in use');
    lock.release();
    lockDataFolder(folder).release();
  });

  test('two folders are two locks', () => {
    const locks = [lockDataFolder(temporaryFolder()), lockDataFolder(temporaryFolder())];
    for (const lock of locks) lock.release();
  });

  test('a folder that does not exist yet is made', () => {
    lockDataFolder(path.join(temporaryFolder(), 'new', 'data')).release();
  });

  const NO_LOCK: readonly (readonly [string, (file: string) => void, RegExp])[] = [
    ['a folder', (file) => mkdirSync(file), /lock\.db is a folder, where the lock .* Move it away/],
    [
      'a device',
      (file) => symlinkSync('/dev/null', file),
      /lock\.db is no plain file, where the lock .* Move it away/,
    ],
    [
      'a text',
      (file) => writeFileSync(file, 'Annwyl bawb, '.repeat(100)),
      /lock\.db is not the lock of a data folder \(file is not a database\).* Move it away/,
    ],
  ];

  test.each(NO_LOCK)(
    'REL-20 where the lock is %s no service starts, and it stays',
    (_, put, words) => {
      const folder = temporaryFolder();
      const file = path.join(folder, 'lock.db');
      put(file);
      const { ino } = statSync(file);
      expect(() => lockDataFolder(folder)).toThrow(words);
      expect(() => tryLock(folder)).toThrow(words);
      expect(statSync(file).ino).toBe(ino);
    },
  );

  test('REL-20 a lock that leads nowhere is no reason to go without one', () => {
    const folder = temporaryFolder();
    symlinkSync(path.join(folder, 'gone', 'lock.db'), path.join(folder, 'lock.db'));
    expect(() => lockDataFolder(folder)).toThrow(/lock\.db/);
  });

  test('after an interrupted restore no service starts', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, RESTORE_MARK), '');
    expect(() => lockDataFolder(folder)).toThrow(/interrupted.*--force/s);
    expect(tryLock(folder)).not.toBeNull();
  });

  test('beside a service, accounts and backups are made, and a restore is refused', async () => {
    const folder = temporaryFolder();
    await otherProcess(folder);
    const env = { MODE: 'test', DATA_DIR: folder };
    const who = ['--email', 'ada@example.org', '--name', 'Ada Obi'];
    expect((await charter(['admin', 'create', ...who], { env })).code).toBe(0);
    const backup = path.join(temporaryFolder(), 'backup');
    expect((await charter(['admin', 'backup', '--out', backup], { env })).code).toBe(0);
    const restore = await charter(['admin', 'restore', '--from', backup, '--force'], { env });
    expect([restore.code, restore.err]).toEqual([
      4,
      `A service is running on ${folder}; stop it first\n`,
    ]);
  });
});
