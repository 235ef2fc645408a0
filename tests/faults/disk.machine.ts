// Disks that are full, for reading only or failing, for real: a file system of a few megabytes, and system
// calls that fail. Long form only; what a machine has no tool or right for is said in a line.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, inject, test } from 'vitest';
import { addressOf, idsOf } from '#tests/routes/access-places.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { ROOT } from '#tests/support/command.ts';
import { signedInAs, unescaped, valueOf, type Visitor, visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

const EARLIER = path.resolve(import.meta.dirname, '../migrations');
const TEXT = `Nid yw’r testun hwn i’w golli. ${'Mae’r gwaith yn parhau. '.repeat(300)}`;

function works(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

const mounts = works('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
const traces = works('strace', ['-D', '-f', '-o', os.devNull, 'true']);

/** What is not possible here is said in one line, and is no test. */
function possible(can: boolean, what: string): boolean {
  if (!can) console.warn(`NOT RUN on this machine: ${what}`);
  return can;
}

test('the machine is asked what it can do', () => {
  expect([typeof mounts, typeof traces]).toEqual(['boolean', 'boolean']);
});

/** The service on a file system of its own, made of `options`, with a copy of the data. */
function onDisk(
  folder: string,
  { prepare = ':', megabytes = 12, from = inject('dataFolder') } = {},
): readonly string[] {
  const script = [
    `mount -t tmpfs -o size=${megabytes}m tmpfs ${folder}`,
    `cp -r ${from}/. ${folder}/`,
    prepare,
    'exec "$@"',
  ].join(' && ');
  return ['unshare', '-rm', 'sh', '-c', script, 'sh'];
}

const emptyFolder = () => mkdtempSync(path.join(os.tmpdir(), 'charter-disk-'));
const seedIds = () => idsOf(inject('dataFolder'), 'Therapies and rehabilitation');
const criterionOf = () => addressOf('/assessments/:id/criteria/:criterion', seedIds());
/** The version of the answer: none is saved before the first of these tests' own. */
const version = () =>
  valueOf(
    inject('dataFolder'),
    'select coalesce(max(version), 0) from answers where assessment_id = ? and criterion = ?',
    seedIds()['id'] ?? '',
    seedIds()['criterion'] ?? '',
  );

/** Fills the disk of a running service to the last byte; what comes back makes room again. */
function fillDiskOf(app: AppServer): () => void {
  const file = `/proc/${app.process.pid}/root${app.folder}/fill`;
  for (const size of [1_000_000, 4096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Named recovery: full is what was wanted.
    }
  }
  return () => rmSync(file);
}

async function expectRefused(person: Visitor, says: string): Promise<void> {
  const form = { narrative: TEXT, rating: '1', version: version() };
  const refused = await person.post(criterionOf(), form);
  expect([refused.status, unescaped(refused.text).includes(TEXT)]).toEqual([503, true]);
  expect(refused.text).toContain(says);
  const page = await person.get(criterionOf());
  expect([page.status, page.text.includes('Nothing can be saved at the moment')]).toEqual([
    200,
    true,
  ]);
  expect(page.text).not.toContain('Nid yw’r testun hwn');
}

if (possible(mounts, 'a disk that is full or for reading only (unshare -rm, mount)')) {
  test('REL-05 a full disk refuses texts, files and sign-ins in words, and takes them once there is room', async () => {
    const folder = emptyFolder();
    const app = await startApp({ folder, by: onDisk(folder), env: { DISK_RESERVE_MB: '0' } });
    const person = await signedInAs(app, PEOPLE.lead);
    const makeRoom = fillDiskOf(app);
    await expectRefused(person, 'no space left');
    const upload = new FormData();
    upload.set('title', 'Cofnodion');
    upload.set('file', new Blob(['minutes '.repeat(50_000)]), 'minutes.txt');
    upload.set('link', 'https://example.org/minutes');
    const file = await person.upload(`${criterionOf()}/evidence`, upload);
    expect([file.status, file.text.includes('Cofnodion')]).toEqual([503, true]);
    expect(file.text).toContain('https://example.org/minutes');
    const entered = await visitor(app).post('/sign-in', { email: PEOPLE.viewer, password: 'x' });
    expect([422, 503]).toContain(entered.status);
    expect((await visitor(app).get('/readyz')).status).toBe(503);
    makeRoom();
    const form = { narrative: TEXT, rating: '1', version: version() };
    expect((await person.post(criterionOf(), form)).status).toBe(303);
    expect((await person.get(criterionOf())).text).toContain('Nid yw’r testun hwn');
    await app.stop();
  });

  test('REL-05 a start on a full disk gives pages to read', async () => {
    const folder = emptyFolder();
    const prepare = `{ dd if=/dev/zero of=${folder}/fill bs=4k 2>/dev/null || true; }`;
    const app = await startApp({ folder, by: onDisk(folder, { prepare }) });
    expect((await visitor(app).get('/awards')).status).toBe(200);
    expect((await visitor(app).get('/readyz')).status).toBe(503);
    const entered = await visitor(app).post('/sign-in', { email: PEOPLE.lead, password: 'x' });
    expect(entered.status).toBe(503);
    await app.stop();
  });

  test('REL-07 a start on a disk for reading only gives pages to read, and says so on each', async () => {
    const folder = emptyFolder();
    const prepare = `mount -o remount,ro ${folder}`;
    const app = await startApp({ folder, by: onDisk(folder, { prepare }) });
    const page = await visitor(app).get('/awards');
    expect([page.status, page.text.includes('Nothing can be saved at the moment')]).toEqual([
      200,
      true,
    ]);
    const entered = await visitor(app).post('/sign-in', { email: PEOPLE.lead, password: 'x' });
    expect([entered.status, entered.text.includes('can only read')]).toEqual([503, true]);
    await app.stop();
  });

  test('REL-10 a migration that finds no room for its copy is refused, and goes through with room', async () => {
    const from = emptyFolder();
    const file = path.join(from, 'charter.db');
    const [first = ''] = readdirSync(EARLIER)
      .filter((name) => name.endsWith('.sql'))
      .toSorted();
    const database = new Database(file);
    database.exec(readFileSync(path.join(EARLIER, first), 'utf8'));
    database.exec("update answers set narrative = hex(zeroblob(3000000)) where id = 'answers-1'");
    database.close();
    const folder = emptyFolder();
    const refused = startApp({ folder, by: onDisk(folder, { from, megabytes: 9 }) });
    await expect(refused).rejects.toThrow(
      /the copy that is kept first, .*before-migration-1, could not be written: .*full.* Nothing was changed/,
    );
    const app = await startApp({
      folder,
      by: onDisk(folder, { from, megabytes: 60 }),
      env: { DISK_RESERVE_MB: '0' },
    });
    expect((await visitor(app).get('/readyz')).status).toBe(200);
    await app.stop();
  });

  test('REL-16 a backup to a full disk ends with 3, in words, and leaves nothing', () => {
    const folder = emptyFolder();
    const out = path.join(folder, 'backup');
    const script = `mount -t tmpfs -o size=200k tmpfs ${folder} && "$@"; status=$?; ls ${folder}; exit $status`;
    const run = spawnSync(
      'unshare',
      [
        '-rm',
        'sh',
        '-c',
        script,
        'sh',
        process.execPath,
        'app/cli/charter.ts',
        'admin',
        'backup',
        '--out',
        out,
      ],
      {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, MODE: 'test', DATA_DIR: inject('dataFolder') },
      },
    );
    expect([run.status, run.stdout]).toEqual([3, '']);
    expect(run.stderr).toContain(`There is no space left for the backup in ${out}.`);
  });
}

if (possible(traces, 'a disk whose syncs fail (strace)')) {
  test('REL-04 a sync that fails is a text that is not saved; nothing is written until the next start', async () => {
    const folder = emptyFolder();
    cpSync(inject('dataFolder'), folder, { recursive: true });
    // The first syncs are those of the start and of the sign-in.
    const failing = 'inject=fsync,fdatasync:error=EIO:when=30+';
    const by = [
      'strace',
      '-D',
      '-f',
      '-o',
      os.devNull,
      '-e',
      'trace=fsync,fdatasync',
      '-e',
      failing,
    ];
    let app = await startApp({ folder, by });
    const person = await signedInAs(app, PEOPLE.lead);
    const kept: string[] = [];
    let refused = '';
    for (let turn = 0; refused === ''; turn += 1) {
      const text = `comment ${turn} of a failing disk`;
      const made = await person.post(`${criterionOf()}/comments`, { intent: 'add', text });
      if (made.status === 303) kept.push(text);
      else refused = made.text.includes(text) ? text : 'without its text';
      expect([303, 503]).toContain(made.status);
      expect(turn).toBeLessThan(100);
    }
    expect(refused).toMatch(/^comment/);
    await expectRefused(person, 'does not work as it should');
    expect((await visitor(app).get('/readyz')).status).toBe(503);
    expect((await visitor(app).get('/healthz')).status).toBe(200);
    await app.kill('SIGKILL');
    app = await startApp({ folder });
    const count = 'select count(*) from comments where text = ?';
    for (const text of kept) expect(valueOf(folder, count, text)).toBe('1');
    expect((await visitor(app).get('/readyz')).status).toBe(200);
    await app.stop();
  });
}
