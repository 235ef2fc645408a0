// Sessions begin and end where they should, and guessing is slow (SEC-30, 31, 40 to 43, 47).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import {
  type Answer,
  sessionCookie,
  signedInAs,
  timeless,
  visitor,
  withDatabase,
} from '#tests/support/http.ts';
import { linkTo } from '#tests/support/data.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

const PAGE = '/assessments/new';
const MINUTE = 60_000;

let app: AppServer;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

async function tryToSignIn(
  email: string,
  password: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return visitor(app).ask('POST', '/sign-in', {
    headers: { Origin: app.origin, ...headers },
    body: new URLSearchParams({ email, password }),
  });
}

/** What a page says that changes with neither the time nor the address typed. */
function wording({ status, text }: Answer, email: string): string {
  return `${status} ${timeless(text).replaceAll(email, 'EMAIL')}`;
}

function changeSessions(sql: string, ...values: readonly string[]): void {
  withDatabase(app.folder, (database) => database.prepare(sql).run(...values));
}

async function mayRead(cookie: string): Promise<boolean> {
  return (await visitor(app, { cookie }).get(PAGE)).status === 200;
}

describe('a session', () => {
  test('SEC-30 is new with every sign-in, whatever cookie was there before', async () => {
    const planted = visitor(app, { cookie: 'session=planted-by-someone' });
    await planted.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
    const first = sessionCookie(planted);
    expect(first).not.toContain('planted-by-someone');
    await planted.post('/sign-in', { email: PEOPLE.viewer, password: PASSWORD });
    expect(sessionCookie(planted)).not.toBe(first);
    expect((await planted.get('/')).text).toContain('Fatoumata');
  });

  test('SEC-31 ends on the server when the person signs out', async () => {
    const person = await signedInAs(app, PEOPLE.lead);
    const stolen = person.cookie();
    expect(await mayRead(stolen)).toBe(true);
    const { headers } = await person.post('/sign-out', {});
    expect(headers.get('location')).toContain('/sign-in');
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(sessionCookie(person)).toBe('');
    expect(await mayRead(stolen)).toBe(false);
  });

  test('of one browser goes on when another one signs out', async () => {
    const [one, other] = [await signedInAs(app, PEOPLE.lead), await signedInAs(app, PEOPLE.lead)];
    await one.post('/sign-out', {});
    expect((await other.get(PAGE)).status).toBe(200);
  });

  test('SEC-31 ends after half an hour without a request', async () => {
    const person = await signedInAs(app, PEOPLE.sponsor);
    const [longest] = withDatabase(app.folder, (database) =>
      database
        .prepare('select expiresAt from session order by createdAt desc limit 1')
        .pluck()
        .all()
        .map(String),
    );
    const minutes = (Date.parse(longest ?? '') - Date.now()) / MINUTE;
    expect(Math.round(minutes)).toBe(30);
    changeSessions('update session set expiresAt = ?', new Date(Date.now() - 1000).toISOString());
    expect(await mayRead(person.cookie())).toBe(false);
  });

  test('SEC-31 ends after eight hours in any case', async () => {
    const person = await signedInAs(app, PEOPLE.sponsor);
    const begun = (hours: number) =>
      changeSessions(
        'update session set createdAt = ?',
        new Date(Date.now() - hours * 60 * MINUTE).toISOString(),
      );
    begun(7.9);
    expect(await mayRead(person.cookie())).toBe(true);
    begun(8.1);
    expect(await mayRead(person.cookie())).toBe(false);
  });

  test('SEC-31 ends with a new password', async () => {
    const administrator = await signedInAs(app, PEOPLE.administrator);
    const person = await signedInAs(app, PEOPLE.beginner);
    const id = withDatabase(app.folder, (database) =>
      String(database.prepare('select id from user where email = ?').pluck().get(PEOPLE.beginner)),
    );
    const page = await administrator.post(`/admin/people/${id}`, {});
    expect(page.status).toBe(303);
    const link = new URL(await linkTo(app, PEOPLE.beginner)).pathname;
    const form = { password: 'teal pebble orchard' };
    expect((await visitor(app).post(link, form)).status).toBe(303);
    expect(await mayRead(person.cookie())).toBe(false);
    expect((await tryToSignIn(PEOPLE.beginner, PASSWORD)).status).toBe(422);
    expect((await tryToSignIn(PEOPLE.beginner, form.password)).status).toBe(303);
    expect((await visitor(app).post(link, { password: 'another fine pebble' })).status).toBe(422);
  });
});

