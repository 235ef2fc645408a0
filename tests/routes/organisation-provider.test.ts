// People sign in at the provider of their organisation: a real one, on loopback, that also misbehaves in every
// way that a sign-in has to withstand.
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openAuthenticatorCodes } from '#app/adapters/sign-in/authenticator-codes.ts';
import { readConfig } from '#app/config.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { linkTo } from '#tests/support/data.ts';
import {
  type Answer,
  sessionCookie,
  signedInAs,
  valueOf,
  type Visitor,
  visitor,
  withDatabase,
} from '#tests/support/http.ts';
import { CLIENT_ID, oidcProvider, type OidcProvider } from '#tests/support/oidc-provider.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';
import {
  leadOfAll,
  settingsOf,
  throughProvider,
  wayIn,
  wordsIn,
} from '#tests/support/provider-visitor.ts';

const NAME = 'Northfield sign-in';
const ROOT = resolve(import.meta.dirname, '../..');

let app: AppServer;
let provider: OidcProvider;
let lead: Visitor;
let page: string;

beforeAll(async () => {
  app = await startApp();
  provider = await oidcProvider(app);
  leadOfAll(app.folder, PEOPLE.lead);
  lead = await signedInAs(app, PEOPLE.lead);
  const organisation = one(
    'select organisation_id from departments where name like ?',
    'Therapies%',
  );
  page = `/organisations/${organisation}/sign-in`;
}, 60_000);
afterAll(async () => {
  await provider?.stop();
  await app?.stop();
});
afterEach(() => provider.behave());

const one = (sql: string, ...values: readonly string[]) => valueOf(app.folder, sql, ...values);
const providerId = () => one('select id from identity_providers');
const userOf = (email: string) => one('select id from user where email = ?', email);

async function save(change: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const there = Number(one('select coalesce(max(version), 0) from identity_providers'));
  return lead.post(page, { ...settingsOf(provider), version: String(there), ...change });
}

async function begin(person: Visitor): Promise<string> {
  return wayIn(await person.post('/sign-in/provider', { provider: providerId(), next: '/' }));
}

/** Goes through the provider as whoever signs in there. */
async function signIn(person: Visitor): Promise<Answer> {
  return person.get(await throughProvider(await begin(person), provider));
}

/** Links the account of somebody who is signed in by password. */
async function link(email: string, subject: string): Promise<void> {
  const person = await signedInAs(app, email);
  provider.manner.person = subject;
  const there = wayIn(await person.post('/account/provider', { password: PASSWORD }));
  const back = await person.get(await throughProvider(there, provider));
  expect(back.headers.get('location')).toBe('/account/provider?done=provider-linked');
}

/** What a browser keeps while its person is at the provider. */
function providerCookieOf(person: Visitor): string {
  const found = person
    .cookie()
    .split('; ')
    .find((cookie) => cookie.startsWith('provider='));
  if (found === undefined) throw new Error('the browser keeps nothing');
  return found;
}

function isSignedIn(person: Visitor): Promise<boolean> {
  return person.get('/account').then(({ status }) => status === 200);
}

