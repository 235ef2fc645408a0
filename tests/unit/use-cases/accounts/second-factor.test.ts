// A second factor from setting it up to losing it (catalogue SEC-44 to SEC-46).
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { hashPassword } from '#app/identity/password-hash.ts';
import { secondFactorPage } from '#app/queries/accounts/account-page.ts';
import { factorStandingOf } from '#app/queries/accounts/factor-standing.ts';
import {
  beginAuthenticator,
  finishAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
} from '#app/use-cases/accounts/change-authenticator.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { confirmIdentity } from '#app/use-cases/accounts/confirm-identity.ts';
import {
  applyFactorResets,
  askFactorReset,
  cancelFactorReset,
} from '#app/use-cases/accounts/reset-factor.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { signIn } from '#app/use-cases/accounts/sign-in.ts';
import { signInWithCode } from '#app/use-cases/accounts/sign-in-second-step.ts';
import { insertPassword, insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { insertMembership } from '#db/repositories/people/roles.ts';
import { putAuthenticator } from '#db/repositories/accounts/sign-in-accounts.ts';
import { appShows } from '#tests/support/authenticator-app.ts';
import { done } from '#tests/support/review.ts';
import { STRANGE, testServices } from '#tests/support/services.ts';

const PASSWORD = 'walnut harbour lantern';
const HASH = await hashPassword(PASSWORD);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2027-03-01T09:00:00.000Z');

/** A chair and an administrator on a service that asks second factors of them. */
async function chairs(created = '2026-01-01T00:00:00.000Z') {
  const given = await testServices();
  let now = START;
  const config = {
    ...given.config,
    secondFactor: { required: true, panelMembers: false, graceDays: 14 },
  };
  const services = { ...given, config, clock: () => new Date(now) };
  const actorOf = (id: string, role: 'panel-chair' | 'charter-administrator'): Actor => ({
    id,
    name: id,
    email: `${id}@panel.example`,
    memberships: [{ role, organisation: null, department: null }],
  });
  const [chair, administrator] = [
    actorOf('sunita', 'panel-chair'),
    actorOf('bethan', 'charter-administrator'),
  ];
  await given.engine.commit(
    [chair, administrator].flatMap(({ id, email, memberships: [held] }) => [
      insertPerson({ id, name: id, email }, created),
      insertPassword(`password-${id}`, { userId: id, hash: HASH, at: created }),
      insertMembership({
        id: `role-${id}`,
        userId: id,
        role: held?.role ?? '',
        organisationId: null,
        departmentId: null,
      }),
    ]),
  );
  const keyOf = async () => (await secondFactorPage(services, chair)).shown?.secret ?? '';
  const setUp = async () => {
    done(await beginAuthenticator(services, chair, { password: PASSWORD }));
    const key = await keyOf();
    const code = appShows(key, services.clock());
    const codes = done(await finishAuthenticator(services, chair, { code, session: 'here' }));
    return { key, codes };
  };
  const firstStep = async () => {
    const command = { email: chair.email, password: PASSWORD, browser: STRANGE };
    const result = done(await signIn(services, command));
    return result.kind === 'second-step' ? result.ticket : '';
  };
  const secondStep = (ticket: string, code: string, browser = STRANGE) =>
    signInWithCode(services, { ticket, code, browser: () => browser });
  const rows = (sql: string) => given.engine.connection.prepare(sql).all();
  const letters = () =>
    given.engine.connection
      .prepare('select subject from outbox where recipient = ? order by created_at, id')
      .pluck()
      .all(chair.email);
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return {
    services,
    chair,
    administrator,
    setUp,
    keyOf,
    firstStep,
    secondStep,
    rows,
    letters,
    pass,
  };
}

describe('an authenticator app', () => {
  test('counts once a code of it is typed, and is written about', async () => {
    const { services, chair, keyOf, letters, firstStep, rows } = await chairs();
    done(await beginAuthenticator(services, chair, { password: PASSWORD }));
    expect(await firstStep()).toBe('');
    const key = await keyOf();
    expect(rows('select sealed_secret from authenticators').map(String).join()).not.toContain(key);
    const wrong = appShows(key, new Date(START - 5 * MINUTE));
    expect(
      await finishAuthenticator(services, chair, { code: wrong, session: 'here' }),
    ).toMatchObject({ problem: { code: 'code-wrong' } });
    const code = appShows(key, services.clock());
    const codes = done(await finishAuthenticator(services, chair, { code, session: 'here' }));
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(letters()).toEqual(['The second factor of your account was changed']);
    expect(await firstStep()).not.toBe('');
  });

  test('is not set up with a wrong password', async () => {
    const { services, chair } = await chairs();
    expect(await beginAuthenticator(services, chair, { password: 'wrong' })).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    expect((await secondFactorPage(services, chair)).state).toBe('none');
  });

  test('ends every session that was begun with a password alone', async () => {
    const { services, chair, setUp, rows } = await chairs();
    const browser = { ...STRANGE, agent: 'elsewhere' };
    done(await signIn(services, { email: chair.email, password: PASSWORD, browser }));
    expect(rows('select id from session')).toHaveLength(1);
    await setUp();
    expect(rows('select id from session')).toEqual([]);
  });

  test('SEC-45 is asked for after the password, and the password alone begins no session', async () => {
    const { setUp, firstStep, secondStep, rows, pass, services } = await chairs();
    const { key } = await setUp();
    const ticket = await firstStep();
    expect(rows('select id from session')).toEqual([]);
    pass(MINUTE);
    expect(await secondStep(ticket, appShows(key, services.clock()))).toMatchObject({ ok: true });
    expect(rows('select method from session')).toEqual([{ method: 'code' }]);
  });

  test('SEC-45 is asked for after a password that a link has set, which begins no session either', async () => {
    const { services, chair, setUp, firstStep, rows } = await chairs();
    await setUp();
    const { token } = done(await createPasswordLink(services, { userId: chair.id }, OPERATOR));
    const password = 'three violet umbrellas';
    done(await setPassword(services, { token, password }));
    const command = { email: chair.email, password, browser: STRANGE };
    expect(done(await signIn(services, command)).kind).toBe('second-step');
    expect(rows('select id from session')).toEqual([]);
    await expect(firstStep()).rejects.toThrow();
  });

  test('SEC-46 takes no code twice, none of an earlier step, and one step early or late', async () => {
    const { setUp, firstStep, secondStep, pass, services } = await chairs();
    const { key } = await setUp();
    const ticket = await firstStep();
    pass(5 * MINUTE);
    const at = (seconds: number) =>
      appShows(key, new Date(services.clock().getTime() + seconds * 1000));
    expect(await secondStep(ticket, at(-90))).toMatchObject({ problem: { code: 'code-wrong' } });
    expect(await secondStep(ticket, at(90))).toMatchObject({ problem: { code: 'code-wrong' } });
    expect(await secondStep(ticket, at(30))).toMatchObject({ ok: true });
    // The later code was used: the present one is over with it.
    expect(await secondStep(ticket, at(30))).toMatchObject({ problem: { code: 'code-wrong' } });
    expect(await secondStep(ticket, at(0))).toMatchObject({ problem: { code: 'code-wrong' } });
  });

  test('SEC-46 slows whoever guesses codes, and looks at a hundred a day of strange devices', async () => {
    const { setUp, firstStep, secondStep, pass } = await chairs();
    await setUp();
    pass(5 * MINUTE);
    const ticket = await firstStep();
    const from = (address: string) => ({ ...STRANGE, address });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await secondStep(ticket, '000000', from('10.1.0.1'));
    }
    expect(await secondStep(ticket, '000000', from('10.1.0.1'))).toMatchObject({
      problem: { code: 'wait' },
    });
    const problems: string[] = [];
    for (let attempt = 0; attempt < 130; attempt += 1) {
      const result = await secondStep(ticket, '000000', from(`10.2.0.${attempt}`));
      problems.push(result.ok ? 'in' : result.problem.code);
    }
    expect(problems.filter((code) => code === 'code-wrong')).toHaveLength(95);
    expect(problems.at(-1)).toBe('too-many-tries');
  });

  test('is guessed on a device that a mailed link made known as on a strange one, and its owner hears of it', async () => {
    const { setUp, firstStep, secondStep, pass, letters } = await chairs();
    await setUp();
    pass(5 * MINUTE);
    const ticket = await firstStep();
    let looked = 0;
    for (let attempt = 0; attempt < 130; attempt += 1) {
      const linked = { ...STRANGE, address: `10.3.0.${attempt}`, device: `by-link-${attempt}` };
      const result = await secondStep(ticket, '000000', linked);
      if (!result.ok && result.problem.code === 'code-wrong') looked += 1;
      if (attempt === 8) expect(letters()).toHaveLength(1);
    }
    expect(looked).toBe(100);
    expect(letters().slice(1)).toEqual(['Somebody has your password and tries codes']);
  });

  test('is worth nothing to somebody whose first step is over', async () => {
    const { services, chair, setUp, firstStep, secondStep, pass } = await chairs();
    const { key } = await setUp();
    const ticket = await firstStep();
    pass(MINUTE);
    const code = appShows(key, services.clock());
    expect(await secondStep(`${ticket}x`, code)).toMatchObject({
      problem: { code: 'first-step-over' },
    });
    expect(await secondStep('nobody~x', code)).toMatchObject({
      problem: { code: 'first-step-over' },
    });
    const other = await hashPassword('another fine pebble');
    services.engine.connection
      .prepare('update account set password = ? where userId = ?')
      .run(other, chair.id);
    expect(await secondStep(ticket, code)).toMatchObject({ problem: { code: 'first-step-over' } });
  });
});

