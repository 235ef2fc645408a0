// What many tests begin with: built once, and nobody sees what another has changed.
import { expect, test } from 'vitest';
import { scenario } from '#tests/support/scenario.ts';
import { addDepartment, testServices } from '#tests/support/services.ts';

test('a scenario is built once for each choice, and every test has a copy of its own', async () => {
  const built: string[] = [];
  const withTrust = scenario(async (name: string) => {
    built.push(name);
    const services = await testServices();
    await addDepartment(services, name, 'therapies');
    return { services, facts: { name } };
  });
  const organisations = ({ engine }: Awaited<ReturnType<typeof withTrust>>['services']) =>
    engine.connection.prepare('select id from organisations order by id').pluck().all();

  const one = await withTrust('north');
  await addDepartment(one.services, 'south', 'pharmacy');
  const other = await withTrust('north');
  const third = await withTrust('east');

  expect(organisations(one.services)).toEqual(['north', 'south']);
  expect(organisations(other.services)).toEqual(['north']);
  expect([organisations(third.services), third.facts.name]).toEqual([['east'], 'east']);
  expect(built).toEqual(['north', 'east']);
});
