import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keptUntilWritten } from '#app/queries/kit/kept-until-written.ts';
import { addDepartment, testServices } from '#tests/support/services.ts';

test('is worked out anew after any write, here or by another process, and for another day', async () => {
  const services = await testServices();
  const { connection } = services.engine;
  const organisations = connection.prepare('select count(*) from organisations').pluck();
  const done: string[] = [];
  const count = keptUntilWritten(async (_, today) => {
    done.push(today);
    return organisations.get();
  });
  expect(await count(services, 'Monday')).toBe(0);
  expect(await count(services, 'Monday')).toBe(0);
  expect(done).toEqual(['Monday']);
  await addDepartment(services, 'north', 'therapies');
  expect(await count(services, 'Monday')).toBe(1);
  const other = new Database(connection.name);
  other.exec("update organisations set name = 'South'");
  other.close();
  expect(await count(services, 'Monday')).toBe(1);
  expect(done.length).toBe(3);
  await count(services, 'Tuesday');
  expect(done).toEqual(['Monday', 'Monday', 'Monday', 'Tuesday']);
  services.close();
});

test('what was written while it was worked out does not stay out of it', async () => {
  const services = await testServices();
  const organisations = services.engine.connection.prepare('select count(*) from organisations');
  const count = keptUntilWritten(async () => {
    const found = organisations.pluck().get();
    if (found === 0) await addDepartment(services, 'north', 'therapies');
    return found;
  });
  expect(await count(services, '')).toBe(0);
  expect(await count(services, '')).toBe(1);
  services.close();
});
