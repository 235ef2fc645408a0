// The awarding body's people sign in at its own provider, which stands in the settings of the installation.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HandledApp, handledApp } from '#tests/support/handled-app.ts';
import type { Visitor } from '#tests/support/http.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  oidcProvider,
  type OidcProvider,
} from '#tests/support/oidc-provider.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import { throughProvider, wayIn, wordsIn } from '#tests/support/provider-visitor.ts';

let app: HandledApp;
let provider: OidcProvider;

beforeAll(async () => {
  provider = await oidcProvider({ origin: 'http://localhost:3000' });
  app = await handledApp({
    AWARDING_BODY: 'The College',
    BODY_OIDC_ISSUER: provider.issuer,
    BODY_OIDC_CLIENT_ID: CLIENT_ID,
    BODY_OIDC_CLIENT_SECRET: CLIENT_SECRET,
    BODY_OIDC_NAME: 'College sign-in',
    BODY_OIDC_PROVES: 'mfa',
  });
}, 60_000);
afterAll(async () => {
  await provider?.stop();
  app?.services.close();
});

async function byPassword(email: string): Promise<Visitor> {
  const person = app.visitor();
  expect((await person.post('/sign-in', { email, password: PASSWORD })).status).toBe(303);
  return person;
}

test('an administrator links their account and signs in there, with two factors', async () => {
  provider.manner.person = 'bethan';
  provider.manner.claims = (claims) => ({ ...claims, amr: ['mfa'] });
  const linking = await byPassword(PEOPLE.administrator);
  const url = wayIn(await linking.post('/account/provider', { password: PASSWORD }));
  const linked = await linking.get(await throughProvider(url, provider));
  expect(linked.headers.get('location')).toBe('/account/provider?done=provider-linked');
  const person = app.visitor();
  expect((await person.get('/sign-in/provider')).text).toContain('College sign-in');
  const there = wayIn(
    await person.post('/sign-in/provider', { provider: 'awarding-body', next: '/' }),
  );
  expect((await person.get(await throughProvider(there, provider))).status).toBe(303);
  expect((await person.get('/admin')).status).toBe(200);
  expect(
    app.services.engine.connection
      .prepare('select method from session order by createdAt desc, rowid desc')
      .pluck()
      .get(),
  ).toBe('provider-two-factors awarding-body');
});

test('it vouches for nobody of an organisation', async () => {
  const lead = await byPassword(PEOPLE.lead);
  expect((await lead.get('/account/provider')).text).not.toContain('Link my account');
  const answer = await lead.post('/account/provider', { password: PASSWORD });
  expect(wordsIn(answer.text)).toContain('Nobody can sign in there');
});