describe('two at once', () => {
  test('a key that was confirmed is not replaced by one that another window begins', async () => {
    const { services, chair, setUp, firstStep } = await chairs();
    await setUp();
    // The other window had looked before: its write comes now.
    const row = {
      userId: chair.id,
      sealedSecret: 'other',
      createdAt: services.clock().toISOString(),
      confirmedAt: null,
      lastStep: 0,
    };
    await expect(services.engine.commit([putAuthenticator(row)])).rejects.toThrow();
    expect(await firstStep()).not.toBe('');
  });
});

describe('recovery codes', () => {
  test('SEC-46 work once each, in any writing, and their use is written about', async () => {
    const { setUp, firstStep, secondStep, letters, rows } = await chairs();
    const { codes } = await setUp();
    const [first = '', second = ''] = codes;
    const ticket = await firstStep();
    expect(
      await secondStep(ticket, ` ${first.slice(0, 5).toUpperCase()}-${first.slice(5)} `),
    ).toMatchObject({ ok: true });
    expect(await secondStep(ticket, first)).toMatchObject({ problem: { code: 'code-wrong' } });
    expect(await secondStep(ticket, second)).toMatchObject({ ok: true });
    expect(letters().slice(1)).toEqual([
      'A recovery code of your account was used',
      'A recovery code of your account was used',
    ]);
    expect(JSON.stringify(rows('select * from recovery_codes'))).not.toMatch(
      new RegExp(codes.join('|')),
    );
  });

  test('are all new when they are made anew', async () => {
    const { services, chair, setUp, firstStep, secondStep } = await chairs();
    const { codes } = await setUp();
    const [, ...rest] = codes;
    const proof = { password: PASSWORD, code: rest[0] ?? '' };
    const renewed = done(await renewRecoveryCodes(services, chair, proof));
    expect(renewed.filter((code) => codes.includes(code))).toEqual([]);
    const ticket = await firstStep();
    expect(await secondStep(ticket, codes[5] ?? '')).toMatchObject({
      problem: { code: 'code-wrong' },
    });
    expect(await secondStep(ticket, renewed[0] ?? '')).toMatchObject({ ok: true });
  });
});

