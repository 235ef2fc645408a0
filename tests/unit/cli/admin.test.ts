// Running a service from the command line: first account, links, backup, restore.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';
import { openServices } from '#app/services.server.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { charter, ROOT, temporaryFolder } from '#tests/support/command.ts';

const WHO = ['--email', ' Ada@Example.org ', '--name', 'Ada Obi'];
const PRODUCTION = {
  MODE: 'production',
  PUBLIC_ORIGIN: 'https://charter.example.org/',
  SESSION_SECRET: '8f2c71d04be95a3667e1cd90b4f8a2d5',
};

function inFolder(more: NodeJS.ProcessEnv = { MODE: 'test' }) {
  const folder = temporaryFolder();
  const env = { ...more, DATA_DIR: folder };
  return {
    folder,
    env,
    admin: (...args: readonly string[]) => charter(['admin', ...args], { env }),
  };
}

describe('charter admin create', () => {
  test('makes a charter administrator who sets a password with the link and signs in', async () => {
    const { env, admin } = inFolder();
    const { code, out } = admin('create', ...WHO);
    expect(code).toBe(0);
    const token = /^http:\/\/localhost:3000\/set-password\/([\w-]{43})\n$/.exec(out)?.[1] ?? '';
    const services = await openServices(readConfig(env, ROOT), ROOT);
    const password = 'three violet umbrellas';
    expect((await setPassword(services, { token, password })).ok).toBe(true);
    const body = { email: 'ada@example.org', password };
    expect((await services.auth.api.signInEmail({ body, asResponse: true })).status).toBe(200);
    expect(
      services.engine.connection.prepare('select role, organisation_id from memberships').all(),
    ).toEqual([{ role: 'charter-administrator', organisation_id: null }]);
    services.close();
  });

  test('with --json the link is a field', () => {
    const { admin } = inFolder({ ...PRODUCTION });
    const { code, out } = admin('create', ...WHO, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      email: 'ada@example.org',
      link: expect.stringMatching(/^https:\/\/charter\.example\.org\/set-password\/[\w-]{43}$/),
    });
  });

  test('REL-21 waits for another program, and says in words who keeps it from writing', () => {
    const { folder, admin } = inFolder();
    admin('create', ...WHO);
    const other = new Database(path.join(folder, 'charter.db'));
    other.exec('begin immediate');
    const held = admin('reset-link', '--email', 'ada@example.org');
    other.close();
    expect([held.code, held.out]).toEqual([3, '']);
    expect(held.err).toMatch(/^Another program holds the database\. End it, or wait/);
    expect(admin('reset-link', '--email', 'ada@example.org').code).toBe(0);
  });

  test('refuses an address that has an account, exit code 4, and prints no link', () => {
    const { admin } = inFolder();
    admin('create', ...WHO);
    const { code, out, err } = admin('create', ...WHO);
    expect([code, out]).toEqual([4, '']);
    expect(err).toContain('charter admin reset-link --email ada@example.org');
  });

  test.each([
    ['no address', ['create', '--name', 'Ada']],
    ['no name', ['create', '--email', 'ada@example.org']],
    ['an address that is none', ['create', '--email', 'ada', '--name', 'Ada']],
  ])('%s is a usage error, and nothing is made', (_what, args) => {
    const { admin, folder } = inFolder();
    expect(admin(...args).code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('in production the settings of the service are needed', () => {
    const { admin, folder } = inFolder({ ...PRODUCTION, SESSION_SECRET: '' });
    const { code, err } = admin('create', ...WHO);
    expect(code).toBe(2);
    expect(err).toContain('SESSION_SECRET');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('charter admin create with a role', () => {
  const withTrust = async () => {
    const given = inFolder();
    const services = await openServices(readConfig(given.env, ROOT), ROOT, { log: () => {} });
    const { connection } = services.engine;
    connection.exec(
      "insert into organisations (id, name, ods_code, created_at) values ('north', 'North Trust', 'RXX', '2027')",
    );
    connection.exec(
      "insert into departments (id, organisation_id, name, created_at) values ('therapies', 'north', 'Therapies', '2027')",
    );
    const roles = () =>
      connection
        .prepare(
          'select u.email, m.role, m.organisation_id, m.department_id from memberships m join user u on u.id = m.user_id',
        )
        .all();
    const trail = () =>
      connection.prepare('select event, actor, details from audit_events order by sequence').all();
    return { ...given, services, roles, trail };
  };

  test.each(['North Trust', 'RXX', 'north'])(
    'makes a lead of %s, and the trail says that the operator did',
    async (organisation) => {
      const { admin, services, roles, trail } = await withTrust();
      const role = ['--role', 'assessment-lead', '--organisation', organisation];
      const { code, out } = admin('create', ...WHO, ...role, '--department', 'Therapies');
      expect([code, out]).toEqual([0, expect.stringMatching(/\/set-password\/[\w-]{43}\n$/)]);
      expect(roles()).toEqual([
        {
          email: 'ada@example.org',
          role: 'assessment-lead',
          organisation_id: 'north',
          department_id: 'therapies',
        },
      ]);
      expect(trail()).toEqual([
        {
          event: 'person-created',
          actor: null,
          details: '{"roles":"assessment-lead","by":"operator"}',
        },
        {
          event: 'password-link-created',
          actor: null,
          details: expect.stringContaining('"by":"operator"'),
        },
      ]);
      services.close();
    },
  );

  test('gives an account another role, and never both administration and one beside it', async () => {
    const { admin, services, roles } = await withTrust();
    admin('create', ...WHO, '--role', 'panel-member');
    expect(admin('create', ...WHO, '--role', 'panel-chair').code).toBe(0);
    const refused = admin('create', ...WHO);
    expect([refused.code, refused.out]).toEqual([4, '']);
    expect(refused.err).toContain('whoever administers holds no role');
    expect(roles()).toHaveLength(2);
    services.close();
  });

  test.each([
    ['a role that is none', ['--role', 'boss'], 'There is no such role'],
    ['a role without its organisation', ['--role', 'contributor'], 'There is no such role'],
    [
      'an unknown organisation',
      ['--role', 'contributor', '--organisation', 'South'],
      'There is no such organisation',
    ],
    [
      'an unknown department',
      ['--role', 'contributor', '--organisation', 'north', '--department', 'Pharmacy'],
      'There is no such department',
    ],
  ])('%s is refused in words', async (_what, role, words) => {
    const { admin, services, roles } = await withTrust();
    const { code, err } = admin('create', ...WHO, ...role);
    expect([code, err]).toEqual([4, expect.stringContaining(words)]);
    expect(roles()).toEqual([]);
    services.close();
  });
});

describe('charter admin reset-link', () => {
  test('gives a new link, and the earlier one no longer works', async () => {
    const { env, admin } = inFolder();
    const first = admin('create', ...WHO).out;
    const second = admin('reset-link', '--email', 'ADA@example.org').out;
    const tokenOf = (out: string) => out.trim().split('/').at(-1) ?? '';
    const services = await openServices(readConfig(env, ROOT), ROOT);
    const password = 'three violet umbrellas';
    expect(await setPassword(services, { token: tokenOf(first), password })).toMatchObject({
      ok: false,
      problem: { code: 'link-expired' },
    });
    expect((await setPassword(services, { token: tokenOf(second), password })).ok).toBe(true);
    services.close();
  });

  test('an address without an account is a finding, and a folder without a database stays empty', () => {
    const { admin, folder } = inFolder();
    expect(admin('reset-link', '--email', 'ada@example.org').code).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
    admin('create', ...WHO);
    const { code, out } = admin('reset-link', '--email', 'ben@example.org');
    expect([code, out]).toEqual([1, '']);
  });
});

describe('charter admin backup and restore', () => {
  test('need the data folder; without a secret the backup has no seal, and says so', () => {
    const made = inFolder();
    made.admin('create', ...WHO);
    const env = { MODE: 'production', SESSION_SECRET: '', PUBLIC_ORIGIN: '' };
    const backup = path.join(temporaryFolder(), 'backup');
    const saved = charter(['admin', 'backup', '--out', backup, '--json'], {
      env: { ...env, DATA_DIR: made.folder },
    });
    expect(saved.code).toBe(0);
    expect(JSON.parse(saved.out)).toMatchObject({ folder: backup, format: 2, unavailable: [] });
    expect(saved.err).toContain('this backup has no seal');
    const target = path.join(temporaryFolder(), 'data');
    const into = (...flags: readonly string[]) =>
      charter(['admin', 'restore', '--from', backup, ...flags], {
        env: { ...env, DATA_DIR: target },
      });
    const refused = into();
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('If you know where it comes from, restore it with --unverified');
    const restored = into('--unverified');
    expect([restored.code, existsSync(path.join(target, 'charter.db'))]).toEqual([0, true]);
  });

  test('refusals have their exit codes', () => {
    const { admin, folder } = inFolder();
    admin('create', ...WHO);
    const backup = path.join(temporaryFolder(), 'backup');
    expect(admin('backup').code).toBe(2);
    expect(admin('restore').code).toBe(2);
    expect(admin('backup', '--out', backup).code).toBe(0);
    expect(admin('backup', '--out', backup).code).toBe(4);
    expect(admin('restore', '--from', backup).code).toBe(4);
    expect(admin('restore', '--from', folder, '--force').code).toBe(1);
    expect(inFolder().admin('backup', '--out', `${backup}-2`).code).toBe(3);
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(admin('backup', '--out', path.join(file, 'backup')).code).toBe(3);
  });
});
