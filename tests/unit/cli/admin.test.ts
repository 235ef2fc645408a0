// Running a service from the command line: first account, links, backup, restore.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#app/config.ts';
import { openServices } from '#app/services.server.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { charter, ROOT, startedCharter, temporaryFolder } from '#tests/support/command.ts';

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
    started: (...args: readonly string[]) => startedCharter(['admin', ...args], { env }),
  };
}

describe('charter admin create', () => {
  test('makes a charter administrator who sets a password with the link and signs in', async () => {
    const { env, started } = inFolder();
    const { code, out } = started('create', ...WHO);
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

  test('with --json the link is a field', async () => {
    const { admin } = inFolder({ ...PRODUCTION });
    const { code, out } = await admin('create', ...WHO, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      email: 'ada@example.org',
      link: expect.stringMatching(/^https:\/\/charter\.example\.org\/set-password\/[\w-]{43}$/),
    });
  });

  test('REL-21 waits for another program, and says in words who keeps it from writing', async () => {
    const { folder, admin } = inFolder();
    await admin('create', ...WHO);
    const other = new Database(path.join(folder, 'charter.db'));
    other.exec('begin immediate');
    const held = await admin('reset-link', '--email', 'ada@example.org');
    other.close();
    expect([held.code, held.out]).toEqual([3, '']);
    expect(held.err).toMatch(/^Another program holds the database\. End it, or wait/);
    expect((await admin('reset-link', '--email', 'ada@example.org')).code).toBe(0);
  });

  test('refuses an address that has an account, exit code 4, and prints no link', async () => {
    const { admin } = inFolder();
    await admin('create', ...WHO);
    const { code, out, err } = await admin('create', ...WHO);
    expect([code, out]).toEqual([4, '']);
    expect(err).toContain('charter admin reset-link --email ada@example.org');
  });

  test.each([
    ['no address', ['create', '--name', 'Ada']],
    ['no name', ['create', '--email', 'ada@example.org']],
    ['an address that is none', ['create', '--email', 'ada', '--name', 'Ada']],
  ])('%s is a usage error, and nothing is made', async (_what, args) => {
    const { admin, folder } = inFolder();
    expect((await admin(...args)).code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('in production the settings of the service are needed', async () => {
    const { admin, folder } = inFolder({ ...PRODUCTION, SESSION_SECRET: '' });
    const { code, err } = await admin('create', ...WHO);
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
      const { code, out } = await admin('create', ...WHO, ...role, '--department', 'Therapies');
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
    await admin('create', ...WHO, '--role', 'panel-member');
    expect((await admin('create', ...WHO, '--role', 'panel-chair')).code).toBe(0);
    const refused = await admin('create', ...WHO);
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
    const { code, err } = await admin('create', ...WHO, ...role);
    expect([code, err]).toEqual([4, expect.stringContaining(words)]);
    expect(roles()).toEqual([]);
    services.close();
  });
});

describe('charter admin reset-link', () => {
  test('gives a new link, and the earlier one no longer works', async () => {
    const { env, admin, started } = inFolder();
    const first = (await admin('create', ...WHO)).out;
    const second = started('reset-link', '--email', 'ADA@example.org').out;
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

  test('an address without an account is a finding, and a folder without a database stays empty', async () => {
    const { admin, folder } = inFolder();
    expect((await admin('reset-link', '--email', 'ada@example.org')).code).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
    await admin('create', ...WHO);
    const { code, out } = await admin('reset-link', '--email', 'ben@example.org');
    expect([code, out]).toEqual([1, '']);
  });
});

describe('charter admin reset-factor', () => {
  test('takes the second factor away and ends what is open; an address without an account is a finding', async () => {
    const { admin } = inFolder();
    await admin('create', ...WHO);
    const { code, out, err } = await admin('reset-factor', '--email', 'ada@example.org', '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { email: 'ada@example.org' }]);
    expect(err).toContain('The second factor of ada@example.org is taken away');
    expect((await admin('reset-factor', '--email', 'nobody@example.org')).code).toBe(1);
  });
});

test('help tells of every verb of admin, each with what it does', async () => {
  const { err } = await charter(['admin', 'no-such-verb']);
  const verbs = /admin has ([a-z, -]+)/.exec(err)?.[1]?.split(', ') ?? [];
  expect(verbs).toContain('reset-factor');
  const { out } = await charter(['--help']);
  for (const verb of verbs) {
    // The next words that do not belong to how it is called come before another verb does.
    expect(out).toMatch(
      new RegExp(`^  admin ${verb}\\b(?:(?!\\n  admin )[\\s\\S])*? {2}[a-z]`, 'mu'),
    );
  }
});

describe('charter admin backup and restore', () => {
  test('need the data folder; without a secret the backup has no seal, and says so', async () => {
    const made = inFolder();
    await made.admin('create', ...WHO);
    const env = { MODE: 'production', SESSION_SECRET: '', PUBLIC_ORIGIN: '' };
    const backup = path.join(temporaryFolder(), 'backup');
    const saved = startedCharter(['admin', 'backup', '--out', backup, '--json'], {
      env: { ...env, DATA_DIR: made.folder },
    });
    expect(saved.code).toBe(0);
    expect(JSON.parse(saved.out)).toMatchObject({ folder: backup, format: 2, unavailable: [] });
    expect(saved.err).toContain('this backup has no seal');
    const target = path.join(temporaryFolder(), 'data');
    const into = (...flags: readonly string[]) =>
      startedCharter(['admin', 'restore', '--from', backup, ...flags], {
        env: { ...env, DATA_DIR: target },
      });
    const refused = into();
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('If you know where it comes from, restore it with --unverified');
    const restored = into('--unverified');
    expect([restored.code, existsSync(path.join(target, 'charter.db'))]).toEqual([0, true]);
  });

  test('refusals have their exit codes', async () => {
    const { admin, folder } = inFolder();
    await admin('create', ...WHO);
    const backup = path.join(temporaryFolder(), 'backup');
    expect((await admin('backup')).code).toBe(2);
    expect((await admin('restore')).code).toBe(2);
    expect((await admin('backup', '--out', backup)).code).toBe(0);
    expect((await admin('backup', '--out', backup)).code).toBe(4);
    expect((await admin('restore', '--from', backup)).code).toBe(4);
    expect((await admin('restore', '--from', folder, '--force')).code).toBe(1);
    expect((await inFolder().admin('backup', '--out', `${backup}-2`)).code).toBe(3);
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect((await admin('backup', '--out', path.join(file, 'backup'))).code).toBe(3);
  });
});
