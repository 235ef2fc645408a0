import { beforeAll, describe, expect, test } from 'vitest';
import { handledApp, type HandledApp } from '#tests/support/handled-app.ts';
import { type Answer, formFields, type Visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

let app: HandledApp;
let admin: Visitor;

beforeAll(async () => {
  app = await handledApp();
  admin = await enter(PEOPLE.administrator);
});

const trySignIn = (email: string, password = PASSWORD): Promise<Answer> =>
  app.visitor().post('/sign-in', { email, password });

async function enter(email: string): Promise<Visitor> {
  const person = app.visitor();
  const answer = await person.post('/sign-in', { email, password: PASSWORD });
  expect(answer.status).toBe(303);
  return person;
}

function one(sql: string, ...values: readonly string[]): string {
  return String(
    app.services.engine.connection
      .prepare(sql)
      .pluck()
      .get(...values),
  );
}
const idOf = (email: string) => one('select id from user where email = ?', email);
const draftOf = (email: string) =>
  one(
    'select a.id from assessments a join memberships m on m.department_id = a.department_id join user u on u.id = m.user_id where u.email = ?',
    email,
  );

describe('SEC-31 what an administrator takes away is gone with the next request', () => {
  test('a role', async () => {
    const person = await enter(PEOPLE.contributor);
    const draft = `/assessments/${draftOf(PEOPLE.contributor)}`;
    expect((await person.get(draft)).status).toBe(200);
    const address = `/admin/people/${idOf(PEOPLE.contributor)}`;
    const remove = one('select id from memberships where user_id = ?', idOf(PEOPLE.contributor));
    expect((await admin.post(address, { remove })).status).toBe(303);
    expect((await person.get(draft)).status).toBe(404);
  });

  test('an account: its session is over, and signing in is refused as with a wrong password', async () => {
    const person = await enter(PEOPLE.beginner);
    const draft = `/assessments/${draftOf(PEOPLE.beginner)}`;
    expect((await person.get(draft)).status).toBe(200);
    const address = `/admin/people/${idOf(PEOPLE.beginner)}`;
    expect((await admin.post(address, { intent: 'close' })).status).toBe(303);
    expect((await person.get(draft)).status).toBe(302);
    const said = ({ status, text }: Answer) => [
      status,
      /error-summary__list.*?<\/ul>/s.exec(text)?.[0],
    ];
    const wrong = said(await trySignIn(PEOPLE.viewer, 'wrong wrong wrong'));
    expect(said(await trySignIn(PEOPLE.beginner))).toEqual(wrong);
    expect((await admin.post(address, { intent: 'open' })).status).toBe(303);
    expect((await trySignIn(PEOPLE.beginner)).status).toBe(303);
  });
});

describe('the access review', () => {
  const names = async (query: string) => {
    const { text } = await admin.get(`/admin/people.csv?${query}`);
    return text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => /^"((?:[^"]|"")*)"/.exec(line)?.[1]);
  };

  test('lists everybody, and is narrowed by words and by what they lack', async () => {
    expect(await names('')).toHaveLength(Number(one('select count(*) from user')));
    expect(await names('text=HELEN.ravensdale')).toEqual(['Dr Helen Ravensdale']);
    expect(await names('text=podiatry')).toEqual(['Callum Adeyemi-Frost', 'Mair Siddiqui-Parry']);
    expect(await names('show=closed')).toEqual([]);
    await admin.post(`/admin/people/${idOf(PEOPLE.otherCharter)}`, { intent: 'close' });
    expect(await names('show=closed')).toEqual(['Dr Eluned Marchbanks']);
    expect(await names('show=no-factor')).not.toContain('Dr Eluned Marchbanks');
    const body = await names('show=body');
    expect(body).toContain('Bethan Cartwright-Nguyen');
    expect(body).not.toContain('Dr Helen Ravensdale');
  });

  test('a name that a spreadsheet would take for a formula is a text', async () => {
    app.services.engine.connection
      .prepare("update user set name = '=HYPERLINK(1)' where email = ?")
      .run(PEOPLE.stranger);
    expect(await names('text=HYPERLINK')).toEqual(["'=HYPERLINK(1)"]);
  });

  test('says when somebody was last here and with which second factor, on the page too', async () => {
    const { connection } = app.services.engine;
    connection
      .prepare(
        "insert into authenticators (user_id, sealed_secret, created_at, confirmed_at, last_step) values (?, 'x', '2026-01-01', '2026-01-01', 0)",
      )
      .run(idOf(PEOPLE.chair));
    const csv = (await admin.get('/admin/people.csv?text=sunita')).text;
    expect(csv).toContain('"Authenticator app"');
    const page = (await admin.get('/admin/people?text=sunita')).text;
    expect(page).toContain('Authenticator app');
    expect(page).toContain('Panel chair, Awarding body');
  });
});

test('a password link is sent to its owner, and neither the answer nor a page shows it', async () => {
  const address = `/admin/people/${idOf(PEOPLE.sponsor)}`;
  const answer = await admin.post(address, { intent: 'link' });
  expect(answer.headers.get('location')).toBe(`${address}?done=link-sent`);
  const page = await admin.get(`${address}?done=link-sent`);
  expect(page.text).toContain(PEOPLE.sponsor);
  expect(page.text).toContain('60');
  for (const { text } of [answer, page]) expect(text).not.toMatch(/set-password\/[\w-]{20}/);
  expect(formFields(page.text, '/sign-out')).toEqual([]);
});

test('where no mail is sent in production the pages say that the command line is the way', async () => {
  const origin = 'https://charter.example.org';
  const quiet = await handledApp({
    MODE: 'production',
    PUBLIC_ORIGIN: origin,
    SESSION_SECRET: 'only-for-this-test-of-letters-8c41d7e2b0',
  });
  const person = quiet.visitor();
  const form = { email: PEOPLE.administrator, password: PASSWORD };
  expect((await person.post('/sign-in', form)).status).toBe(303);
  const id = quiet.services.engine.connection
    .prepare('select id from user where email = ?')
    .pluck()
    .get(PEOPLE.sponsor);
  const page = await person.get(`/admin/people/${String(id)}`);
  expect(page.text).toContain('charter admin reset-link');
  expect(page.text).not.toContain('Send a password link');
  const answer = await person.post(`/admin/people/${String(id)}`, { intent: 'link' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('command line alone');
  const member = { intent: 'person', name: 'Maya', email: 'maya@panel.example' };
  const added = await person.post('/admin?index', { ...member, role: 'panel-member' });
  expect(added.status).toBe(422);
  expect(added.text).toContain('command line alone');
});
