// Organisations and departments are added once, however their names are written.
import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { addDepartment, addOrganisation } from '#app/use-cases/administration/administer-places.ts';
import { listOrganisations, loadOrganisation } from '#db/repositories/people/places.ts';
import { testServices } from '#tests/support/services.ts';

const ADMINISTRATOR: Actor = {
  id: 'bethan',
  name: 'Bethan',
  email: 'bethan@example.org',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};

async function added(services: Services, name: string): Promise<string> {
  const result = await addOrganisation(services, ADMINISTRATOR, { name });
  if (!result.ok) throw new Error(result.problem.code);
  return result.value.id;
}

const taken = (name: string) => ({ ok: false, problem: { code: 'name-taken', name } });

test.each(['ST. MARY’S HOSPITAL', " st mary's   hospital ", 'St Marys Hospital'])(
  'an organisation that is there already is not added as %j',
  async (name) => {
    const services = await testServices();
    await added(services, "St Mary's Hospital");
    expect(await addOrganisation(services, ADMINISTRATOR, { name })).toEqual(
      taken("St Mary's Hospital"),
    );
    expect(await added(services, 'St Mark’s Hospital')).not.toBe('');
    expect(await listOrganisations(services.engine.db)).toHaveLength(2);
  },
);

test.each(['\u200B', '\u00AD\u2060', '\u2800'])(
  'what cannot be seen, %j, is no name of an organisation or department',
  async (name) => {
    const services = await testServices();
    const wrong = { ok: false, problem: { code: 'name-wrong' } };
    expect(await addOrganisation(services, ADMINISTRATOR, { name })).toMatchObject(wrong);
    const organisation = await added(services, 'North');
    expect(await addDepartment(services, ADMINISTRATOR, { organisation, name })).toMatchObject(
      wrong,
    );
  },
);

test('a department is in its organisation once, and may be in another', async () => {
  const services = await testServices();
  const [north, south] = [await added(services, 'North'), await added(services, 'South')];
  const add = (organisation: string, name: string) =>
    addDepartment(services, ADMINISTRATOR, { organisation, name });
  expect(await add(north, 'Therapies & rehabilitation')).toMatchObject({ ok: true });
  expect(await add(north, 'THERAPIES AND  REHABILITATION')).toEqual(
    taken('Therapies & rehabilitation'),
  );
  expect(await add(south, 'Therapies & rehabilitation')).toMatchObject({ ok: true });
});

test('of several who add the same at once, one does', async () => {
  const services = await testServices();
  const names = ['North', 'NORTH', ' north', 'NoRtH'];
  const results = await Promise.all(
    names.map((name) => addOrganisation(services, ADMINISTRATOR, { name })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const [only] = await listOrganisations(services.engine.db);
  const organisation = only?.id ?? '';
  const departments = await Promise.all(
    names.map((name) => addDepartment(services, ADMINISTRATOR, { organisation, name })),
  );
  expect(departments.filter(({ ok }) => ok)).toHaveLength(1);
  const found = await loadOrganisation(services.engine.db, organisation);
  expect(found?.departments).toHaveLength(1);
});
