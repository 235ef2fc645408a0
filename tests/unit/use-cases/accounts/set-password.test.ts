// From no account to a sign-in, on a real database file.
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { signIn as signInTo } from '#app/use-cases/accounts/sign-in.ts';
import { loadMemberships } from '#db/repositories/people/roles.ts';
import { addDepartment, personWith, STRANGE, testServices } from '#tests/support/services.ts';

const START = Date.parse('2027-03-01T09:00:00.000Z');
const MINUTE = 60_000;
const GOOD = 'three violet umbrellas';
const LEAD = { role: 'assessment-lead', organisation: 'north', department: null } as const;
const administrator: Actor = {
  ...personWith('charter-administrator', 'body', null),
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};

async function withPerson() {
  let now = START;
  const services = { ...(await testServices()), clock: () => new Date(now) };
  await addDepartment(services, 'north', 'therapies');
  const command = { name: ' Ada Obi ', email: ' Ada.Obi@Example.ORG ', memberships: [LEAD] };
  const made = await createPerson(services, command, OPERATOR);
  if (!made.ok) throw new Error(made.problem.code);
  const userId = made.value.id;
  const link = async () => {
    const result = await createPasswordLink(services, { userId }, OPERATOR);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value;
  };
  const wait = (minutes: number) => {
    now += minutes * MINUTE;
  };
  const signIn = async (password: string) => {
    const body = { email: 'ada.obi@example.org', password };
    return services.auth.api.signInEmail({ body, asResponse: true });
  };
  const rows = (sql: string) => services.engine.connection.prepare(sql).all();
  return { services, command, userId, link, wait, signIn, rows };
}

/** Refused, for this reason among others. */
function guessable(why: string) {
  return { code: 'password-guessable', because: expect.arrayContaining([why]) };
}