describe('SEC-43 what is wrong is not told', () => {
  test('an unknown address and a wrong password are the same answer', async () => {
    const known = await tryToSignIn(PEOPLE.chair, 'wrong wrong wrong');
    const unknown = await tryToSignIn('nobody@panel.example', 'wrong wrong wrong');
    expect(known.status).toBe(422);
    expect(wording(known, PEOPLE.chair)).toBe(wording(unknown, 'nobody@panel.example'));
    const names = (answer: Answer) => [...answer.headers.keys()].filter((name) => name !== 'date');
    expect(names(known)).toEqual(names(unknown));
  });

  test('in about the same time', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 9; round += 1) {
      for (const who of ['known', 'unknown'] as const) {
        const email = who === 'known' ? PEOPLE.panelMember : `nobody${round}@panel.example`;
        const started = performance.now();
        await tryToSignIn(email, 'wrong wrong wrong');
        times[who].push(performance.now() - started);
      }
    }
    const middle = (all: number[]) => all.toSorted((a, b) => a - b)[4] ?? 0;
    const ratio = middle(times.unknown) / middle(times.known);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });
});

test('who is refused is led to the page asked for by the next try all the same', async () => {
  const person = visitor(app);
  const form = { email: PEOPLE.lead, password: 'wrong wrong wrong', next: '/calendar' };
  const { text } = await person.post('/sign-in', form);
  expect(text).toContain('name="next" value="/calendar"');
  const elsewhere = await person.post('/sign-in', { ...form, next: '//evil.example' });
  expect(elsewhere.text).toContain('name="next" value="/"');
});

describe('SEC-40 guessing one password', () => {
  const email = PEOPLE.otherCharter;
  const fullWidth = [...email].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
  const spellings = [
    email,
    email.toUpperCase(),
    ` ${email} `,
    fullWidth.join(''),
    email.replace('eluned', 'ELUNED'),
  ];

  test('SEC-42 costs a growing wait after ten failures from one place, however the address is spelt', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const spelling = spellings[attempt % spellings.length] ?? email;
      const headers = { 'X-Forwarded-For': `10.0.0.${attempt}` };
      const answer = await tryToSignIn(spelling, 'wrong wrong wrong', headers);
      expect(timeless(answer.text)).not.toMatch(/wait/i);
    }
    const refused = await tryToSignIn(email, PASSWORD, { 'X-Forwarded-For': '10.9.9.9' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/too many failed attempts\. Wait \d+ (?:minute|second)/);
    expect(refused.headers.getSetCookie()).toEqual([]);
    const counted = withDatabase(app.folder, (database) =>
      database
        .prepare(
          "select key, sum(tries) as tries from failed_tries where key like '%eluned%' group by key",
        )
        .all(),
    );
    expect(counted).toEqual([
      { key: `looks ${email}`, tries: 10 },
      { key: `password ${email} network 127.0.0.1`, tries: 10 },
    ]);
    expect((await tryToSignIn(PEOPLE.viewer, PASSWORD)).status).toBe(303);
  });

  test('and not to its owner on a device that has signed in before, who had one letter', async () => {
    const letters = withDatabase(app.folder, (database) =>
      database.prepare('select subject from outbox where recipient = ?').pluck().all(email),
    );
    expect(letters).toEqual(['Somebody tries to sign in to your account']);
    changeSessions('delete from failed_tries');
    const owner = await signedInAs(app, email);
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await tryToSignIn(email, 'wrong wrong wrong');
    }
    expect((await tryToSignIn(email, PASSWORD)).text).toMatch(/too many failed attempts/);
    expect((await owner.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
  });

  test('SEC-42 a restart does not shorten the wait, and after it the right password is enough', async () => {
    await app.kill('SIGKILL');
    app = await startApp({ folder: app.folder });
    expect((await tryToSignIn(email, PASSWORD)).status).toBe(422);
    changeSessions(
      'update failed_tries set last_at = ?',
      new Date(Date.now() - 5 * MINUTE).toISOString(),
    );
    expect((await tryToSignIn(email, PASSWORD)).status).toBe(303);
  });
});

describe('SEC-47 passwords as people type them', () => {
  test.each([
    ['long', 'x'.repeat(1025)],
    ['very long', 'x'.repeat(100_000)],
    ['with a NUL', `walnut\u0000 harbour lantern`],
    ['with a space behind', `${PASSWORD} `],
    ['in capitals', PASSWORD.toUpperCase()],
    ['of emoji', '🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊'],
    ['none', ''],
    ['of combining characters', `e${'\u0301'.repeat(1000)}`],
  ])('a wrong one that is %s is refused in good time', async (_, password) => {
    const started = performance.now();
    const answer = await tryToSignIn(PEOPLE.administrator, password);
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain(password || 'no password');
    expect(performance.now() - started).toBeLessThan(3000);
    changeSessions('delete from failed_tries');
  });

  test('ten megabytes of it are too much', async () => {
    expect((await tryToSignIn(PEOPLE.lead, 'x'.repeat(10_000_000))).status).toBe(413);
  });
});
