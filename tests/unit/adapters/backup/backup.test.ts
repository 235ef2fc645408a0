// Backup, damage, restore: the drill (REL-14 to REL-16), on real files.
import { createHash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUp } from '#app/adapters/backup/backup.ts';
import {
  backupKey,
  type Manifest,
  readBackup,
  sealed,
} from '#app/adapters/backup/backup-manifest.ts';
import { lockDataFolder, RESTORE_MARK } from '#app/adapters/backup/data-folder-lock.ts';
import { restore } from '#app/adapters/backup/restore.ts';
import { letterOf } from '#words/letters/letter.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { openServices } from '#app/services.server.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { tendLetters } from '#app/use-cases/letters/tend-letters.ts';
import { openEngine } from '#db/engine.sqlite.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { ROOT, temporaryFolder } from '#tests/support/command.ts';
import { sentMail } from '#tests/support/sent-mail.ts';
import { addDepartment, personWith, testServices } from '#tests/support/services.ts';

const NOW = new Date('2027-03-02T10:00:00.000Z');
const KEY = backupKey({ backup: null, secret: 'a secret of more than thirty-two characters' });
const MAKING = { now: NOW, key: KEY };
const GOOD = 'three violet umbrellas';
const migrationsFolder = path.join(ROOT, 'db/migrations/sqlite');
const PLAN = {
  migrationsFolder,
  force: false,
  key: KEY,
  unverified: false,
  erased: null,
  now: NOW,
};
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** A running service with a person, a session, an unused link and two evidence files. */
async function running() {
  const services = await testServices();
  const { dataFolder } = services.config;
  await addDepartment(services, 'north', 'therapies');
  const command = { name: 'Ada Obi', email: 'ada@example.org', memberships: [] };
  const made = await createPerson(services, command, OPERATOR);
  if (!made.ok) throw new Error(made.problem.code);
  const link = async () => {
    const result = await createPasswordLink(services, { userId: made.value.id }, OPERATOR);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };
  await setPassword(services, { token: (await link()).token, password: GOOD });
  await services.auth.api.signInEmail({ body: { email: command.email, password: GOOD } });
  await link();
  const files = ['Minutes of the board', 'a,b\n1,2\n'].map((text) => ({ id: randomUUID(), text }));
  mkdirSync(path.join(dataFolder, 'files'), { recursive: true });
  const insert = services.engine.connection.prepare(
    "insert into files (id, organisation_id, name, media_type, size, sha256, created_at, created_by) values (?, 'north', 'f.txt', 'text/plain', ?, ?, '2027-03-01', 'ada')",
  );
  for (const { id, text } of files) {
    writeFileSync(path.join(dataFolder, 'files', id), text);
    insert.run(id, Buffer.byteLength(text), sha256(text));
  }
  return { services, dataFolder, files };
}

async function backedUp() {
  const service = await running();
  const backup = path.join(temporaryFolder(), 'backup');
  const result = await backUp(service.dataFolder, backup, MAKING);
  if (!result.ok) throw new Error(result.problem.code);
  const restoreInto = async (dataFolder: string, force = false) =>
    restore({ ...PLAN, from: backup, dataFolder, force });
  return { ...service, backup, report: result.value, restoreInto };
}

function rowsIn(folder: string, sql: string): readonly unknown[] {
  const connection = new Database(path.join(folder, 'charter.db'), { readonly: true });
  try {
    return connection.prepare(sql).all();
  } finally {
    connection.close();
  }
}

