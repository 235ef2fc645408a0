// Pages and jobs ask the database as often however much there is: a small installation and one of ten times as
// much get the same number of statements.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Services } from '#app/services.server.ts';
import { queueAwardReminders } from '#app/use-cases/letters/queue-award-reminders.ts';
import { queueReminders } from '#app/use-cases/letters/queue-reminders.ts';
import { queueReviewReminders } from '#app/use-cases/letters/queue-review-reminders.ts';
import { grow } from '#tests/support/grown.ts';
import { GROWN_PAGES } from '#tests/support/grown-pages.ts';
import { testServices } from '#tests/support/services.ts';
import { askedDuring } from '#tests/support/statements.ts';

const JOBS = {
  reminders: queueReminders,
  'award reminders': queueAwardReminders,
  'review reminders': queueReviewReminders,
};

async function grownTo(submissions: number, own: number): Promise<Services> {
  const services = await testServices();
  grow(services, { submissions, own });
  return services;
}

async function asks(services: Services, work: (services: Services) => Promise<unknown>) {
  const asked = await askedDuring(services.engine.connection, () => work(services));
  return asked.map(({ sql }) => sql.replaceAll(/\(\?(, \?)*\)/g, '(…)'));
}

let small: Services;
let large: Services;

beforeAll(async () => {
  [small, large] = [await grownTo(12, 4), await grownTo(120, 40)];
});
afterAll(() => {
  for (const services of [small, large]) services.close();
});

test.each(Object.entries(GROWN_PAGES))('%s asks as often of much as of little', async (_, ask) => {
  const few = await asks(small, ask);
  expect(few.length).toBeGreaterThan(0);
  expect(await asks(large, ask)).toEqual(few);
});

test.each(Object.entries(JOBS))('%s ask as often of much as of little', async (_, job) => {
  for (const services of [small, large]) {
    expect((await job(services)).written).toBeGreaterThan(0);
  }
  // What was due is written, so that only reading is left.
  const few = await asks(small, job);
  expect(few.length).toBeGreaterThan(2);
  expect(await asks(large, job)).toEqual(few);
});
