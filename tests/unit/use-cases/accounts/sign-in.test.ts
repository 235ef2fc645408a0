// Who gets in, who waits, and who is kept out by whom (catalogue SEC-40 to SEC-42).
import { hashPassword as scryptHash } from 'better-auth/crypto';
import { describe, expect, test } from 'vitest';
import { hashPassword } from '#app/identity/password-hash.ts';
import { signIn } from '#app/use-cases/accounts/sign-in.ts';
import { insertPassword, insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { STRANGE, testServices } from '#tests/support/services.ts';

const MINUTE = 60_000;
const OWNER = 'sian@northfield.example';
const KNOWN = { ...STRANGE, device: 'a-device-of-hers', signedIn: true, address: '10.50.0.1' };

/** Accounts whose right password is `right`, without the time that hashes take, and a clock to set. */
async function people(...emails: readonly string[]) {
  const given = await testServices();
  let now = Date.parse('2027-03-01T09:00:00.000Z');
  const at = new Date(now).toISOString();
  await given.engine.commit(
    emails.flatMap((email, index) => [
      insertPerson({ id: `person-${index}`, name: email, email }, at),
      insertPassword(`password-${index}`, { userId: `person-${index}`, hash: RIGHT, at }),
    ]),
  );
  let looked = 0;
  const context = await given.auth.$context;
  const password = {
    ...context.password,
    hash: async () => RIGHT,
    verify: async ({ password: typed }: { password: string }) => {
      looked += 1;
      return typed === 'right';
    },
  };
  const auth = { ...given.auth, $context: Promise.resolve({ ...context, password }) };
  const services = { ...given, auth: auth as typeof given.auth, clock: () => new Date(now) };
  const tries = async (email: string, typed: string, browser = STRANGE) => {
    const result = await signIn(services, { email, password: typed, browser });
    return result.ok ? 'in' : result.problem.code;
  };
  const letters = () =>
    given.engine.connection.prepare('select recipient, subject from outbox').all();
  const pass = (minutes: number) => {
    now += minutes * MINUTE;
  };
  return { services, tries, letters, pass, looked: () => looked };
}

const RIGHT = await hashPassword('right');

describe('SEC-40 an owner', () => {
  test('gets in on a known device whatever two hundred strangers do', async () => {
    const { tries } = await people(OWNER);
    for (let stranger = 0; stranger < 200; stranger += 1) {
      await tries(OWNER, 'wrong', { ...STRANGE, address: `10.9.${stranger >> 3}.${stranger}` });
      expect(await tries(OWNER, 'right', KNOWN)).toBe('in');
    }
  });

  test('waits on a known device for failures of that device alone', async () => {
    const { tries, pass } = await people(OWNER);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await tries(OWNER, 'wrong', KNOWN)).toBe('wrong');
    }
    expect(await tries(OWNER, 'right', KNOWN)).toBe('wait');
    expect(await tries(OWNER, 'right', { ...KNOWN, device: 'another-of-hers' })).toBe('in');
    pass(1);
    expect(await tries(OWNER, 'right', KNOWN)).toBe('in');
  });

  test('has one letter after ten failures from strange devices, and not another that day', async () => {
    const { tries, letters } = await people(OWNER);
    for (let stranger = 0; stranger < 9; stranger += 1) {
      await tries(OWNER, 'wrong', { ...STRANGE, address: `10.9.9.${stranger}` });
    }
    expect(letters()).toEqual([]);
    for (let stranger = 9; stranger < 60; stranger += 1) {
      await tries(OWNER, 'wrong', { ...STRANGE, address: `10.9.9.${stranger}` });
    }
    expect(letters()).toEqual([
      { recipient: OWNER, subject: 'Somebody tries to sign in to your account' },
    ]);
  });
});