/** Every file below a folder with the hash of its content. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('lock.db'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${path.relative(folder, file)} ${sha256(readFileSync(file))}`)
    .toSorted();
}

describe('a backup', () => {
  test('lists every file with its size and hash, and the migrations', async () => {
    const { backup, files, report } = await backedUp();
    const manifest: Manifest = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'));
    expect(manifest).toEqual(report.manifest);
    expect(manifest).toMatchObject({ format: 2, createdAt: NOW.toISOString() });
    expect(manifest.migrations).toBe(readdirSync(migrationsFolder).filter(isSql).length);
    const names = manifest.files.map((file) => file.path);
    expect(names).toEqual(['charter.db', ...files.map(({ id }) => `files/${id}`).toSorted()]);
    for (const file of manifest.files) {
      const bytes = readFileSync(path.join(backup, file.path));
      expect([file.size, file.sha256]).toEqual([bytes.byteLength, sha256(bytes)]);
    }
    expect(report.unavailable).toEqual([]);
    expect((await readBackup(backup)).flaws).toEqual([]);
  });

  test('REL-14 is whole while the service writes, and holds what was committed before it began', async () => {
    const { services, dataFolder } = await running();
    const { connection } = services.engine;
    const insert = connection.prepare(
      "insert into organisations (id, name, created_at) values (?, 'North', '2027-03-01')",
    );
    for (let row = 0; row < 500; row += 1) insert.run(`before-${row}`);
    let written = 0;
    const writing = setInterval(() => insert.run(`during-${(written += 1)}`), 0);
    const backup = path.join(temporaryFolder(), 'backup');
    const result = await backUp(dataFolder, backup, MAKING);
    clearInterval(writing);
    expect(result.ok).toBe(true);
    expect(written).toBeGreaterThan(0);
    expect(rowsIn(backup, "select id from organisations where id like 'before-%'")).toHaveLength(
      500,
    );
    expect(rowsIn(backup, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  test('has its database as one file, without a log beside it', async () => {
    const { backup } = await backedUp();
    expect(readdirSync(backup).toSorted()).toEqual(['charter.db', 'files', 'manifest.json']);
    expect(rowsIn(backup, 'pragma journal_mode')).toEqual([{ journal_mode: 'delete' }]);
  });

  test('is for its owner only', async () => {
    const { backup } = await backedUp();
    expect(statSync(backup).mode & 0o077).toBe(0);
    expect(statSync(path.join(backup, 'charter.db')).mode & 0o077).toBe(0);
  });

  test('an evidence file that is missing, altered or a link is told, and the rest is backed up', async () => {
    const { dataFolder, files } = await running();
    const [first, second] = files.map(({ id }) => path.join(dataFolder, 'files', id));
    rmSync(first ?? '');
    const elsewhere = path.join(temporaryFolder(), 'elsewhere');
    writeFileSync(elsewhere, files[0]?.text ?? '');
    symlinkSync(elsewhere, first ?? '');
    appendFileSync(second ?? '', 'more');
    const backup = path.join(temporaryFolder(), 'backup');
    const result = await backUp(dataFolder, backup, MAKING);
    expect(result.ok && result.value.unavailable).toEqual(files.map(({ id }) => id).toSorted());
    // What a link points to is not ours to copy.
    expect(readdirSync(path.join(backup, 'files'))).toEqual([files[1]?.id]);
    expect((await readBackup(backup)).flaws).toEqual([]);
  });

  test('an upload that is still arriving is left out', async () => {
    const { dataFolder, files } = await running();
    writeFileSync(path.join(dataFolder, 'files', `${randomUUID()}.part`), 'half');
    const result = await backUp(dataFolder, path.join(temporaryFolder(), 'backup'), MAKING);
    expect(result.ok && result.value.manifest.files).toHaveLength(1 + files.length);
  });

  test('an existing folder is never written into', async () => {
    const { dataFolder } = await running();
    const there = temporaryFolder();
    const result = await backUp(dataFolder, there, MAKING);
    expect(result).toEqual({ ok: false, problem: { code: 'target-exists' } });
    expect(readdirSync(there)).toEqual([]);
  });

  test('REL-16 a damaged database gives no backup, and nothing is left at its name', async () => {
    const { services, dataFolder } = await running();
    services.engine.close();
    const file = path.join(dataFolder, 'charter.db');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 3, 4096 * 12);
    writeFileSync(file, bytes);
    const parent = temporaryFolder();
    const result = await backUp(dataFolder, path.join(parent, 'backup'), MAKING).catch(() => null);
    expect(result?.ok ?? false).toBe(false);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('without a database there is nothing to back up', async () => {
    const parent = temporaryFolder();
    expect(await backUp(temporaryFolder(), path.join(parent, 'backup'), MAKING)).toEqual({
      ok: false,
      problem: { code: 'no-database' },
    });
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('a restore', () => {
  test('REL-15 into a new folder gives everything back, signs everybody out and voids unused links', async () => {
    const { dataFolder: old, files, restoreInto } = await backedUp();
    const dataFolder = path.join(temporaryFolder(), 'data');
    const result = await restoreInto(dataFolder);
    expect(result).toMatchObject({ ok: true, value: { setAside: null } });
    expect(readdirSync(dataFolder).toSorted()).toEqual(['charter.db', 'files', 'lock.db']);

    for (const table of ['user', 'account', 'organisations', 'departments', 'files']) {
      const all = `select * from ${table} order by id`;
      expect(rowsIn(dataFolder, all)).toEqual(rowsIn(old, all));
    }
    expect(rowsIn(old, 'select id from session')).toHaveLength(1);
    expect(rowsIn(dataFolder, 'select id from session')).toEqual([]);
    expect(rowsIn(dataFolder, 'select id from password_links where used_at is null')).toEqual([]);
    expect(rowsIn(dataFolder, 'select id from password_links')).toHaveLength(1);
    for (const { id, text } of files) {
      expect(readFileSync(path.join(dataFolder, 'files', id), 'utf8')).toBe(text);
    }
    expect(
      rowsIn(dataFolder, 'select event from audit_events order by sequence desc limit 1'),
    ).toEqual([{ event: 'backup-restored' }]);
    lockDataFolder(dataFolder).release();
    openEngine(path.join(dataFolder, 'charter.db'), migrationsFolder).close();
  });

  test('after the data folder was damaged, the service is as it was', async () => {
    const { services, dataFolder, files, restoreInto } = await backedUp();
    const people = rowsIn(dataFolder, 'select * from user');
    services.engine.close();
    truncateSync(path.join(dataFolder, 'charter.db'), 5000);
    rmSync(path.join(dataFolder, 'files', files[0]?.id ?? ''));
    const damaged = snapshot(dataFolder);

    const result = await restoreInto(dataFolder, true);

    if (!result.ok) throw new Error(result.problem.code);
    expect(rowsIn(dataFolder, 'select * from user')).toEqual(people);
    expect(readdirSync(path.join(dataFolder, 'files'))).toHaveLength(2);
    // Nothing is deleted: what was there is set aside, to the byte.
    expect(snapshot(result.value.setAside ?? '')).toEqual(damaged);
  });

  test('the log of the old database is set aside with it and never meets the new one', async () => {
    const { services, dataFolder, restoreInto } = await backedUp();
    services.engine.connection
      .prepare("insert into organisations (id, name, created_at) values ('x', 'X', '2027')")
      .run();
    // Copied while open: a log with changes that the database file does not have yet.
    const crashed = path.join(temporaryFolder(), 'data');
    cpSync(dataFolder, crashed, { recursive: true });
    expect(statSync(path.join(crashed, 'charter.db-wal')).size).toBeGreaterThan(0);

    const result = await restoreInto(crashed, true);

    expect(result.ok).toBe(true);
    expect(existsSync(path.join(crashed, 'charter.db-wal'))).toBe(false);
    expect(rowsIn(crashed, "select id from organisations where id = 'x'")).toEqual([]);
    const aside = result.ok ? (result.value.setAside ?? '') : '';
    expect(rowsIn(aside, "select id from organisations where id = 'x'")).toHaveLength(1);
  });

  test('a folder that is not empty is refused and left as it was', async () => {
    const { restoreInto } = await backedUp();
    const dataFolder = temporaryFolder();
    writeFileSync(path.join(dataFolder, 'charter.db'), 'mine');
    expect(await restoreInto(dataFolder)).toEqual({
      ok: false,
      problem: { code: 'folder-not-empty' },
    });
    expect(readFileSync(path.join(dataFolder, 'charter.db'), 'utf8')).toBe('mine');
  });

  test('twice in one folder: what each set aside is still there', async () => {
    const { restoreInto, backup } = await backedUp();
    const dataFolder = temporaryFolder();
    writeFileSync(path.join(dataFolder, 'first'), '1');
    await restoreInto(dataFolder, true);
    const later = { ...PLAN, from: backup, dataFolder, force: true };
    await restore({ ...later, now: new Date('2027-03-03T10:00:00.000Z') });
    const aside = readdirSync(dataFolder).filter((name) => name.startsWith('before-restore-'));
    expect(aside.map((name) => readdirSync(path.join(dataFolder, name)).toSorted())).toEqual([
      ['first'],
      ['charter.db', 'files'],
    ]);
  });

  test('while a service holds the folder it is refused, even with force', async () => {
    const { restoreInto } = await backedUp();
    const dataFolder = temporaryFolder();
    const lock = lockDataFolder(dataFolder);
    expect(await restoreInto(dataFolder, true)).toEqual({ ok: false, problem: { code: 'in-use' } });
    lock.release();
    expect((await restoreInto(dataFolder)).ok).toBe(true);
  });

  test('a restore that was interrupted is finished by another, with the old contents kept', async () => {
    const { restoreInto } = await backedUp();
    const dataFolder = temporaryFolder();
    mkdirSync(path.join(dataFolder, 'before-restore-earlier'));
    writeFileSync(path.join(dataFolder, 'before-restore-earlier/charter.db'), 'old');
    mkdirSync(path.join(dataFolder, 'restoring-1'));
    writeFileSync(path.join(dataFolder, RESTORE_MARK), '');
    expect(() => lockDataFolder(dataFolder)).toThrow('interrupted');
    expect((await restoreInto(dataFolder)).ok).toBe(false);
    expect((await restoreInto(dataFolder, true)).ok).toBe(true);
    lockDataFolder(dataFolder).release();
    expect(readFileSync(path.join(dataFolder, 'before-restore-earlier/charter.db'), 'utf8')).toBe(
      'old',
    );
  });

  const database = (folder: string) => path.join(folder, 'charter.db');
  const evidence = (folder: string) =>
    path.join(folder, 'files', readdirSync(path.join(folder, 'files'))[0] ?? '');
  const manifestFile = (folder: string) => path.join(folder, 'manifest.json');
  const edit = (file: string, from: string | RegExp, to: string) => {
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  test.each<[string, string, (folder: string) => void]>([
    ['truncated', 'wrong-size', (folder) => truncateSync(database(folder), 4096)],
    [
      'with one flipped bit',
      'wrong-hash',
      (folder) => {
        const bytes = readFileSync(database(folder));
        bytes[5000] = (bytes[5000] ?? 0) ^ 1;
        writeFileSync(database(folder), bytes);
      },
    ],
    ['without its database', 'missing', (folder) => rmSync(database(folder))],
    ['with a file exchanged', 'wrong-hash', (folder) => edit(evidence(folder), /^./, '~')],
    ['without a file', 'missing', (folder) => rmSync(evidence(folder))],
    [
      'with a link for a file',
      'missing',
      (folder) => {
        renameSync(evidence(folder), path.join(folder, '..', 'elsewhere'));
        symlinkSync('../../elsewhere', path.join(folder, 'files', 'zz'));
      },
    ],
    ['with a file more', 'not-listed', (folder) => writeFileSync(`${evidence(folder)}x`, 'x')],
    ['that was interrupted', 'unreadable', (folder) => rmSync(manifestFile(folder))],
    ['with half a manifest', 'unreadable', (folder) => truncateSync(manifestFile(folder), 90)],
    [
      'of another format',
      'unreadable',
      (folder) => edit(manifestFile(folder), '"format": 2', '"format": 3'),
    ],
    [
      'that would write elsewhere',
      'unreadable',
      (folder) => edit(manifestFile(folder), /files\/[^"]+/, 'files/../../outside'),
    ],
  ])('REL-16 a backup %s is refused, and nothing is touched', async (_what, code, damage) => {
    const { backup, restoreInto } = await backedUp();
    damage(backup);
    expect((await readBackup(backup)).flaws.map((flaw) => flaw.code)).toContain(code);
    const dataFolder = temporaryFolder();
    writeFileSync(path.join(dataFolder, 'charter.db'), 'mine');
    const result = await restoreInto(dataFolder, true);
    if (result.ok || result.problem.code !== 'flawed-backup') throw new Error('not refused');
    expect(result.problem.flaws.map((flaw) => flaw.code)).toContain(code);
    expect(snapshot(dataFolder)).toEqual([`charter.db ${sha256('mine')}`]);
  });

  test('a backup of a newer version is refused', async () => {
    const { backup, restoreInto } = await backedUp();
    edit(manifestFile(backup), /"migrations": \d+/, '"migrations": 999');
    expect(await restoreInto(path.join(temporaryFolder(), 'data'))).toMatchObject({
      ok: false,
      problem: { code: 'newer-backup', has: 999 },
    });
  });

  const OTHER = backupKey({ backup: 'another key of our own', secret: null });

  test.each<[string, string, (folder: string) => void, Buffer | null]>([
    ['of another key', 'other-seal', () => {}, OTHER],
    ['where no key is set', 'other-seal', () => {}, null],
    [
      'made by hand',
      'other-seal',
      (folder) => {
        writeFileSync(evidence(folder), 'Somebody else’s minutes');
        const manifest: Manifest = JSON.parse(readFileSync(manifestFile(folder), 'utf8'));
        const files = manifest.files.map((file) => {
          const bytes = readFileSync(path.join(folder, file.path));
          return { ...file, size: bytes.length, sha256: sha256(bytes) };
        });
        writeFileSync(manifestFile(folder), JSON.stringify({ ...manifest, files }));
      },
      KEY,
    ],
    ['without a seal', 'not-sealed', (folder) => unseal(folder, 2), KEY],
    ['from before backups were sealed', 'not-sealed', (folder) => unseal(folder, 1), KEY],
  ])(
    'REL-16 a backup %s is refused, and restored only where somebody answers for it',
    async (_what, code, change, key) => {
      const { backup } = await backedUp();
      change(backup);
      const dataFolder = temporaryFolder();
      const plan = { ...PLAN, from: backup, dataFolder, key };
      expect(await restore(plan)).toEqual({ ok: false, problem: { code } });
      expect(readdirSync(dataFolder)).toEqual([]);
      expect((await restore({ ...plan, unverified: true })).ok).toBe(true);
      const sql = 'select details from audit_events order by sequence desc limit 1';
      expect(JSON.stringify(rowsIn(dataFolder, sql))).toContain('\\"verified\\":false');
    },
  );

  function unseal(folder: string, format: 1 | 2): void {
    const manifest: Manifest = JSON.parse(readFileSync(manifestFile(folder), 'utf8'));
    const { seal: _, ...unsealed } = { ...manifest, format };
    writeFileSync(manifestFile(folder), JSON.stringify(unsealed));
  }

  test('a backup of the secret of the service is of no use with BACKUP_KEY, and the other way round', () => {
    const keys = [
      backupKey({ backup: 'one key for backups', secret: 'the secret of the service' }),
      backupKey({ backup: null, secret: 'the secret of the service' }),
    ];
    expect(keys[0]?.equals(keys[1] ?? Buffer.alloc(0))).toBe(false);
    expect(backupKey({ backup: null, secret: null })).toBeNull();
  });

  test('REL-15 letters that waited in the backup are held, and go out when they are released', async () => {
    const { services, dataFolder: source } = await running();
    const letters = ['one', 'two', 'three'].map((key) =>
      queueLetter(
        key,
        letterOf({ key, recipient: 'a@example.org', subject: key, paragraphs: [], link: null }),
        NOW.toISOString(),
      ),
    );
    await services.engine.commit(letters);
    const backup = path.join(temporaryFolder(), 'backup');
    await backUp(source, backup, MAKING);
    const dataFolder = path.join(temporaryFolder(), 'data');
    expect(await restore({ ...PLAN, from: backup, dataFolder })).toMatchObject({
      value: { held: 3 },
    });
    const config = { ...services.config, dataFolder };
    const restored = await openServices(config, ROOT, { log: () => {}, library: services.library });
    expect(await sentMail(restored)).toEqual([]);
    const administrator = personWith('charter-administrator', null, null);
    await tendLetters(restored, administrator, { intent: 'release-all' });
    expect(await sentMail(restored)).toHaveLength(3);
    restored.close();
  });

  test('a backup whose rows point nowhere is refused, although its hashes are right', async () => {
    const { backup, restoreInto } = await backedUp();
    const connection = new Database(database(backup));
    connection.pragma('foreign_keys = OFF');
    connection.exec("delete from organisations where id = 'north'");
    connection.close();
    const bytes = readFileSync(database(backup));
    const manifest: Manifest = JSON.parse(readFileSync(manifestFile(backup), 'utf8'));
    const files = manifest.files.map((file) =>
      file.path === 'charter.db' ? { ...file, size: bytes.length, sha256: sha256(bytes) } : file,
    );
    writeFileSync(manifestFile(backup), JSON.stringify(sealed({ ...manifest, files }, KEY)));
    const dataFolder = temporaryFolder();
    writeFileSync(path.join(dataFolder, 'charter.db'), 'mine');
    expect(await restoreInto(dataFolder, true)).toMatchObject({
      ok: false,
      problem: { code: 'database-damaged' },
    });
    expect(snapshot(dataFolder)).toEqual([`charter.db ${sha256('mine')}`]);
  });
});

function isSql(name: string): boolean {
  return name.endsWith('.sql');
}
