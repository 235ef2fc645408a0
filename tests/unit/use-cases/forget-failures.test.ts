import { expect, test } from 'vitest';
import { forgetOldFailures } from '#app/use-cases/forget-failures.ts';
import { countFailure, loadFailures } from '#db/repositories/sign-in-failures.ts';
import { testServices } from '#tests/support/services.ts';

test('failed sign-ins are forgotten a day after the last one, and not before', async () => {
  const services = await testServices();
  const now = services.clock().getTime();
  const daysAgo = (days: number) => new Date(now - days * 24 * 60 * 60_000).toISOString();
  await services.engine.commit([
    countFailure('account sian@example.org', daysAgo(1.01)),
    countFailure('account niamh@example.org', daysAgo(3)),
    countFailure('account niamh@example.org', daysAgo(0.99)),
  ]);
  await forgetOldFailures(services);
  const failures = async (key: string) => (await loadFailures(services.engine.db, key)).failures;
  expect(await failures('account sian@example.org')).toBe(0);
  expect(await failures('account niamh@example.org')).toBe(2);
});
