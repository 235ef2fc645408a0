// One address may ask often, and not so often that it slows others (SEC-88). A service of its own, because
// what is asked here counts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API_LIMIT, createRateLimit } from '#app/http/door/rate-limit.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { type Visitor, visitor } from '#tests/support/http.ts';

let app: AppServer;
let anyone: Visitor;

beforeAll(async () => {
  app = await startApp();
  anyone = visitor(app);
});
afterAll(() => app?.stop());

const DOCUMENT = '/api/v1/openapi.json';

test('SEC-88 the interface says what is left, and refuses with when to ask again; pages have no limit', async () => {
  const { requests, seconds } = API_LIMIT;
  const first = await anyone.get(DOCUMENT);
  expect(first.headers.get('ratelimit-policy')).toBe(`"register";q=${requests};w=${seconds}`);
  expect(first.headers.get('ratelimit')).toMatch(
    new RegExp(`^"register";r=${requests - 1};t=\\d+$`),
  );
  const asked = await Promise.all(
    Array.from({ length: requests }, async () => (await anyone.get(DOCUMENT)).status),
  );
  expect(asked.filter((status) => status === 200)).toHaveLength(requests - 1);
  expect(asked.filter((status) => status === 429)).toHaveLength(1);

  for (const address of [DOCUMENT, '/api/v1/awards', '/awards.csv']) {
    const refused = await anyone.get(address);
    expect(refused.status, address).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(seconds);
    expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(JSON.parse(refused.text)).toMatchObject({ status: 429, title: 'Too many requests' });
  }
  const page = await anyone.get('/awards');
  expect([page.status, page.headers.get('ratelimit')]).toEqual([200, null]);
});

test('each address is counted for itself, and again once the time is over', async () => {
  const limit = createRateLimit({ requests: 2, seconds: 1 });
  const asked = async (address: string, door: { readonly limited?: true } = { limited: true }) =>
    (await limit({ address, door: { policy: 'public', ...door } }, async () => new Response('')))
      .status;
  expect(await asked('192.0.2.1')).toBe(200);
  expect(await asked('192.0.2.1')).toBe(200);
  expect(await asked('192.0.2.1')).toBe(429);
  expect(await asked('192.0.2.2')).toBe(200);
  expect(await asked('192.0.2.1', {})).toBe(200);
  await expect.poll(() => asked('192.0.2.1'), { timeout: 10_000, interval: 300 }).toBe(200);
});
