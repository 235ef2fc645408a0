// That the pages of the register do not slow down as it grows: no statement of theirs goes through a whole
// table that grows with the awards. Timings are in tests/bench/register.ts.
import { expect, test } from 'vitest';
import { EVERYTHING, type RegisterFilter } from '#app/domain/award/register-words.ts';
import { awardDocument } from '#app/queries/award/award-document.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { feedEntries } from '#app/queries/award/feed-entries.ts';
import { registeredOrganisation } from '#app/queries/award/registered-organisation.ts';
import { registerPage } from '#app/queries/award/register-page.ts';
import { verification } from '#app/queries/award/verification.ts';
import type { Services } from '#app/services.server.ts';
import { addAward } from '#tests/support/awards.ts';
import { testServices } from '#tests/support/services.ts';

const TODAY = '2027-03-02';
const GROWING =
  /SCAN (?:awards|award_words|register_parts|decisions|organisations|organisation_events)\b/;

/** The statements that some work runs. */
async function statementsOf(services: Services, work: () => Promise<unknown>) {
  const { connection } = services.engine;
  const prepare = connection.prepare.bind(connection);
  const seen: string[] = [];
  Object.assign(connection, {
    prepare: (sql: string) => {
      seen.push(sql);
      return prepare(sql);
    },
  });
  await work();
  Object.assign(connection, { prepare });
  return seen;
}

/** How SQLite goes about a statement. */
function planOf({ engine }: Services, sql: string): readonly string[] {
  const values = (sql.match(/\?/g) ?? []).map(() => 'x');
  const rows = engine.connection.prepare(`explain query plan ${sql}`).all(...values);
  return (rows as readonly { readonly detail: string }[]).map(({ detail }) => detail);
}

test('no statement of a public page goes through a whole table', async () => {
  const services = await testServices();
  const { number } = await addAward(services);
  const after = { publishedAt: '2027-03-01T10:00:00.000Z', id: 'x' };
  const filters: Partial<RegisterFilter>[] = [
    {},
    { words: 'therapies' },
    { words: 'therapies trust north', level: 'bronze' },
    { charter: 'bme-mentoring', level: 'bronze', year: '2027' },
    { organisation: 'trust north' },
    { words: 'herap' },
    { words: 'a' },
    { words: 'a r', organisation: 'o' },
  ];
  const lists = filters.flatMap((part) =>
    [null, after].map((place) => () => {
      const filter = { ...EVERYTHING, ...part };
      return registerPage(services, { filter, after: place, size: 20, today: TODAY });
    }),
  );
  const asked = { organisation: 'north', after: null, size: 20, today: TODAY };
  const works = [
    ...lists,
    () => awardPage(services, number, TODAY),
    () => verification(services, number, TODAY),
    () => awardDocument(services, null, { number, kind: 'award-report' }),
    () => registeredOrganisation(services, asked),
    () => feedEntries(services, { size: 30, today: TODAY }),
  ];
  for (const work of works) {
    const statements = await statementsOf(services, work);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThanOrEqual(15);
    for (const sql of statements) {
      expect([sql, planOf(services, sql).filter((step) => GROWING.test(step))]).toEqual([sql, []]);
    }
  }
});

test('the check sees a statement that does', async () => {
  const services = await testServices();
  const statements = await statementsOf(services, async () => {
    services.engine.connection.prepare("select * from awards where department = 'x'").all();
  });
  expect(statements.flatMap((sql) => planOf(services, sql))).toEqual([
    expect.stringMatching(GROWING),
  ]);
});
