// Lists that grow without end come page by page: every entry stands on one page, in one order, and a page
// reads no more than it shows.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { affectedIn, roundPage } from '#app/queries/administration/rounds-page.ts';
import { peoplePage, peopleReview } from '#app/queries/people/people-page.ts';
import type { Services } from '#app/services.server.ts';
import { grow, GROWN } from '#tests/support/grown.ts';
import { testServices } from '#tests/support/services.ts';
import { askedDuring } from '#tests/support/statements.ts';

const { administrator, lead } = GROWN;
const EVERYBODY = { text: '', show: 'everybody' } as const;

let services: Services;

beforeAll(async () => {
  services = await testServices();
  grow(services, { submissions: 160, own: 40 });
});
afterAll(() => services.close());

type Page = { readonly pages: number; readonly ids: readonly string[] };

async function onEachPage(read: (page: number) => Promise<Page>) {
  const { pages } = await read(1);
  const all = await Promise.all(Array.from({ length: pages }, (_, index) => read(index + 1)));
  expect(all.slice(0, -1).every(({ ids }) => ids.length === 50)).toBe(true);
  return { pages, ids: all.flatMap(({ ids }) => ids) };
}

async function roundOn(page: number): Promise<Page> {
  const round = await roundPage(services, administrator, { id: 'round2', page });
  return { pages: round?.pages ?? 0, ids: round?.assessments.map(({ id }) => id) ?? [] };
}

async function peopleOn(page: number): Promise<Page> {
  const people = await peoplePage(services, administrator, { filter: EVERYBODY, page });
  return { pages: people?.pages ?? 0, ids: people?.items.map(({ id }) => id) ?? [] };
}

test('a round shows fifty assessments at a time, and whom another closing time affects all at once', async () => {
  const affected = await affectedIn(services, administrator, { id: 'round2', assessmentId: null });
  const { pages, ids } = await onEachPage(roundOn);
  expect(pages).toBe(Math.ceil(affected.length / 50));
  expect(pages).toBeGreaterThan(2);
  expect(ids).toEqual(affected.map(({ id }) => id));
  expect(await roundOn(999)).toEqual(await roundOn(pages));
});

test('one assessment alone is affected by more time for it, with the extensions that it has', async () => {
  const [only, ...others] = await affectedIn(services, administrator, {
    id: 'round2',
    assessmentId: 'own0',
  });
  expect(others).toEqual([]);
  expect(only).toMatchObject({ id: 'own0', closesAt: '2027-03-25T12:00:00.000Z' });
  expect(only?.extensions).toHaveLength(1);
});

test('whoever keeps no rounds is told of nobody', async () => {
  expect(await affectedIn(services, lead, { id: 'round2', assessmentId: null })).toEqual([]);
  expect(await roundPage(services, lead, { id: 'round2', page: 1 })).toBeNull();
});

test('the access review shows fifty people at a time, the same as the whole list', async () => {
  const all = await peopleReview(services, administrator, EVERYBODY);
  const { pages, ids } = await onEachPage(peopleOn);
  expect(pages).toBeGreaterThan(1);
  expect(ids).toEqual(all?.map(({ id }) => id));
  const first = await peoplePage(services, administrator, { filter: EVERYBODY, page: 1 });
  expect(first?.items).toEqual(all?.slice(0, 50));
  expect(await peoplePage(services, lead, { filter: EVERYBODY, page: 1 })).toBeNull();
});

test.each([
  ['a round', roundOn],
  ['the access review', peopleOn],
] as const)('a page of %s reads no more than it shows', async (_, read) => {
  const asked = await askedDuring(services.engine.connection, () => read(1));
  for (const { sql, rows } of asked) expect({ sql, many: rows > 60 }).toEqual({ sql, many: false });
});