describe('SEC-40 a stranger', () => {
  test('from a thousand addresses has a hundred looks at one account in any 24 hours', async () => {
    const { tries, pass, looked } = await people(OWNER);
    const moments: number[] = [];
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const before = looked();
      await tries(OWNER, 'wrong', { ...STRANGE, address: `10.${attempt >> 8}.0.${attempt & 255}` });
      if (looked() > before) moments.push(attempt);
      pass(3);
    }
    const day = (24 * 60) / 3;
    const most = Math.max(
      ...moments.map((from) => moments.filter((at) => at >= from && at < from + day).length),
    );
    expect(most).toBe(100);
  });

  test('who is one too many is told to use a link, and a known device is not', async () => {
    const { tries } = await people(OWNER);
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await tries(OWNER, 'wrong', { ...STRANGE, address: `10.2.0.${attempt}` });
    }
    expect(await tries(OWNER, 'right', { ...STRANGE, address: '10.3.0.1' })).toBe('too-many-tries');
    expect(await tries(OWNER, 'right', KNOWN)).toBe('in');
  });

  test('clears by a success of their own nothing that they failed at elsewhere', async () => {
    const { tries } = await people('mallory@north.example', OWNER);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await tries(OWNER, 'wrong');
      expect(await tries('mallory@north.example', 'right')).toBe('in');
    }
    expect(await tries(OWNER, 'right')).toBe('wait');
  });

  test('is looked at once for a right password, however often it is right', async () => {
    const { tries } = await people(OWNER);
    for (let attempt = 0; attempt < 150; attempt += 1) {
      expect(await tries(OWNER, 'right', { ...STRANGE, address: '10.4.0.1' })).toBe('in');
    }
  });
});

describe('SEC-41 one network address', () => {
  test('lets three hundred people in, and slows those who fail, not those who do not', async () => {
    const emails = Array.from({ length: 300 }, (_, at) => `person${at}@example.org`);
    const { tries } = await people(...emails, 'late@example.org');
    for (const [index, email] of emails.entries()) {
      if (index % 3 === 0) expect(await tries(email, 'wrong')).toBe('wrong');
      expect(await tries(email, 'right')).toBe('in');
    }
    for (let at = 0; at < 400; at += 1) await tries(`spray${at}@example.org`, 'wrong');
    expect(await tries('late@example.org', 'right')).toBe('in');
    expect(await tries('late@example.org', 'wrong')).toBe('wrong');
    expect(await tries('late@example.org', 'right')).toBe('wait');
  });

  test('of IPv6 is the whole network of one customer', async () => {
    const { tries } = await people(OWNER);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await tries(OWNER, 'wrong', { ...STRANGE, address: `2001:db8:1:2::${attempt}` });
    }
    expect(await tries(OWNER, 'right', { ...STRANGE, address: '2001:db8:1:2:ffff::1' })).toBe(
      'wait',
    );
    expect(await tries(OWNER, 'right', { ...STRANGE, address: '2001:db8:1:3::1' })).toBe('in');
  });
});

test('SEC-30 a session is new with every sign-in, and the one that the browser had ends', async () => {
  const { services } = await people(OWNER);
  const enter = async (session: string | null) => {
    const browser = { ...KNOWN, session, agent: 'Firefox/130' };
    const result = await signIn(services, { email: OWNER, password: 'right', browser });
    if (!result.ok || result.value.kind !== 'session') throw new Error('not signed in');
    return result.value.token;
  };
  const first = await enter(null);
  const second = await enter(first);
  const rows = services.engine.connection
    .prepare('select token, userAgent, method from session')
    .all();
  expect(rows).toEqual([{ token: second, userAgent: 'Firefox/130', method: 'password' }]);
  expect(second).not.toBe(first);
});