describe('being asked once more', () => {
  test('needs password and code, and uses the code up', async () => {
    const { services, chair, setUp, pass } = await chairs();
    const { key } = await setUp();
    pass(MINUTE);
    const code = appShows(key, services.clock());
    const ask = (proof: object) =>
      confirmIdentity(services, chair, { password: PASSWORD, session: 'here', ...proof });
    expect(await ask({})).toMatchObject({ problem: { code: 'code-wrong' } });
    expect(await ask({ password: 'wrong', code })).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    expect(await ask({ code })).toMatchObject({ ok: true });
    expect(await ask({ code })).toMatchObject({ problem: { code: 'code-wrong' } });
  });

  test('keeps only the session waiting that guesses', async () => {
    const { services, chair } = await chairs();
    const ask = (session: string, password: string) =>
      confirmIdentity(services, chair, { password, session });
    for (let attempt = 0; attempt < 10; attempt += 1) await ask('stolen', 'wrong');
    expect(await ask('stolen', PASSWORD)).toMatchObject({ problem: { code: 'wait' } });
    expect(await ask('own', PASSWORD)).toMatchObject({ ok: true });
  });
});

describe('whoever needs one', () => {
  test('has days of grace from the first sign-in on, and then sets it up first', async () => {
    const { services, chair, setUp, pass } = await chairs();
    expect(await factorStandingOf(services, chair)).toEqual({ kind: 'fine' });
    const command = { email: chair.email, password: PASSWORD, browser: STRANGE };
    done(await signIn(services, command));
    const by = '2027-03-15T09:00:00.000Z';
    expect(await factorStandingOf(services, chair)).toEqual({ kind: 'due', by });
    pass(13 * 24 * HOUR);
    done(await signIn(services, command));
    expect(await factorStandingOf(services, chair)).toEqual({ kind: 'due', by });
    pass(24 * HOUR);
    expect(await factorStandingOf(services, chair)).toEqual({ kind: 'overdue' });
    await setUp();
    expect(await factorStandingOf(services, chair)).toEqual({ kind: 'fine' });
  });

  test('has none with an account that is new', async () => {
    const { services, chair } = await chairs('2027-03-01T08:00:00.000Z');
    done(await signIn(services, { email: chair.email, password: PASSWORD, browser: STRANGE }));
    expect(await factorStandingOf(services, chair)).toEqual({ kind: 'overdue' });
  });

  test('does not take the last one away', async () => {
    const { services, chair, setUp, pass } = await chairs();
    const { key } = await setUp();
    pass(MINUTE);
    const proof = { password: PASSWORD, code: appShows(key, services.clock()) };
    expect(await removeAuthenticator(services, chair, proof)).toMatchObject({
      problem: { code: 'factor-needed' },
    });
    const free = { ...chair, memberships: [] };
    expect(await removeAuthenticator(services, free, proof)).toMatchObject({ ok: true });
  });
});

