// Where a second factor is asked of them, administrators, chairs and sponsors reach nothing that their roles
// open before it is set up: a session of a password alone reads no draft, signs, submits, decides, publishes
// nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { appShows } from '#tests/support/authenticator-app.ts';
import { signedInAs, tablesHash, type Visitor, visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import {
  addressOf,
  dataAddress,
  type Ids,
  idsOf,
  plantSecrets,
  READABLE_SECRETS,
  validForm,
} from './access-places.ts';
import { ACCESS } from './access-table.ts';

const NEEDING = ['administrator', 'chair', 'sponsor'] as const;
const SET_UP = '/account/second-factor';
/** Their own account, which stays open so that they can set it up, and the way out. */
const OPEN = /^\/(?:account(?:\/|$)|sign-out$)/;

let app: AppServer;
let ids: Ids;
let people: ReadonlyMap<string, Visitor>;

beforeAll(async () => {
  app = await startApp({ env: { SECOND_FACTOR: 'required', SECOND_FACTOR_GRACE_DAYS: '0' } });
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  plantSecrets(app.folder, ids);
  people = new Map(
    await Promise.all(
      NEEDING.map(async (who) => [who, await signedInAs(app, PEOPLE[who])] as const),
    ),
  );
});
afterAll(() => app?.stop());

const as = (who: string): Visitor => people.get(who) ?? visitor(app);

describe.each(NEEDING)('a session of the %s without a second factor', (who) => {
  const closed = ACCESS.filter(({ pattern }) => !OPEN.test(pattern));

  test('reads what anyone reads, and is led to the set-up from everything else', async () => {
    for (const { pattern, statuses } of closed.filter(({ method }) => method === 'GET')) {
      const address = addressOf(pattern, ids);
      for (const asked of [address, dataAddress(address)]) {
        const answer = await as(who).get(asked);
        const all = JSON.stringify([...answer.headers]) + answer.text;
        const leaked = Object.values(READABLE_SECRETS).filter((secret) => all.includes(secret));
        expect(leaked, asked).toEqual([]);
        // What anyone may read is the same for them; everything else leads to the set-up.
        const isPublic = statuses.anonymous !== 302 || answer.status === 302;
        if (isPublic) continue;
        expect([answer.status, answer.headers.get('location')], asked).toEqual([303, SET_UP]);
      }
    }
  });

  test('changes nothing', async () => {
    const before = tablesHash(app.folder);
    for (const { pattern, statuses } of closed.filter(({ method }) => method === 'POST')) {
      if (statuses.anonymous !== 401 || pattern === '/sign-in/again') continue;
      const form = validForm(app.folder, pattern, ids) ?? {};
      const answer = await as(who).post(addressOf(pattern, ids), form);
      expect(answer.status, pattern).toBe(303);
      expect(answer.headers.get('location'), pattern).toBe(`${SET_UP}?done=not-saved`);
    }
    expect(tablesHash(app.folder)).toBe(before);
  });
});

test('SEC-45 the first step alone opens nothing', async () => {
  const person = visitor(app);
  const administrator = await signedInAs(app, PEOPLE.administrator);
  await administrator.post(SET_UP, { intent: 'begin', password: PASSWORD });
  const { text } = await administrator.get(SET_UP);
  const key = /class="app-key">([A-Z2-7 ]+)</.exec(text)?.[1] ?? '';
  const code = (steps: number) => appShows(key, new Date(Date.now() + steps * 30_000));
  const made = await administrator.post(SET_UP, { intent: 'finish', code: code(-1) });
  expect(made.text).toContain('Keep these recovery codes');
  expect((await administrator.get('/admin')).status).toBe(200);

  const form = { email: PEOPLE.administrator, password: PASSWORD, next: '/admin' };
  const answer = await person.post('/sign-in', form);
  expect(answer.headers.get('location')).toBe('/sign-in/code?next=%2Fadmin');
  expect((await person.get('/admin')).headers.get('location')).toContain('/sign-in?next=');
  expect((await person.post('/sign-in/code', { code: '123456' })).status).toBe(422);
  const [, ticket = ''] = /second-step=([^;]+)/.exec(person.cookie()) ?? [];
  expect(ticket).not.toBe('');
  // Of another browser, or changed, it is none.
  const other = visitor(app, { cookie: `second-step=${ticket.slice(0, -4)}AAAA` });
  const refused = await other.post('/sign-in/code', { code: code(0) });
  expect(refused.text).toContain('It has been too long since you typed your password');
  const entered = await person.post('/sign-in/code', { code: code(0), next: '/admin' });
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/admin']);
  expect((await person.get('/admin')).status).toBe(200);
  expect(person.cookie()).not.toContain('second-step');
});
