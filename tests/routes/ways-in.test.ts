// What somebody reads who comes in with nothing, with half of what is needed, or with a link that is over.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { visitor } from '#tests/support/http.ts';

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
