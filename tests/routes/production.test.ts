// A production start: refused without its settings, and empty of everyone (SEC-48).
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { visitor, withDatabase } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

const ORIGIN = 'https://charter.example.org';
const SECRET = 'rqLz0vT8uY3nHk5WmE1cJx7SbGd2aPfQ9oZiVtNe';
const GOOD = { MODE: 'production', PUBLIC_ORIGIN: ORIGIN, SESSION_SECRET: SECRET };

const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-empty-'));
let app: AppServer;

beforeAll(async () => {
  app = await startApp({ folder, env: GOOD, own: true });
});
afterAll(async () => {
  await app?.stop();
});

test.each([
  ['no secret', { ...GOOD, SESSION_SECRET: '' }, /SESSION_SECRET must be/],
  ['a short secret', { ...GOOD, SESSION_SECRET: 'short' }, /SESSION_SECRET must be/],
  ['plain HTTP', { ...GOOD, PUBLIC_ORIGIN: 'http://charter.example.org' }, /https address/],
  ['no address', { ...GOOD, PUBLIC_ORIGIN: '' }, /https address/],
  ['a secret of one letter', { ...GOOD, SESSION_SECRET: 'a'.repeat(64) }, /easy to guess/],
  ['a path', { ...GOOD, PUBLIC_ORIGIN: `${ORIGIN}/app` }, /Take out a path \(\/app\)/],
  ['the demo for all the world', { MODE: 'demo', HOST: '0.0.0.0' }, /HOST is 0\.0\.0\.0/],
  ['an unknown mode', { ...GOOD, MODE: 'development' }, /MODE/],
] as const)('a production start with %s is refused with what to set', async (_, env, message) => {
  const other = mkdtempSync(path.join(os.tmpdir(), 'charter-none-'));
  const error = await startApp({ folder: other, env, own: true }).then(
    () => 'started',
    (reason: unknown) => String(reason),
  );
  expect(error).toMatch(message);
  expect(error).not.toMatch(/\bat \w+ \(|node_modules/);
  expect(readdirSync(other)).toEqual([]);
  rmSync(other, { recursive: true });
});

test('SEC-48 an empty production database has no accounts, and the people of the demo are unknown', async () => {
  for (const email of [...Object.values(PEOPLE), 'admin@example.org', 'root@localhost']) {
    for (const password of email === PEOPLE.administrator
      ? [PASSWORD, 'password', 'admin']
      : [PASSWORD]) {
      const answer = await visitor(app, { origin: ORIGIN }).post('/sign-in', { email, password });
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []]);
    }
  }
  const rows = withDatabase(folder, (database) =>
    ['user', 'account', 'session', 'memberships', 'organisations'].map((table) =>
      database.prepare(`select count(*) from ${table}`).pluck().get(),
    ),
  );
  expect(rows).toEqual([0, 0, 0, 0, 0]);
});

test('its first page tells nobody a password', async () => {
  const { text } = await visitor(app).get('/');
  expect(text).not.toContain(PASSWORD);
  for (const email of Object.values(PEOPLE)) expect(text).not.toContain(email);
});

test('the sign-in library has no address of its own', async () => {
  for (const address of ['/api/auth/sign-up/email', '/api/auth/ok', '/api/auth/get-session']) {
    const person = visitor(app, { origin: ORIGIN });
    const form = { email: 'a@example.org', password: 'a good long password', name: 'A' };
    expect((await person.get(address)).status).toBe(404);
    expect((await person.post(address, form)).status).toBe(404);
  }
});
