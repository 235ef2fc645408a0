// What people change about their own account, and the links that they ask for (SEC-43, SEC-44).
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { hashPassword } from '#app/identity/password-hash.ts';
import { ownData } from '#app/queries/accounts/own-data.ts';
import { askForLink, openDeviceLink } from '#app/use-cases/accounts/ask-for-link.ts';
import {
  addressChangeOf,
  addressToken,
  beginAddressChange,
  confirmAddressChange,
} from '#app/use-cases/accounts/change-address.ts';
import {
  changeOwnName,
  changeOwnPassword,
  endOwnSession,
} from '#app/use-cases/accounts/change-own-account.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { signIn } from '#app/use-cases/accounts/sign-in.ts';
import { insertPassword, insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { insertMembership } from '#db/repositories/people/roles.ts';
import { done } from '#tests/support/review.ts';
import { sentMail, tokenIn } from '#tests/support/sent-mail.ts';
import { addDepartment, STRANGE, testServices } from '#tests/support/services.ts';

const PASSWORD = 'walnut harbour lantern';
const HASH = await hashPassword(PASSWORD);
const MINUTE = 60_000;

const SIAN: Actor = {
  id: 'sian',
  name: 'Siân Llŷr-Wynne',
  email: 'sian@northfield.example',
  memberships: [],
};
const OTHER = { id: 'niamh', name: 'Niamh O’Dowd', email: 'niamh@northfield.example' };

async function accounts() {
  let now = Date.parse('2027-03-01T09:00:00.000Z');
  const given = await testServices();
  const services = { ...given, clock: () => new Date(now) };
  const at = services.clock().toISOString();
  await given.engine.commit(
    [SIAN, OTHER].flatMap(({ id, name, email }) => [
      insertPerson({ id, name, email }, at),
      insertPassword(`password-${id}`, { userId: id, hash: HASH, at }),
    ]),
  );
  const rows = (sql: string) => given.engine.connection.prepare(sql).all();
  const sent = () => sentMail(services);
  const pass = (minutes: number) => {
    now += minutes * MINUTE;
  };
  return { services, rows, sent, pass };
}

describe('a link that somebody asks for who is not signed in', () => {
  test('SEC-43 is the same answer for every address, and goes to owners of accounts alone', async () => {
    const { services, sent } = await accounts();
    const ask = (email: string) =>
      askForLink(services, { email, purpose: 'password', address: '10.1.1.1' });
    const answers = [await ask(SIAN.email), await ask('nobody@northfield.example')];
    expect(answers).toEqual([
      { ok: true, value: { minutes: 60 } },
      { ok: true, value: { minutes: 60 } },
    ]);
    expect((await sent()).map(({ recipient }) => recipient)).toEqual([SIAN.email]);
  });

  test('SEC-44 works once, for an hour, and the next one ends it', async () => {
    const { services, sent, pass } = await accounts();
    const ask = async () => {
      done(await askForLink(services, { email: SIAN.email, purpose: 'password', address: 'x' }));
      const letters = await sent();
      return tokenIn(letters.at(-1) ?? { text: '' }, '/set-password/');
    };
    const set = (token: string) =>
      setPassword(services, { token, password: 'teal pebble orchard' });
    const first = await ask();
    const second = await ask();
    expect(await set(first)).toMatchObject({ problem: { code: 'link-expired' } });
    pass(60);
    expect(await set(second)).toMatchObject({ problem: { code: 'link-expired' } });
    const third = await ask();
    expect(await set(third)).toMatchObject({ ok: true });
    expect(await set(third)).toMatchObject({ problem: { code: 'link-used' } });
  });

  test('is sent five times an hour at most, and nobody is told that it was not', async () => {
    const { services, sent, rows } = await accounts();
    for (let time = 0; time < 9; time += 1) {
      const address = `10.1.1.${time}`;
      done(await askForLink(services, { email: SIAN.email, purpose: 'password', address }));
    }
    expect(rows('select id from outbox')).toHaveLength(5);
    // The earlier ones open nothing any more, so their letters stay.
    expect(await sent()).toHaveLength(1);
  });

  test('makes a device known after a hundred strange tries, and lets nobody in by itself', async () => {
    const { services, sent, rows } = await accounts();
    const far = { ...STRANGE, address: '10.9.9.9' };
    const at = services.clock().toISOString();
    services.engine.connection
      .prepare("insert into failed_tries values ('x', ?, ?, 100, ?)")
      .run(`looks password ${SIAN.email}`, `${at.slice(0, 13)}:00:00.000Z`, at);
    const enter = (browser: typeof STRANGE) =>
      signIn(services, { email: SIAN.email, password: PASSWORD, browser });
    expect(await enter(far)).toMatchObject({ problem: { code: 'too-many-tries' } });
    done(await askForLink(services, { email: SIAN.email, purpose: 'device', address: '10.9.9.9' }));
    const [letter = { text: '' }] = await sent();
    const token = tokenIn(letter, '/sign-in/device/');
    // It is no link to choose a password.
    expect(await setPassword(services, { token, password: 'teal pebble orchard' })).toMatchObject({
      problem: { code: 'link-unknown' },
    });
    expect(await openDeviceLink(services, token)).toEqual({
      ok: true,
      value: { email: SIAN.email },
    });
    expect(rows('select id from session')).toEqual([]);
    expect(await openDeviceLink(services, token)).toMatchObject({
      problem: { code: 'link-over' },
    });
    expect(await enter({ ...far, device: 'known-now' })).toMatchObject({ ok: true });
  });
});

describe('another address', () => {
  const begun = async (email = 'sian@new.example') => {
    const given = await accounts();
    const { services, rows } = given;
    done(await beginAddressChange(services, SIAN, { email, proof: { password: PASSWORD } }));
    const [row] = rows('select id from address_changes order by created_at desc, id desc');
    const { id } = row as { id: string };
    const token = (side: string) => addressToken(services, `${side} ${id}`);
    const address = () =>
      given.services.engine.connection
        .prepare("select email from user where id = 'sian'")
        .pluck()
        .get();
    return { ...given, token, address };
  };

  test.each([
    ['old', 'new'],
    ['new', 'old'],
  ])('holds once both have confirmed: first the %s, then the %s', async (first, then) => {
    const { services, token, address, rows } = await begun();
    expect(await confirmAddressChange(services, token(first))).toMatchObject({
      value: { done: false },
    });
    expect(await confirmAddressChange(services, token(first))).toMatchObject({
      value: { done: false },
    });
    expect(address()).toBe(SIAN.email);
    expect(await confirmAddressChange(services, token(then))).toMatchObject({
      value: { done: true, email: 'sian@new.example' },
    });
    expect(address()).toBe('sian@new.example');
    const told = rows(
      "select recipient from outbox where subject = 'The address of your account was changed' order by recipient",
    );
    expect(told).toEqual([{ recipient: 'sian@new.example' }, { recipient: SIAN.email }]);
    expect(await confirmAddressChange(services, token(then))).toMatchObject({
      problem: { code: 'link-over' },
    });
  });

  test('is not confirmed with a link of the other side, of another change, or an hour later', async () => {
    const { services, token, address, pass } = await begun();
    const old = token('old');
    for (const other of [
      old.replace('.old.', '.new.'),
      `x${old}`,
      old.slice(0, -1),
      '',
      '..',
      token('neither'),
    ]) {
      expect((await addressChangeOf(services, other)).ok, other).toBe(false);
    }
    await confirmAddressChange(services, old);
    pass(60);
    expect(await confirmAddressChange(services, token('new'))).toMatchObject({
      problem: { code: 'link-over' },
    });
    expect(address()).toBe(SIAN.email);
  });

  test('that somebody has is never told of, and never theirs', async () => {
    const { services, rows, token, address } = await begun(OTHER.email);
    expect(rows('select recipient from outbox')).toEqual([{ recipient: SIAN.email }]);
    await confirmAddressChange(services, token('old'));
    expect(await confirmAddressChange(services, token('new'))).toMatchObject({
      problem: { code: 'link-over' },
    });
    expect(address()).toBe(SIAN.email);
  });

  test.each(['', 'no address', 'a@b', 'sian@northfield.example', 'a b@c.example'])(
    'is not %j',
    async (email) => {
      const { services } = await accounts();
      const proof = { password: PASSWORD };
      expect(await beginAddressChange(services, SIAN, { email, proof })).toMatchObject({
        problem: { code: 'address-wrong' },
      });
    },
  );
});

describe('one’s own account', () => {
  test('has another password by the one that one has, and its owner a letter', async () => {
    const { services, rows } = await accounts();
    const change = (password: string, proof: string) =>
      changeOwnPassword(services, SIAN, { password, proof: { password: proof } });
    expect(await change('teal pebble orchard', 'wrong')).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    expect(await change('sian northfield', PASSWORD)).toMatchObject({
      problem: { code: 'password-guessable' },
    });
    expect(await change('teal pebble orchard', PASSWORD)).toMatchObject({ ok: true });
    expect(rows('select subject from outbox')).toEqual([
      { subject: 'The password of your account was changed' },
    ]);
    // Its owner was asked: nothing is held back for a day.
    expect(rows('select reset_at from account_security where reset_at is not null')).toEqual([]);
    const command = { email: SIAN.email, password: 'teal pebble orchard', browser: STRANGE };
    expect(await signIn(services, command)).toMatchObject({ ok: true });
  });

  test('has its sessions ended one by one, and the trail tells of those alone that ended', async () => {
    const { services, rows } = await accounts();
    const events = () => rows("select actor from audit_events where event = 'session-ended'");
    for (const { id, email } of [SIAN, OTHER]) {
      done(await signIn(services, { email, password: PASSWORD, browser: STRANGE }));
      expect(rows(`select id from session where userId = '${id}'`)).toHaveLength(1);
    }
    const idOf = (person: string) =>
      String(Object.values(rows(`select id from session where userId = '${person}'`)[0] ?? {})[0]);
    for (const id of ['no such session', idOf('niamh')]) await endOwnSession(services, SIAN, id);
    expect(events()).toEqual([]);
    expect(rows('select id from session')).toHaveLength(2);
    const own = idOf('sian');
    for (const id of [own, own]) await endOwnSession(services, SIAN, id);
    expect(events()).toEqual([{ actor: 'sian' }]);
    expect(rows('select userId from session')).toEqual([{ userId: 'niamh' }]);
  });

  test('has another name, that can be read and is nobody’s beside them, and its owner a letter', async () => {
    const { services, rows } = await accounts();
    await addDepartment(services, 'north', 'therapies');
    const membership = { role: 'contributor', organisation: 'north', department: null } as const;
    await services.engine.commit(
      [SIAN, OTHER].map(({ id }) =>
        insertMembership({
          id: `role-${id}`,
          userId: id,
          role: membership.role,
          organisationId: 'north',
          departmentId: null,
        }),
      ),
    );
    const actor = { ...SIAN, memberships: [membership] };
    const change = (name: string, password = PASSWORD) =>
      changeOwnName(services, actor, { name, proof: { password } });
    for (const name of ['  ', '12', '\u202e', 'Niamh\u0000', 'Si\u200bân', 'x'.repeat(201)]) {
      expect(await change(name), name).toMatchObject({ problem: { code: 'name-wrong' } });
    }
    for (const name of ['Niamh O’Dowd', 'niamh  odowd', "NIAMH O'DOWD", 'Niámh O’Dowd']) {
      expect(await change(name), name).toMatchObject({ problem: { code: 'name-taken' } });
    }
    expect(await change('Siân ap Rhŷs', 'wrong')).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    expect(await change(' Siân  ap Rhŷs ')).toMatchObject({ ok: true });
    expect(rows("select name from user where id = 'sian'")).toEqual([{ name: 'Siân ap Rhŷs' }]);
    expect(rows('select subject from outbox')).toEqual([
      { subject: 'The name of your account was changed' },
    ]);
  });

  test('gives its owner what is held, and no secret of it', async () => {
    const { services } = await accounts();
    done(await signIn(services, { email: SIAN.email, password: PASSWORD, browser: STRANGE }));
    const text = JSON.stringify(await ownData(services, SIAN));
    expect(text).toContain(SIAN.email);
    expect(text).toContain('signed-in');
    expect(text).not.toContain(OTHER.email);
    expect(text).not.toContain(HASH);
    const tokens = services.engine.connection.prepare('select token from session').pluck().all();
    for (const token of tokens) expect(text).not.toContain(token);
  });
});
