// The operator lets the people of an organisation use passwords again while its provider is broken.
import { expect, test } from 'vitest';
import { letPasswordsIn } from '#app/use-cases/people/let-passwords-in.ts';
import { insertProvider, loadProviderOf } from '#db/repositories/accounts/providers.ts';
import { addDepartment, testServices } from '#tests/support/services.ts';

test('by the name of the organisation, and the trail says that it was the operator', async () => {
  const services = await testServices();
  const { engine } = services;
  await addDepartment(services, 'north', 'physio');
  expect(await letPasswordsIn(services, 'Trust north')).toMatchObject({ ok: false });
  await engine.commit([
    insertProvider({
      id: 'provider',
      organisationId: 'north',
      name: 'North',
      issuer: 'https://login.example.org',
      clientId: 'charter',
      sealedClientSecret: 'sealed',
      provesTwoFactors: '',
      required: true,
      createdAt: '2027-03-01T09:00:00.000Z',
      createdBy: 'a-lead',
      version: 1,
    }),
  ]);
  expect(await letPasswordsIn(services, 'Trust south')).toMatchObject({ ok: false });
  expect(await letPasswordsIn(services, 'Trust north')).toMatchObject({ ok: true });
  expect(await loadProviderOf(engine.db, 'north')).toMatchObject({ required: false, version: 2 });
  expect(
    engine.connection
      .prepare("select actor, details from audit_events where event = 'provider-set'")
      .all(),
  ).toMatchObject([{ actor: null, details: expect.stringContaining('operator') }]);
});