describe('the settings', () => {
  test('belong to a lead of the whole organisation, and are no administrator’s', async () => {
    for (const email of [
      PEOPLE.administrator,
      PEOPLE.sponsor,
      PEOPLE.contributor,
      PEOPLE.stranger,
    ]) {
      const person = await signedInAs(app, email);
      expect((await person.get(page)).status, email).toBe(404);
      expect((await person.post(page, settingsOf(provider))).status, email).toBe(404);
    }
    expect((await lead.get(page)).status).toBe(200);
    expect(one('select count(*) from identity_providers')).toBe('0');
  });

  test.each([
    ['nobody is there', { issuer: 'http://127.0.0.1:9' }, /did not answer in time/],
    ['it is not on TLS', { issuer: 'http://login.example.org' }, /must begin with https/],
    ['no address', { issuer: 'the login page' }, /Enter the address of the issuer/],
    ['no secret', { clientSecret: '' }, /Enter the secret/],
  ])('are not saved where %s', async (_, change, words) => {
    const answer = await save(change);
    expect(answer.status).toBe(422);
    expect(wordsIn(answer.text)).toMatch(words);
    // Nothing typed is lost, and the secret never comes back.
    expect(answer.text).toContain(`value="${NAME}"`);
    expect(answer.text).not.toContain(settingsOf(provider).clientSecret);
    expect(one('select count(*) from identity_providers')).toBe('0');
  });

  test.each([
    ['another issuer', { issuer: 'https://login.example.org' }, /names another issuer/],
    ['no token endpoint', { token_endpoint: undefined }, /must name an authorization endpoint/],
  ])('are not saved where its document names %s', async (_, change, words) => {
    provider.manner.document = (document) => ({ ...document, ...change });
    const answer = await save();
    expect(answer.status).toBe(422);
    expect(wordsIn(answer.text)).toMatch(words);
  });

  test('are not saved where discovery leads elsewhere, and nobody is asked there', async () => {
    provider.manner.redirects = /well-known/;
    expect((await save()).status).toBe(422);
    expect(provider.asked).not.toContain('GET /elsewhere');
  });

  test('are not saved by somebody who only has the session of a lead', async () => {
    for (const form of [settingsOf(provider), { intent: 'factor', needed: 'yes' }]) {
      const answer = await lead.post(page, { ...form, password: 'not the password' });
      expect(wordsIn(answer.text)).toContain('The password is not right');
      expect(answer.text).not.toContain('not the password');
    }
    expect(one('select count(*) from identity_providers')).toBe('0');
    expect(one('select count(*) from organisations where needs_second_factor')).toBe('0');
  });

  test('can be tried, which saves nothing', async () => {
    const answer = await save({ intent: 'try' });
    expect(wordsIn(answer.text)).toContain('It works');
    expect(one('select count(*) from identity_providers')).toBe('0');
  });

  test('are saved with a sealed secret, a letter to those who answer for the organisation, and the trail', async () => {
    const answer = await save();
    expect(answer.status, wordsIn(answer.text)).toBe(303);
    expect(one('select sealed_client_secret from identity_providers')).not.toContain('secret');
    expect(
      one(
        "select count(*) from outbox where recipient = ? and subject like 'Where the people of %'",
        PEOPLE.sponsor,
      ),
    ).toBe('1');
    expect(one("select count(*) from audit_events where event = 'provider-set'")).toBe('1');
    expect((await lead.get(page)).text).not.toContain(settingsOf(provider).clientSecret);
  });

  test('a kept secret never goes to another issuer', async () => {
    const answer = await save({ issuer: `${provider.issuer}/other`, clientSecret: '' });
    expect(wordsIn(answer.text)).toContain('Enter the secret');
  });

  test('an old page does not overwrite what another lead has set', async () => {
    expect(wordsIn((await save({ version: '0' })).text)).toContain(
      'Somebody else has changed this',
    );
  });
});

