// Very many who sign in at once: everyone else is served meanwhile, and who knows the place comes first.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { type Answer, signedInAs, type Visitor, visitor } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

let app: AppServer;
let lead: Visitor;

beforeAll(async () => {
  app = await startApp({ env: { BEHIND_PROXY: '1' } });
  lead = await signedInAs(app, PEOPLE.lead);
});
afterAll(() => app?.stop());

/** Sign-ins of nobody from one address, as they end. */
function flood(many: number, address: string) {
  const gone = new AbortController();
  const ended: Answer[] = [];
  const full = Promise.withResolvers<{ email: string; answer: Answer }>();
  const first = Promise.withResolvers<void>();
  const all = Array.from({ length: many }, async (_, at) => {
    const email = `nobody${at}.${address}@northfield.example`;
    const response = await fetch(`${app.origin}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: app.origin, 'X-Forwarded-For': address },
      body: new URLSearchParams({ email, password: 'wrong wrong wrong' }),
      signal: gone.signal,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = Buffer.from(bytes).toString('utf8');
    const answer = { status: response.status, headers: response.headers, text, bytes };
    ended.push(answer);
    first.resolve();
    if (answer.status === 503) full.resolve({ email, answer });
  });
  const settled = Promise.allSettled(all);
  return { ended, first: first.promise, full: full.promise, settled, leave: () => gone.abort() };
}

test('a page of somebody signed in, asked for while forty sign in, comes before they are through', async () => {
  const { ended, first, settled } = flood(40, '10.1.1.1');
  await first;
  expect((await lead.get('/')).status).toBe(200);
  expect((await lead.get('/assessments/new')).status).toBe(200);
  expect(ended.length).toBeLessThan(20);
  await settled;
  expect(ended.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 422));
});

test('a device that has signed in before comes before them, and so does another address', async () => {
  const { ended, first, leave, settled } = flood(60, '10.2.2.2');
  await first;
  const form = { email: PEOPLE.lead, password: PASSWORD };
  expect((await lead.post('/sign-in', form)).status).toBe(303);
  const elsewhere = await visitor(app).ask('POST', '/sign-in', {
    headers: { Origin: app.origin, 'X-Forwarded-For': '10.3.3.3' },
    body: new URLSearchParams({ email: PEOPLE.viewer, password: PASSWORD }),
  });
  expect(elsewhere.status).toBe(303);
  expect(ended.length).toBeLessThan(30);
  leave();
  await settled;
});

test('beyond the queue a sign-in is told when to come again, and what was typed is kept', async () => {
  const { full, leave, settled } = flood(1_200, '10.4.4.4');
  const { email, answer } = await full;
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.text).toContain(`value="${email}"`);
  expect(answer.text).toMatch(/your password was not looked at/);
  // Someone known gets in even now; those who go away leave their places.
  const form = { email: PEOPLE.lead, password: PASSWORD };
  expect((await lead.post('/sign-in', form)).status).toBe(303);
  leave();
  await settled;
  expect((await lead.get('/')).status).toBe(200);
});