describe('a lost device', () => {
  test('is forgotten a day after an administrator asks, and then another is set up first', async () => {
    const { services, chair, administrator, setUp, firstStep, pass, letters } = await chairs();
    await setUp();
    const reason = 'Her phone was stolen; we spoke on the telephone.';
    const asked = await askFactorReset(services, administrator, { person: chair.id, reason });
    expect(asked).toEqual({ ok: true, value: { effectiveAt: '2027-03-02T09:00:00.000Z' } });
    expect(letters().at(-1)).toBe('The second factor of your account will be taken away');
    pass(24 * HOUR - 1);
    expect(await applyFactorResets(services)).toEqual({ applied: 0 });
    expect(await firstStep()).not.toBe('');
    pass(1);
    expect(await applyFactorResets(services)).toEqual({ applied: 1 });
    expect(await applyFactorResets(services)).toEqual({ applied: 0 });
    expect(await firstStep()).toBe('');
    expect(await factorStandingOf(services, chair)).toEqual({ kind: 'overdue' });
    expect(letters().at(-1)).toBe('The second factor of your account was taken away');
  });

  test('stays where its owner says so meanwhile', async () => {
    const { services, chair, administrator, setUp, firstStep, pass } = await chairs();
    await setUp();
    done(await askFactorReset(services, administrator, { person: chair.id, reason: 'Lost' }));
    done(await cancelFactorReset(services, chair, chair.id));
    pass(48 * HOUR);
    expect(await applyFactorResets(services)).toEqual({ applied: 0 });
    expect(await firstStep()).not.toBe('');
  });

  test('goes not where its owner has set up another meanwhile, or was never told', async () => {
    const { services, chair, administrator, setUp, firstStep, pass } = await chairs();
    await setUp();
    const lost = { person: chair.id, reason: 'Lost' };
    const silent = { ...services, config: { ...services.config, smtpUrl: 'smtp://mail.example' } };
    done(await askFactorReset(silent, administrator, lost));
    pass(25 * HOUR);
    expect(await applyFactorResets(silent)).toEqual({ applied: 0 });
    services.engine.connection.exec("update outbox set sent_at = '2027-03-01T10:00:00.000Z'");
    expect(await applyFactorResets(silent)).toEqual({ applied: 1 });
    done(await beginAuthenticator(services, chair, { password: PASSWORD }));
    const key = (await secondFactorPage(services, chair)).shown?.secret ?? '';
    const again = { code: appShows(key, services.clock()), session: 'here' };
    done(await finishAuthenticator(services, chair, again));
    done(await askFactorReset(services, administrator, lost));
    // Removed and set up anew, on another phone.
    services.engine.connection.exec('update authenticators set confirmed_at = null');
    const code = appShows(key, services.clock());
    done(await finishAuthenticator(services, chair, { code, session: 'here' }));
    pass(25 * HOUR);
    expect(await applyFactorResets(services)).toEqual({ applied: 0 });
    expect(await firstStep()).not.toBe('');
    const mute = { ...services, config: { ...services.config, mode: 'production' as const } };
    expect(await askFactorReset(mute, administrator, lost)).toMatchObject({
      problem: { code: 'no-mail' },
    });
  });

  test('is nobody’s business but an administrator’s, and not of their own', async () => {
    const { services, chair, administrator, setUp } = await chairs();
    await setUp();
    const ask = (actor: Actor, person: string, reason = 'Lost') =>
      askFactorReset(services, actor, { person, reason });
    expect(await ask(chair, chair.id)).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(await ask(administrator, administrator.id)).toMatchObject({
      problem: { code: 'own-factor' },
    });
    expect(await ask(administrator, 'nobody')).toMatchObject({ problem: { code: 'not-found' } });
    expect(await ask(administrator, chair.id, ' ')).toMatchObject({
      problem: { code: 'reason-wrong' },
    });
    done(await ask(administrator, chair.id));
    expect(await ask(administrator, chair.id)).toMatchObject({ problem: { code: 'reset-waits' } });
    expect(await cancelFactorReset(services, { ...chair, id: 'somebody' }, chair.id)).toMatchObject(
      { problem: { code: 'not-allowed' } },
    );
  });
});