describe('signing in', () => {
  test('is offered, asks with PKCE, state and nonce, and needs an invitation', async () => {
    const person = visitor(app);
    expect((await person.get('/sign-in')).text).toContain('Sign in with your organisation');
    expect((await person.get('/sign-in/provider')).text).toContain(NAME);
    const url = new URL(await begin(person));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: CLIENT_ID,
      response_type: 'code',
      redirect_uri: `${app.origin}/sign-in/provider/callback`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^.{40,}$/),
      nonce: expect.stringMatching(/^.{40,}$/),
    });
    // The very address of an account links nobody.
    provider.manner.person = 'a-stranger';
    provider.manner.claims = (claims) => ({ ...claims, email: PEOPLE.lead, email_verified: true });
    const answer = await signIn(visitor(app));
    expect(answer.status).toBe(422);
    expect(wordsIn(answer.text)).toContain('An account begins with an invitation');
  });

  test('works for a linked account, once its owner has shown who they are', async () => {
    const person = await signedInAs(app, PEOPLE.contributor);
    const wrong = await person.post('/account/provider', { password: 'not the password' });
    expect(wordsIn(wrong.text)).toContain('The password is not right');
    await link(PEOPLE.contributor, 'sian');
    const other = visitor(app);
    const answer = await signIn(other);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect((await other.get('/account')).text).toContain(PEOPLE.contributor);
    expect(
      one(
        "select count(*) from outbox where recipient = ? and subject = 'The ways to sign in to your account have changed'",
        PEOPLE.contributor,
      ),
    ).toBe('1');
  });

  test('one subject opens one account', async () => {
    const person = await signedInAs(app, PEOPLE.otherDepartment);
    provider.manner.person = 'sian';
    const there = wayIn(await person.post('/account/provider', { password: PASSWORD }));
    const back = await person.get(await throughProvider(there, provider));
    expect(wordsIn(back.text)).toContain('Another account here is linked');
  });

  test('a link that was begun in one session is not finished in another', async () => {
    const person = await signedInAs(app, PEOPLE.otherDepartment);
    provider.manner.person = 'adaeze';
    const back = await throughProvider(
      wayIn(await person.post('/account/provider', { password: PASSWORD })),
      provider,
    );
    // The browser forgets it with the next sign-in; one that has not forgotten it gains nothing.
    const other = await signedInAs(app, PEOPLE.viewer);
    const headers = { Cookie: `${other.cookie()}; ${providerCookieOf(person)}` };
    expect((await other.ask('GET', back, { headers })).status).toBe(422);
    expect(one("select count(*) from account where accountId = 'adaeze'")).toBe('0');
  });

  test('nobody with roles elsewhere is vouched for: at the link, at the sign-in, in a session', async () => {
    provider.manner.person = 'sian';
    const person = visitor(app);
    await signIn(person);
    expect(await isSignedIn(person)).toBe(true);
    const elsewhere =
      'select organisation_id from departments where organisation_id <> (select organisation_id from identity_providers)';
    withDatabase(app.folder, (database) =>
      database
        .prepare(
          `insert into memberships (id, user_id, organisation_id, role) values ('elsewhere', ?, (${elsewhere} limit 1), 'contributor')`,
        )
        .run(userOf(PEOPLE.contributor)),
    );
    expect(await isSignedIn(person)).toBe(false);
    const again = await signIn(visitor(app));
    expect(wordsIn(again.text)).toContain('has roles elsewhere');
    const byPassword = await signedInAs(app, PEOPLE.contributor);
    expect((await byPassword.get('/account/provider')).text).not.toContain('Link my account');
    withDatabase(app.folder, (database) =>
      database.prepare("delete from memberships where id = 'elsewhere'").run(),
    );
  });
});

const now = () => Math.floor(Date.now() / 1000);

