// The trail from the command line: on a database of its own.
import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openTrailHeads } from '#app/adapters/backup/trail-heads.ts';
import { readConfig } from '#app/config.ts';
import { headText, readHead } from '#app/domain/audit/event.ts';
import { charter, ROOT, startedCharter, temporaryFolder } from '#tests/support/command.ts';
import { trailOf } from '#tests/support/trail.ts';

/** The data folder of a service with such a trail, and the command on it. */
async function stopped(count = 40) {
  const { services, head } = await trailOf(count);
  const { dataFolder: folder } = services.config;
  services.close();
  const env = { MODE: 'test', DATA_DIR: folder };
  const audit = (...args: readonly string[]) => charter(['admin', 'audit', ...args], { env });
  const started = (verb: string, ...args: readonly string[]) =>
    startedCharter(['admin', 'audit', verb, ...args], { env });
  const sql = (text: string) => {
    const database = new Database(path.join(folder, 'charter.db'));
    const triggers = database.prepare("select name from sqlite_schema where type = 'trigger'");
    for (const name of triggers.pluck().all()) database.exec(`drop trigger "${String(name)}"`);
    database.exec(text);
    database.close();
  };
  return { folder, head, env, audit, started, sql };
}

describe('charter admin audit verify', () => {
  test('says that nothing was changed, compared with the heads in the file', async () => {
    const { started, folder } = await stopped();
    const { code, out, err } = started('verify');
    expect([code, out]).toEqual([0, '']);
    const known = await openTrailHeads(path.join(folder, 'trail-heads.jsonl')).list();
    expect(known.length).toBeGreaterThan(0);
    expect(err).toContain(
      `in 3 chains, compared with ${known.length} heads known from outside: nothing was changed, removed or put in`,
    );
  });

  test('names what was changed, exit code 1', async () => {
    const { audit, sql } = await stopped();
    sql("update audit_events set actor = 'somebody else' where sequence = 7");
    const { code, out } = await audit('verify');
    expect(code).toBe(1);
    expect(out).toBe(
      'Event 7 (criterion-answered, 2027-03-01T09:06:00.000Z, installation 3) is not what was sealed: it was changed, moved or put in\n',
    );
    const { findings } = JSON.parse((await audit('verify', '--json')).out);
    expect(findings).toMatchObject([{ code: 'changed', event: { sequence: 7 } }]);
  });

  test('finds an end that was removed by a head that was printed, or by the file', async () => {
    const { audit, sql, head, folder } = await stopped();
    sql(`delete from audit_events where chain = 'installation' and position = ${head.position}`);
    const byFile = await audit('verify');
    expect([byFile.code, byFile.out]).toEqual([
      1,
      `installation: ends at ${head.position - 1}, and the head ${headText(head)} is known: events were removed from its end, or the database is an older copy\n`,
    ]);
    const elsewhere = path.join(temporaryFolder(), 'none.jsonl');
    const env = { MODE: 'test', DATA_DIR: folder, AUDIT_HEADS_FILE: elsewhere };
    const without = await charter(['admin', 'audit', 'verify'], { env });
    expect(without.code).toBe(0);
    expect(without.err).toContain('No head is known from outside the database');
    const given = await charter(['admin', 'audit', 'verify', '--head', headText(head)], { env });
    expect([given.code, given.out]).toEqual([1, byFile.out]);
  });

  test('finds that another key was used, and takes the right one from its setting', async () => {
    const { audit, folder } = await stopped();
    const env = { MODE: 'test', DATA_DIR: folder, AUDIT_KEY: 'a key of its own, quite long' };
    const other = await charter(['admin', 'audit', 'verify'], { env });
    expect(other.code).toBe(1);
    expect(other.out).toContain('has the seal of a key that is not given: set AUDIT_OLD_KEYS');
    const AUDIT_OLD_KEYS = readConfig({ MODE: 'test' }, ROOT).secret;
    const both = await charter(['admin', 'audit', 'verify'], { env: { ...env, AUDIT_OLD_KEYS } });
    expect([both.code, both.out]).toEqual([0, '']);
    expect((await audit('verify', '--head', 'nonsense')).code).toBe(2);
  });

  test('needs a key, and a database', async () => {
    const DATA_DIR = temporaryFolder();
    const none = { MODE: 'production', SESSION_SECRET: '', DATA_DIR };
    expect((await charter(['admin', 'audit', 'verify'], { env: none })).code).toBe(2);
    const { code, err } = await charter(['admin', 'audit', 'verify'], {
      env: { MODE: 'test', DATA_DIR },
    });
    expect(code).toBe(3);
    expect(err).toContain('There is no charter.db');
    expect(existsSync(path.join(DATA_DIR, 'charter.db'))).toBe(false);
  });
});

test('charter admin audit head prints the head, which verify takes', async () => {
  const { audit, started, head } = await stopped();
  const { code, out } = started('head');
  expect([code, readHead(out)]).toEqual([0, head]);
  expect((await audit('verify', '--head', out)).code).toBe(0);
});

describe('charter admin audit cut', () => {
  test('takes what is older, and the rest is verified as before', async () => {
    const { audit, started } = await stopped();
    const { code, err } = started('cut', '--before', '2026-01-01');
    expect([code, err]).toEqual([0, '0 events from before 2026-01-01 were cut off, in 0 chains\n']);
    expect((await audit('cut')).code).toBe(2);
    expect((await audit('cut', '--before', '2999-01-01')).code).toBe(2);
    expect((await audit('cut', '--before', '2021-02-30')).code).toBe(2);
  });

  test('is refused where the trail is not what was written', async () => {
    const { audit, sql } = await stopped();
    sql("update audit_events set event = 'x' where sequence = 7");
    const { code, err } = await audit('cut', '--before', '2026-01-01');
    expect(code).toBe(4);
    expect(err).toContain('nothing was cut off');
  });
});

test('what a command writes beside the service is sealed as the service does', async () => {
  const DATA_DIR = temporaryFolder();
  const env = { MODE: 'test', DATA_DIR };
  await charter(['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada Obi'], { env });
  expect((await charter(['admin', 'audit', 'verify'], { env })).code).toBe(0);
});

test('a backup is restored with its trail, and what a restore without a key writes is told', async () => {
  const DATA_DIR = temporaryFolder();
  const env = { MODE: 'test', DATA_DIR };
  await charter(['admin', 'create', '--email', 'ada@example.org', '--name', 'Ada Obi'], { env });
  const backup = path.join(temporaryFolder(), 'backup');
  await charter(['admin', 'backup', '--out', backup], { env });
  const into = async (more: NodeJS.ProcessEnv) => {
    const target = { ...env, DATA_DIR: path.join(temporaryFolder(), 'data') };
    const args = ['admin', 'restore', '--from', backup, '--unverified'];
    expect((await charter(args, { env: { ...target, ...more } })).code).toBe(0);
    return await charter(['admin', 'audit', 'verify'], { env: target });
  };
  expect((await into({})).code).toBe(0);
  const without = await into({ MODE: 'production', SESSION_SECRET: '' });
  expect(without.code).toBe(1);
  expect(without.out).toMatch(/^Event \d+ \(backup-restored, .*has no seal/);
});
