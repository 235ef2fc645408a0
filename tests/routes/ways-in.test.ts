// What somebody reads who comes in with nothing, with half of what is needed, or with a link that is over.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { formFields, signedInAs, valueOf, visitor, withDatabase } from '#tests/support/http.ts';
import { linkTo } from '#tests/support/data.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

let app: AppServer;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const SUMMARY = 'nhsuk-error-summary__list';

describe.each(['/forgotten-password', '/sign-in/link'])('%s', (page) => {
  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['no address', 'nonsense'],
    ['half an address', 'name@'],
    ['two words', 'siân llŷr@example.org'],
    ['something overlong', `${'a'.repeat(400)}@example.org`],
  ])('asks for an address where it was given %s, and keeps it', async (_, email) => {
    const answer = await visitor(app).post(page, { email });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter an email address such as name@example.org');
    expect(answer.text).toContain(SUMMARY);
    expect(answer.text).not.toContain('is on its way');
    if (email.trim() !== '') expect(answer.text).toContain(`value="${email}"`);
  });

  test('takes any address, with blanks around it too', async () => {
    for (const email of ['nobody@example.org', ' nobody@hospital ']) {
      expect((await visitor(app).post(page, { email })).text).toContain('is on its way');
    }
  });
});

describe('one’s own account', () => {
  test('keeps a name that was refused as it was typed, and says why', async () => {
    const person = await signedInAs(app, PEOPLE.viewer);
    const typed = `Fatoumata ${'ap '.repeat(80)}Rhŷs`;
    const answer = await person.post('/account/name', { name: typed, password: PASSWORD });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter a name of at most 200 characters');
    expect(answer.text).toContain(`value="${typed}"`);
  });

  test('adds no passkey without one, in words for somebody who is signed in', async () => {
    const person = await signedInAs(app, PEOPLE.viewer);
    const form = { name: 'Laptop', password: PASSWORD, new: '{}' };
    const answer = await person.post('/account/passkeys', form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('No passkey was added');
    expect(answer.text).not.toContain('sign in with your password');
  });
});

test('an address or a password longer than any is called that, not missing', async () => {
  const long = { email: `${'a'.repeat(400)}@example.org`, password: 'x'.repeat(2001) };
  const answer = await visitor(app).post('/sign-in', long);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('This is longer than an email address can be');
  expect(answer.text).toContain('This is longer than a password can be');
});

describe('a link that is over says so before anything is typed', () => {
  test('for a device: where another comes from, and no button', async () => {
    const person = visitor(app);
    for (const answer of [
      await person.get('/sign-in/device/no-such-link'),
      await person.post('/sign-in/device/no-such-link', {}),
    ]) {
      expect([404, 422]).toContain(answer.status);
      expect(answer.text).toContain(SUMMARY);
      expect(answer.text).toContain('This link was used, has expired, or is not whole');
      expect(answer.text).toContain('href="/sign-in/link"');
      expect(answer.text).not.toContain('This is my device');
      expect(answer.text).not.toContain('the page of your account');
    }
  });

  test('for a device that it has let in', async () => {
    await visitor(app).post('/sign-in/link', { email: PEOPLE.contributor });
    const link = new URL(await linkTo(app, PEOPLE.contributor)).pathname;
    expect((await visitor(app).get(link)).text).toContain('This is my device');
    expect((await visitor(app).post(link, {})).status).toBe(303);
    const again = await visitor(app).get(link);
    expect(again.status).toBe(404);
    expect(again.text).not.toContain('This is my device');
  });

  test('for a password', async () => {
    const unknown = await visitor(app).get('/set-password/no-such-link');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('This link is not right');
    await visitor(app).post('/forgotten-password', { email: PEOPLE.contributor });
    const link = new URL(await linkTo(app, PEOPLE.contributor)).pathname;
    expect((await visitor(app).get(link)).text).toContain('name="password"');
    const set = await visitor(app).post(link, { password: 'teal pebble orchard' });
    expect(set.headers.get('location')).toBe('/sign-in?done=password-set');
    const used = await visitor(app).get(link);
    expect(used.text).toContain('This link has been used already');
    for (const { text } of [unknown, used]) {
      expect(text).toContain(SUMMARY);
      expect(text).toContain('href="/forgotten-password"');
      expect(text).not.toContain('name="password"');
    }
  });
});

test('a code is asked for after the first step alone; before it, the first step is', async () => {
  for (const answer of [
    await visitor(app).get('/sign-in/code?next=/calendar'),
    await visitor(app).post('/sign-in/code', { code: '000000', next: '/calendar' }),
  ]) {
    expect(answer.text).toContain('Sign in before you enter a code');
    expect(answer.text).not.toContain('name="code"');
    const fields = Object.fromEntries(formFields(answer.text, '/sign-in'));
    expect(fields).toMatchObject({ next: '/calendar' });
    expect(answer.text).toContain('name="password"');
  }
});

test('who takes a second factor away reads who will hear of the reason', async () => {
  const administrator = await signedInAs(app, PEOPLE.administrator);
  const id = valueOf(app.folder, 'select id from user where email = ?', PEOPLE.sponsor);
  const sql = `insert into passkeys (id, user_id, public_key, counter, transports, name, created_at) values ('k', '${id}', 'x', 0, '[]', 'Phone', '2026-01-01T00:00:00.000Z')`;
  withDatabase(app.folder, (database) => database.prepare(sql).run());
  const { text } = await administrator.get(`/admin/people/${id}/second-factor`);
  expect(text).toContain('Their letter says it; the trail says who asked');
});