describe('what is not believed', () => {
  const ways: readonly [string, () => void, RegExp][] = [
    ['no', () => (provider.manner.denies = true), /said no to it/],
    ['a wrong audience', () => says({ aud: 'another-service' }), /meant for another service/],
    [
      'several audiences',
      () => says({ aud: [CLIENT_ID, 'another'], azp: 'another' }),
      /meant for another service/,
    ],
    ['a wrong issuer', () => says({ iss: 'https://login.example.org' }), /from another issuer/],
    ['a wrong nonce', () => says({ nonce: 'of somebody else' }), /belongs to another sign-in/],
    ['an expired token', () => says({ exp: now() - 600 }), /has expired, or is not valid yet/],
    ['a token of the future', () => says({ nbf: now() + 600 }), /has expired, or is not valid yet/],
    [
      'a clock that is 10 minutes ahead',
      () => says({ iat: now() + 600 }),
      /has expired, or is not valid yet/,
    ],
    [
      'a clock that is 10 minutes behind',
      () => says({ iat: now() - 600 }),
      /has expired, or is not valid yet/,
    ],
    ['an unsigned token', () => (provider.manner.signs = 'none'), /not signed as it must be/],
    [
      'a token signed by our own secret',
      () => (provider.manner.signs = 'by-secret'),
      /not signed as it must be/,
    ],
    [
      'a key that is not published',
      () => (provider.manner.signs = 'strange'),
      /not signed as it must be/,
    ],
    ['a refused secret', () => (provider.manner.refusesTokens = true), /client id and the secret/],
  ];

  function says(change: Readonly<Record<string, unknown>>): void {
    provider.manner.claims = (claims) => ({ ...claims, ...change });
  }

  test.each(ways)('%s', async (_, misbehave, words) => {
    provider.manner.person = 'sian';
    misbehave();
    const person = visitor(app);
    const answer = await signIn(person);
    expect(answer.status).toBe(422);
    expect(wordsIn(answer.text)).toMatch(words);
    expect(answer.text).not.toMatch(/\bat .*\.(?:ts|js):\d/);
    expect(await isSignedIn(person)).toBe(false);
  });

  test('a wrong state, another issuer in the address, no cookie, and an answer a second time', async () => {
    provider.manner.person = 'sian';
    const person = visitor(app);
    const back = await throughProvider(await begin(person), provider);
    const url = new URL(back, app.origin);
    const changed = (name: string, value: string) => {
      const other = new URL(url);
      other.searchParams.set(name, value);
      return `${other.pathname}${other.search}`;
    };
    const stranger = await visitor(app).get(back);
    expect(wordsIn(stranger.text)).toContain('does not belong to a sign-in that was begun in this');
    expect(url.searchParams.get('iss')).toBe(provider.issuer);
    const cookie = person.cookie();
    for (const wrong of [
      changed('iss', 'https://login.example.org'),
      // It was looked at once.
      back,
    ]) {
      const answer = await visitor(app, { cookie }).get(wrong);
      expect(wordsIn(answer.text)).toContain('does not belong to a sign-in');
    }
    const again = visitor(app);
    await throughProvider(await begin(again), provider);
    expect((await again.get(changed('state', 'of somebody else'))).status).toBe(422);
    expect(await isSignedIn(again)).toBe(false);
  });

  test('a clock that is half a minute off is', async () => {
    for (const off of [-30, 30]) {
      provider.manner.person = 'sian';
      provider.manner.claims = (claims) => ({
        ...claims,
        iat: now() + off,
        nbf: now() + off,
        exp: now() + off + 20,
      });
      expect((await signIn(visitor(app))).status, `${off} seconds`).toBe(303);
    }
  });

  test('new keys are found at once, and asked for once', async () => {
    provider.manner.person = 'sian';
    expect((await signIn(visitor(app))).status).toBe(303);
    await provider.rotate();
    provider.asked.length = 0;
    expect((await signIn(visitor(app))).status).toBe(303);
    expect(provider.asked.filter((path) => path === 'GET /jwks')).toHaveLength(1);
  });

  test('a provider that hangs keeps nobody for long', async () => {
    provider.manner.silent = /token/;
    provider.manner.person = 'sian';
    const started = Date.now();
    const answer = await signIn(visitor(app));
    expect(wordsIn(answer.text)).toContain('did not answer in time');
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test('no request from elsewhere begins anything', async () => {
    const answer = await visitor(app).ask('POST', '/sign-in/provider', {
      body: new URLSearchParams({ provider: providerId() }),
    });
    expect(answer.status).toBe(403);
    const unknown = await visitor(app).post('/sign-in/provider', { provider: 'no-such' });
    expect(wordsIn(unknown.text)).toContain('Nobody can sign in there');
  });
});

describe('an invitation', () => {
  const invited = 'new.colleague@northfield.example';

  test('is accepted at the provider, by its address alone, and the account has no password', async () => {
    const organisation = page.split('/')[2] ?? '';
    const sent = await lead.post(`/organisations/${organisation}/people`, {
      intent: 'invite',
      email: invited,
      role: 'contributor',
      department: '',
    });
    expect(sent.status).toBe(303);
    const address = new URL(await linkTo(app, invited)).pathname;
    const person = visitor(app);
    expect((await person.get(address)).text).toContain(`Accept, and sign in with ${NAME}`);
    const fields = { intent: 'provider', provider: providerId(), name: 'New Colleague' };
    const wrong = await person.post(address, { ...fields, email: 'passed.on@northfield.example' });
    expect(wordsIn(wrong.text)).toContain('This invitation is for another address');
    // Nobody whose account is linked already becomes a second person.
    provider.manner.person = 'sian';
    const taken = await person.get(
      await throughProvider(
        wayIn(await person.post(address, { ...fields, email: invited })),
        provider,
      ),
    );
    expect(wordsIn(taken.text)).toContain('Another account here');
    provider.manner.person = 'newcomer';
    const back = await person.get(
      await throughProvider(
        wayIn(await person.post(address, { ...fields, email: invited })),
        provider,
      ),
    );
    expect(back.headers.get('location')).toBe('/?done=invitation-accepted');
    expect((await person.get('/account')).text).toContain('None: you sign in at your organisation');
    expect(one('select count(*) from account where userId = ?', userOf(invited))).toBe('1');
    const last = await person.post('/account/provider', {
      remove: one('select id from account where userId = ?', userOf(invited)),
    });
    expect(wordsIn(last.text)).toContain('Choose a password first');
  });
});

describe('confirming', () => {
  async function newcomer(): Promise<Visitor> {
    provider.manner.person = 'newcomer';
    const person = visitor(app);
    await signIn(person);
    return person;
  }

  /** The way to the provider, and whether it says so of a confirmation. */
  async function confirm(person: Visitor): Promise<Answer> {
    const url = wayIn(await person.post('/account/confirm-at-provider', { typed: 'anything' }));
    expect(url).toMatch(/prompt=login/);
    expect(url).toMatch(/max_age=0/);
    return person.get(await throughProvider(url, provider));
  }

  test('lets one step through, and then asks again', async () => {
    const person = await newcomer();
    const change = () => person.post('/account/address', { email: 'newest@northfield.example' });
    expect(wordsIn((await change()).text)).toContain('where your organisation lets you sign in');
    const back = await confirm(person);
    expect(back.headers.get('location')).toBe('/account/confirm-at-provider');
    expect(wordsIn((await person.get('/account/confirm-at-provider')).text)).toContain(
      'go back to the other window',
    );
    expect(wordsIn((await change()).text)).toContain('Two letters are on their way');
    expect(wordsIn((await change()).text)).toContain('where your organisation lets you sign in');
  });

  test.each([
    [
      'somebody who signed in there an hour ago',
      { auth_time: now() - 3600 },
      /did not ask you to sign in anew/,
    ],
    ['no word of when', { auth_time: undefined }, /did not ask you to sign in anew/],
  ])('is not believed of %s', async (_, change, words) => {
    const person = await newcomer();
    provider.manner.claims = (claims) => ({ ...claims, ...change });
    expect(wordsIn((await confirm(person)).text)).toMatch(words);
    expect(one('select count(*) from session where confirmed_at is not null')).toBe('0');
  });

  test('is not believed of somebody else, nor in another session', async () => {
    const person = await newcomer();
    provider.manner.person = 'sian';
    expect(wordsIn((await confirm(person)).text)).toContain('somebody else than the person');
    const other = await newcomer();
    const url = wayIn(await person.post('/account/confirm-at-provider', {}));
    provider.manner.person = 'newcomer';
    const back = await throughProvider(url, provider);
    // The same person, in another session.
    const headers = { Cookie: `${sessionCookie(other)}; ${providerCookieOf(person)}` };
    expect((await other.ask('GET', back, { headers })).status).toBe(422);
    expect(one('select count(*) from session where confirmed_at is not null')).toBe('0');
  });
});

describe('two factors', () => {
  const method = () => one('select method from session order by createdAt desc, rowid desc');

  test.each([
    ['amr', { amr: ['pwd', 'mfa'] }, 'provider-two-factors'],
    ['acr', { acr: 'mfa' }, 'provider-two-factors'],
    ['neither', { amr: ['pwd'], acr: 'mfa-not-quite' }, 'provider'],
  ])('count where %s says so', async (_, claims, kind) => {
    provider.manner.person = 'sian';
    provider.manner.claims = (others) => ({ ...others, ...claims });
    expect((await signIn(visitor(app))).status).toBe(303);
    expect(method()).toBe(`${kind} ${providerId()}`);
  });

  test('an account’s own second factor is asked for where the provider proves none', async () => {
    const person = userOf(PEOPLE.contributor);
    withDatabase(app.folder, (database) =>
      database
        .prepare(
          "insert into passkeys values ('key', ?, 'Key', 'x', 0, '', '2026-01-01T00:00:00.000Z', null)",
        )
        .run(person),
    );
    provider.manner.person = 'sian';
    const asked = visitor(app);
    expect((await signIn(asked)).headers.get('location')).toBe('/sign-in/code?next=%2F');
    expect(await isSignedIn(asked)).toBe(false);
    provider.manner.claims = (claims) => ({ ...claims, amr: ['mfa'] });
    expect((await signIn(visitor(app))).headers.get('location')).toBe('/');
    withDatabase(app.folder, (database) => database.prepare('delete from passkeys').run());
  });
});

describe('a second factor of one’s own', () => {
  const codes = openAuthenticatorCodes(readConfig({ MODE: 'test' }, ROOT).secret, 'Charter');
  let sealed = '';
  let step = -1;

  beforeAll(() => {
    const userId = userOf(PEOPLE.contributor);
    sealed = codes.newKey(userId).sealed;
    withDatabase(app.folder, (database) =>
      database
        .prepare("insert into authenticators values (?, ?, '2026-01-01', '2026-01-01', 0)")
        .run(userId, sealed),
    );
  });
  afterAll(() => {
    withDatabase(app.folder, (database) => database.prepare('delete from authenticators').run());
  });

  /** Each code once: those of the last, this and the next half minute. */
  function code(): string {
    const userId = userOf(PEOPLE.contributor);
    const shown = codes.codeAt({ sealed, userId }, Date.now() + step * 30_000) ?? '';
    step += 1;
    return shown;
  }

  test('follows the sign-in at the provider, and the session is one of two factors', async () => {
    provider.manner.person = 'sian';
    const person = visitor(app);
    expect((await signIn(person)).headers.get('location')).toBe('/sign-in/code?next=%2F');
    expect((await person.post('/sign-in/code', { code: '000000' })).status).toBe(422);
    expect((await person.post('/sign-in/code', { code: code() })).status).toBe(303);
    expect(one("select count(*) from session where method like 'provider-two-factors %'")).not.toBe(
      '0',
    );
  });

  test('follows a confirmation there, which holds with the code alone', async () => {
    const person = visitor(app);
    provider.manner.person = 'sian';
    await signIn(person);
    await person.post('/sign-in/code', { code: code() });
    const url = wayIn(await person.post('/account/confirm-at-provider', {}));
    const back = await person.get(await throughProvider(url, provider));
    expect(back.headers.get('location')).toBe('/account/confirm-at-provider');
    expect(one('select count(*) from session where confirmed_at is not null')).toBe('0');
    expect(wordsIn((await person.get('/account/confirm-at-provider')).text)).toContain(
      'Enter your code, too',
    );
    const half = (typed: string) =>
      person.post('/account/confirm-at-provider', { half: 'code', code: typed });
    expect((await half('000000')).status).toBe(422);
    const right = await half(code());
    expect(wordsIn(right.text)).toContain('go back to the other window');
    expect(one('select count(*) from session where confirmed_at is not null')).toBe('1');
    // The half that the provider gave is used up.
    expect((await half('000000')).status).toBe(422);
  });
});

describe('a form that could not be saved', () => {
  test('is carried on while its person signs in at the provider beside it', async () => {
    const kept = { 'kept-to': '/employment', 'kept-form': JSON.stringify([['organisation', 'x']]) };
    const person = visitor(app);
    const again = await person.post('/employment', { organisation: 'x' });
    expect(again.text).toContain('I have signed in beside this page');
    const early = await person.post('/sign-in/provider', kept);
    expect([early.status, early.text.includes('value="/employment"')]).toEqual([401, true]);
    provider.manner.person = 'sian';
    await signIn(person);
    const later = await person.post('/sign-in/provider', kept);
    expect(wordsIn(later.text)).toContain('your text is still here');
    expect(later.text).toContain('action="/employment"');
  });
});

describe('signing out', () => {
  test('offers to sign out at the provider, too', async () => {
    provider.manner.person = 'sian';
    const person = visitor(app);
    await signIn(person);
    const out = await person.post('/sign-out', {});
    expect(out.headers.get('location')).toBe('/sign-in/provider/signed-out');
    const { text } = await person.get('/sign-in/provider/signed-out');
    expect(text).toMatch(/\/session\/end\?id_token_hint=[^"]+post_logout_redirect_uri=/);
    expect(await isSignedIn(person)).toBe(false);
  });

  const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
  const logout = (change: Readonly<Record<string, unknown>> = {}) => ({
    iss: provider.issuer,
    aud: CLIENT_ID,
    sub: 'sian',
    iat: now(),
    exp: now() + 120,
    jti: `logout ${Math.random()}`,
    events: { [EVENT]: {} },
    ...change,
  });
  const tell = (token: string) =>
    visitor(app).ask('POST', '/sign-in/provider/back-channel-logout', {
      body: new URLSearchParams({ logout_token: token }),
    });

  test('there ends the sessions that it opened here, by a token that is sent once', async () => {
    provider.manner.person = 'sian';
    const person = visitor(app);
    await signIn(person);
    const byPassword = await signedInAs(app, PEOPLE.contributor);
    const token = await provider.sign(logout(), 'logout+jwt');
    expect((await tell(token)).status).toBe(200);
    expect(await isSignedIn(person)).toBe(false);
    expect(await isSignedIn(byPassword)).toBe(true);
    expect((await tell(token)).status).toBe(400);
  });

  test.each([
    ['another audience', { aud: 'another-service' }],
    ['another issuer', { iss: 'https://login.example.org' }],
    ['a nonce, as ID tokens have', { nonce: 'x' }],
    ['no event', { events: {} }],
    ['an old day', { iat: now() - 600 }],
    ['nobody', { sub: undefined }],
    ['no id', { jti: undefined }],
  ])('is not believed of a token with %s', async (_, change) => {
    provider.manner.person = 'sian';
    const person = visitor(app);
    await signIn(person);
    expect((await tell(await provider.sign(logout(change)))).status).toBe(400);
    expect((await tell('not a token')).status).toBe(400);
    expect(await isSignedIn(person)).toBe(true);
  });
});

describe('an organisation that requires it', () => {
  test('takes no passwords of linked people, asks the others to link, and keeps nobody out', async () => {
    expect((await save({ required: 'yes', clientSecret: '' })).status).toBe(303);
    const wrong = await visitor(app).post('/sign-in', {
      email: PEOPLE.contributor,
      password: 'no',
    });
    expect(wordsIn(wrong.text)).toContain('The email address or the password is not right');
    const person = visitor(app);
    const right = await person.post('/sign-in', { email: PEOPLE.contributor, password: PASSWORD });
    expect(right.status).toBe(422);
    expect(wordsIn(right.text)).toContain(`Your organisation has its people sign in at ${NAME}`);
    expect(right.text).toContain(`Sign in with ${NAME}`);
    provider.manner.person = 'sian';
    expect((await signIn(person)).status).toBe(303);
    const unlinked = await visitor(app).post('/sign-in', {
      email: PEOPLE.viewer,
      password: PASSWORD,
    });
    expect(unlinked.headers.get('location')).toBe('/account/provider?next=%2F');
    const elsewhere = await visitor(app).post('/sign-in', {
      email: PEOPLE.stranger,
      password: PASSWORD,
    });
    expect(elsewhere.headers.get('location')).toBe('/');
    const kept = await person.post('/account/provider', {
      remove: one("select id from account where accountId = 'sian'"),
    });
    expect(wordsIn(kept.text)).toContain('so this way stays');
  });

  test('ends its sessions when it is removed, and passwords are taken again', async () => {
    provider.manner.person = 'sian';
    const person = visitor(app);
    await signIn(person);
    const version = one('select version from identity_providers');
    expect((await lead.post(page, { intent: 'remove', version, password: PASSWORD })).status).toBe(
      303,
    );
    expect(await isSignedIn(person)).toBe(false);
    expect(await isSignedIn(await signedInAs(app, PEOPLE.contributor))).toBe(true);
    const answer = await visitor(app).get('/sign-in');
    expect(answer.text).not.toContain('Sign in with your organisation');
  });
});
