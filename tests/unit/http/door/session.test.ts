import { scrypt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sessionCookie, sessionOf } from '#app/http/door/session.ts';
import { sessionCookieName } from '#app/identity/auth.ts';
import { signIn } from '#app/use-cases/accounts/sign-in.ts';
import { insertPassword, insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { STRANGE, testServices } from '#tests/support/services.ts';

const PERSON = { email: 'sian@northfield.example', password: 'walnut harbour lantern' };
const MINUTE = 60_000;

/** Somebody who has signed in just now, and what the service finds of them later. */
async function signedIn() {
  const services = { ...(await testServices()), clock: () => new Date() };
  const { password: hasher } = await services.auth.$context;
  const at = new Date().toISOString();
  await services.engine.commit([
    insertPerson({ id: 'sian', name: 'Siân Llŷr-Wynne', email: PERSON.email }, at),
    insertPassword('password', { userId: 'sian', hash: await hasher.hash(PERSON.password), at }),
  ]);
  const result = await signIn(services, { ...PERSON, browser: STRANGE });
  if (!result.ok || result.value.kind !== 'session') throw new Error('not signed in');
  const cookie = (await sessionCookie(services, result.value.token)).split(';')[0] ?? '';
  const find = (sent: string, { minutes = 0, keepAlive = true } = {}) => {
    const clock = () => new Date(Date.now() + minutes * MINUTE);
    const request = new Request('http://localhost/', { headers: { cookie: sent } });
    return sessionOf({ ...services, clock }, request, { keepAlive });
  };
  const sessions = () =>
    services.engine.connection.prepare('select count(*) from session').pluck().get();
  return { services, cookie, find, sessions };
}

describe('the session behind a cookie', () => {
  test('is found while every thread of the process is busy with passwords', async () => {
    const { cookie, find } = await signedIn();
    let ended = 0;
    const busy = Array.from({ length: 8 }, () => {
      const done = Promise.withResolvers<void>();
      const options = { N: 16_384, r: 16, maxmem: 128 * 16_384 * 16 * 2 };
      scrypt(PERSON.password, 'salt', 64, options, () => {
        ended += 1;
        done.resolve();
      });
      return done.promise;
    });
    expect((await find(cookie))?.user.name).toBe('Siân Llŷr-Wynne');
    expect(ended).toBeLessThan(4);
    await Promise.all(busy);
  });

  test('is kept alive by whoever uses it, in steps of a minute', async () => {
    const { services, cookie, find } = await signedIn();
    expect((await find(cookie))?.cookies).toEqual([]);
    expect((await find(cookie, { minutes: 5, keepAlive: false }))?.cookies).toEqual([]);
    const [renewed = ''] = (await find(cookie, { minutes: 5 }))?.cookies ?? [];
    expect(renewed).toContain('; Max-Age=1800; Path=/; HttpOnly; SameSite=Lax');
    expect(renewed.split(';')[0]).toBe(cookie);
    expect((await find(cookie, { minutes: 34 }))?.user.email).toBe(PERSON.email);
    // The library reads what we have written.
    const headers = new Headers({ cookie: renewed.split(';')[0] ?? '' });
    expect((await services.auth.api.getSession({ headers }))?.user.email).toBe(PERSON.email);
  });

  test('ends after half an hour without use, and is gone then', async () => {
    const { cookie, find, sessions } = await signedIn();
    expect(await find(cookie, { minutes: 31 })).toBeNull();
    expect(sessions()).toBe(0);
    expect(await find(cookie)).toBeNull();
  });

  test('is nobody’s whose signature is not ours', async () => {
    const { services, cookie, find } = await signedIn();
    const name = sessionCookieName(services.config.origin);
    const value = decodeURIComponent(cookie.slice(name.length + 1));
    const [token = '', signature = ''] = value.split('.');
    const others = [
      token,
      `${token}.`,
      `.${signature}`,
      `${token}x.${signature}`,
      `${token}.${signature.slice(1)}`,
      `${token}.${signature.toLowerCase()}`,
      `${value}.${signature}`,
      '%',
      '',
    ];
    for (const other of others) expect(await find(`${name}=${other}`), other).toBeNull();
    expect(await find('')).toBeNull();
    expect(await find(`other=1; ${cookie}`)).not.toBeNull();
  });
});