test('a hash by an older rule is made anew at the next sign-in', async () => {
  const services = await testServices();
  const at = services.clock().toISOString();
  const old = await scryptHash('teal pebble orchard');
  await services.engine.commit([
    insertPerson({ id: 'sian', name: 'Siân', email: OWNER }, at),
    insertPassword('password', { userId: 'sian', hash: old, at }),
  ]);
  const enter = (password: string) =>
    signIn(services, { email: OWNER, password, browser: STRANGE });
  const stored = () =>
    services.engine.connection.prepare('select password from account').pluck().get();
  expect(await enter('wrong wrong wrong')).toMatchObject({ ok: false });
  expect(stored()).toBe(old);
  expect(await enter('teal pebble orchard')).toMatchObject({ ok: true });
  expect(stored()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await enter('teal pebble orchard')).toMatchObject({ ok: true });
});

describe('an account that changes while somebody signs in', () => {
  type Change = 'closed' | 'another-password' | 'second-factor';

  /** Signs in while this happens: as the password is looked at, or as the session is made. */
  async function during(change: Change, when: 'looking' | 'making') {
    const services = await testServices();
    const at = services.clock().toISOString();
    await services.engine.commit([
      insertPerson({ id: 'sian', name: 'Siân', email: OWNER }, at),
      insertPassword('password', { userId: 'sian', hash: RIGHT, at }),
    ]);
    const other = await hashPassword('another fine pebble');
    const run = (sql: string) => services.engine.connection.prepare(sql).run();
    const happen = () => {
      run('delete from session');
      if (change === 'closed') {
        run(
          `insert into account_security (user_id, closed_at) values ('sian', '${at}') on conflict do update set closed_at = '${at}'`,
        );
      }
      if (change === 'another-password') run(`update account set password = '${other}'`);
      if (change === 'second-factor') {
        run(`insert into authenticators values ('sian', 'x', '${at}', '${at}', 0)`);
      }
    };
    const context = await services.auth.$context;
    const { password: hasher, internalAdapter } = context;
    const password: typeof hasher = {
      ...hasher,
      verify: async (given) => {
        const right = await hasher.verify(given);
        if (when === 'looking') happen();
        return right;
      },
    };
    const store: typeof internalAdapter = {
      ...internalAdapter,
      createSession: async (...given) => {
        if (when === 'making') happen();
        return internalAdapter.createSession(...given);
      },
    };
    const changed = Promise.resolve({ ...context, password, internalAdapter: store });
    const auth = { ...services.auth, $context: changed } as typeof services.auth;
    const command = { email: OWNER, password: 'right', browser: STRANGE };
    const result = await signIn({ ...services, auth }, command);
    const sessions = services.engine.connection.prepare('select id from session').all();
    return { result, sessions };
  }

  test.each([
    ['closed', 'looking'],
    ['closed', 'making'],
    ['another-password', 'looking'],
    ['another-password', 'making'],
    ['second-factor', 'looking'],
    ['second-factor', 'making'],
  ] as const)('%s, as it is %s: no session is left', async (change, when) => {
    const { result, sessions } = await during(change, when);
    expect(result).toMatchObject({ ok: false, problem: { code: 'wrong' } });
    expect(sessions).toEqual([]);
  });
});

test('a reset that lands while an old hash is made anew stands', async () => {
  const services = await testServices();
  const at = services.clock().toISOString();
  const reset = await hashPassword('another fine pebble');
  await services.engine.commit([
    insertPerson({ id: 'sian', name: 'Siân', email: OWNER }, at),
    insertPassword('password', {
      userId: 'sian',
      hash: await scryptHash('teal pebble orchard'),
      at,
    }),
  ]);
  const context = await services.auth.$context;
  const password = {
    ...context.password,
    hash: async (text: string) => {
      services.engine.connection.prepare('update account set password = ?').run(reset);
      return context.password.hash(text);
    },
  };
  const auth = {
    ...services.auth,
    $context: Promise.resolve({ ...context, password }),
  } as typeof services.auth;
  const command = { email: OWNER, password: 'teal pebble orchard', browser: STRANGE };
  expect(await signIn({ ...services, auth }, command)).toMatchObject({ ok: false });
  const stored = services.engine.connection.prepare('select password from account').pluck().get();
  expect(stored).toBe(reset);
});
