// What somebody reads who comes in with nothing, with half of what is needed, or with a link that is over.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, visitor } from '#tests/support/http.ts';
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
    const answer = await person.post('/account', { name: typed });
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
