// The trail names people by their ids: whoever is erased leaves it as it was.
import { expect, test } from 'vitest';
import { sealedText } from '#app/domain/audit/event.ts';
import { refusedSignIn } from '#app/use-cases/accounts/refused-sign-in.ts';
import { user } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { eq } from 'drizzle-orm';
import { decidedReview } from '#tests/support/review.ts';
import { newestHead, verified } from '#tests/support/trail.ts';
import { testServices } from '#tests/support/services.ts';

test('no name and no address of anybody stands in what is sealed', async () => {
  const { services } = await decidedReview({ outcome: 'award' });
  const people = await services.engine.db.select().from(user);
  const events = await services.engine.db.select().from(auditEvents);
  const sealed = events.map((event) => sealedText(event)).join('\n');
  // In these tests people’s ids are their names; here they are not to be told apart from real ids.
  const text = people.reduce((left, { id }) => left.replaceAll(id, 'ID'), sealed).toLowerCase();
  expect(people.length).toBeGreaterThan(5);
  const found = people.filter(
    ({ name, email }) => text.includes(name.toLowerCase()) || text.includes(email),
  );
  expect(found).toEqual([]);
  expect(/[\w.]+@[\w.]+\.\w+/.test(text)).toBe(false);
});

test('a person can be erased, and the trail is verified as before', async () => {
  const { services, lead } = await decidedReview({ outcome: 'award' });
  const head = await newestHead(services);
  const { connection } = services.engine;
  // What else points to them is not of the trail.
  connection.pragma('foreign_keys = OFF');
  const gone = await services.engine.db.delete(user).where(eq(user.id, lead.id)).returning();
  expect(gone).toHaveLength(1);
  expect(verified(connection, services.config, [head]).findings).toEqual([]);
});

test('SEC-78 a refused sign-in is told as a keyed hash and a network, the same in log and trail', async () => {
  const lines: object[] = [];
  const services = {
    ...(await testServices()),
    log: (event: string, facts: object = {}) => lines.push({ event, ...facts }),
  };
  const asked = {
    account: 'ada@example.org',
    address: '192.0.2.77',
    at: '2027-03-01T09:00:00Z',
    step: 'password',
  } as const;
  await services.engine.commit([refusedSignIn(services, asked)]);
  await services.engine.commit([refusedSignIn(services, { ...asked, account: 'ben@example.org' })]);
  const [ada, ben] = await services.engine.db.select().from(auditEvents);
  const told: unknown = JSON.parse(ada?.details ?? '');
  expect(told).toEqual({
    account: expect.stringMatching(/^[0-9a-f]{16}$/),
    address: '192.0.2.0/24',
    step: 'password',
  });
  expect(lines[0]).toEqual({ event: 'sign-in-refused', ...Object(told) });
  expect(ben?.details).not.toBe(ada?.details);
  expect(JSON.stringify([lines, ada, ben])).not.toContain('example.org');
});