describe('making an account', () => {
  test('the address is kept in one form, the name trimmed, the roles given', async () => {
    const { services, userId, rows } = await withPerson();
    expect(rows('select id, name, email from user')).toEqual([
      { id: userId, name: 'Ada Obi', email: 'ada.obi@example.org' },
    ]);
    expect(await loadMemberships(services.engine.db, userId)).toEqual([LEAD]);
  });

  test.each(['ada.obi@example.org', 'ADA.OBI@example.org', 'ａｄａ.obi@example.org'])(
    'a second account for %s is refused',
    async (email) => {
      const { services, command, rows } = await withPerson();
      expect(await createPerson(services, { ...command, email }, OPERATOR)).toEqual({
        ok: false,
        problem: { code: 'email-in-use', email: 'ada.obi@example.org' },
      });
      expect(rows('select id from user')).toHaveLength(1);
    },
  );

  test('of two at once with one address, one is refused', async () => {
    const { services, command } = await withPerson();
    const twice = { ...command, email: 'ben@example.org' };
    const results = await Promise.all([
      createPerson(services, twice, OPERATOR),
      createPerson(services, twice, OPERATOR),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  test('nobody but the operator makes accounts or sees a link', async () => {
    const { services, command, userId, rows } = await withPerson();
    const lead = personWith('assessment-lead', 'north', null);
    const refusal = { ok: false, problem: { code: 'not-allowed' } };
    const other = { ...command, email: 'ben@example.org' };
    for (const actor of [lead, administrator]) {
      expect(await createPerson(services, other, actor)).toEqual(refusal);
      expect(await createPasswordLink(services, { userId }, actor)).toEqual(refusal);
    }
    expect(rows('select id from password_links')).toEqual([]);
  });

  test('there is no link for nobody', async () => {
    const { services } = await withPerson();
    expect(await createPasswordLink(services, { userId: 'nobody' }, OPERATOR)).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
  });
});

describe('SEC-44 choosing a password with a link', () => {
  test('the person then signs in with it, and with no other', async () => {
    const { services, userId, link, signIn } = await withPerson();
    expect((await signIn(GOOD)).status).toBe(401);
    const { token } = await link();
    expect(await setPassword(services, { token, password: GOOD })).toEqual({
      ok: true,
      value: { userId, email: 'ada.obi@example.org' },
    });
    const answer = await signIn(GOOD);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toContain('session=');
    expect((await signIn(`${GOOD}!`)).status).toBe(401);
  });

  test.each(['account', 'session'])(
    'a database that fails at %s is no wrong password',
    async (table) => {
      const { services, link } = await withPerson();
      const { token } = await link();
      await setPassword(services, { token, password: GOOD });
      services.engine.connection.exec(`alter table ${table} rename to gone`);
      const command = { email: 'ada.obi@example.org', password: GOOD, browser: STRANGE };
      await expect(signInTo(services, command)).rejects.toThrow();
    },
  );

  test('the token is never stored', async () => {
    const { services, link, rows } = await withPerson();
    const { token } = await link();
    await setPassword(services, { token, password: GOOD });
    const everything = JSON.stringify([
      rows('select * from password_links'),
      rows('select * from audit_events'),
      rows('select * from account'),
    ]);
    expect(token).toHaveLength(43);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(GOOD);
  });

  test('a link works once', async () => {
    const { services, link, signIn } = await withPerson();
    const { token } = await link();
    await setPassword(services, { token, password: GOOD });
    expect(await setPassword(services, { token, password: 'another fine password' })).toEqual({
      ok: false,
      problem: { code: 'link-used' },
    });
    expect((await signIn(GOOD)).status).toBe(200);
  });

  test('of two people with one link, one sets a password', async () => {
    const { services, link, rows } = await withPerson();
    const { token } = await link();
    const results = await Promise.all([
      setPassword(services, { token, password: GOOD }),
      setPassword(services, { token, password: 'another fine password' }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'link-used' } });
    expect(rows("select id from account where providerId = 'credential'")).toHaveLength(1);
  });

  test.each([
    [59, true],
    [60, false],
  ])('after %i minutes a link works: %s', async (minutes, works) => {
    const { services, link, wait } = await withPerson();
    const { token, expiresAt } = await link();
    expect(expiresAt).toBe('2027-03-01T10:00:00.000Z');
    wait(minutes);
    const result = await setPassword(services, { token, password: GOOD });
    expect(result.ok).toBe(works);
    if (!result.ok) expect(result.problem).toEqual({ code: 'link-expired' });
  });

  test('a new link voids the earlier unused one', async () => {
    const { services, link } = await withPerson();
    const first = await link();
    const second = await link();
    expect(await setPassword(services, { token: first.token, password: GOOD })).toEqual({
      ok: false,
      problem: { code: 'link-expired' },
    });
    expect((await setPassword(services, { token: second.token, password: GOOD })).ok).toBe(true);
  });

  test('a token that was never given out is unknown', async () => {
    const { services } = await withPerson();
    expect(await setPassword(services, { token: 'x'.repeat(43), password: GOOD })).toEqual({
      ok: false,
      problem: { code: 'link-unknown' },
    });
  });

  test.each([
    ['eleven chars', { code: 'password-too-short', least: 12 }, 'abcdefgh 1x'],
    ['more than 1024', { code: 'password-too-long', most: 1024 }, 'ab cd '.repeat(200)],
    ['the own address', guessable('personal'), 'ada.obi@example.org 1'],
    ['the name of the trust', guessable('place'), 'therapies north'],
    ['a run', guessable('run'), '1-2-3-4-5-6-7-8'],
  ])('a password of %s is refused, and the link still works', async (_what, problem, password) => {
    const { services, link, signIn } = await withPerson();
    const { token } = await link();
    expect(await setPassword(services, { token, password })).toMatchObject({ ok: false, problem });
    expect((await setPassword(services, { token, password: GOOD })).ok).toBe(true);
    expect((await signIn(GOOD)).status).toBe(200);
  });

  test('a new password ends every session of the person, and of nobody else', async () => {
    const { services, command, link, signIn, rows } = await withPerson();
    const ben = await createPerson(services, { ...command, email: 'ben@example.org' }, OPERATOR);
    if (!ben.ok) throw new Error(ben.problem.code);
    const bens = await createPasswordLink(services, { userId: ben.value.id }, OPERATOR);
    if (!bens.ok) throw new Error(bens.problem.code);
    await setPassword(services, { token: bens.value.token, password: GOOD });
    await services.auth.api.signInEmail({ body: { email: 'ben@example.org', password: GOOD } });
    await setPassword(services, { token: (await link()).token, password: GOOD });
    await signIn(GOOD);
    await signIn(GOOD);
    expect(rows('select id from session')).toHaveLength(3);

    const { token } = await link();
    await setPassword(services, { token, password: 'another fine password' });

    expect(rows('select userId from session')).toEqual([{ userId: ben.value.id }]);
    expect((await signIn(GOOD)).status).toBe(401);
    expect((await signIn('another fine password')).status).toBe(200);
  });

  test('who did what is in the trail', async () => {
    const { services, userId, link, rows } = await withPerson();
    await setPassword(services, { token: (await link()).token, password: GOOD });
    expect(rows('select event, actor, subject from audit_events order by sequence')).toEqual([
      { event: 'person-created', actor: null, subject: userId },
      { event: 'password-link-created', actor: null, subject: userId },
      { event: 'password-set', actor: userId, subject: userId },
    ]);
  });
});
