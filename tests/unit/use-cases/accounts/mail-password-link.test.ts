import { describe, expect, test } from 'vitest';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { createPasswordLink, linkId } from '#app/use-cases/accounts/create-password-link.ts';
import { mailPasswordLink } from '#app/use-cases/accounts/mail-password-link.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import type { Services } from '#app/services.server.ts';
import { loadAccountSecurity } from '#db/repositories/accounts/account-security.ts';
import { done } from '#tests/support/review.ts';
import { sentMail, tokenIn } from '#tests/support/sent-mail.ts';
import { team } from '#tests/support/team.ts';

const MINUTE = 60_000;
const PASSWORD = 'three violet umbrellas';

async function linking() {
  const given = await team();
  const time = { now: given.services.clock().getTime() };
  const services: Services = { ...given.services, clock: () => new Date(time.now) };
  const administrator = await given.join('Bethan Administrator', 'charter-administrator', [
    null,
    null,
  ]);
  const userId = given.sponsor.id;
  const ask = () => mailPasswordLink(services, administrator, { userId });
  const token = async () => {
    const mails = await sentMail(services);
    const mail = mails.find(({ recipient }) => recipient === given.sponsor.email);
    if (mail === undefined) throw new Error('no letter went out');
    return tokenIn(mail, '/set-password/');
  };
  const rows = (sql: string) => services.engine.connection.prepare(sql).all();
  return { ...given, services, time, administrator, userId, ask, token, rows };
}

describe('SEC-44 a link to choose a password', () => {
  test('goes to its owner alone: whoever asks learns the address and the time, not the link', async () => {
    const { services, sponsor, administrator, ask, token, rows } = await linking();
    expect(await ask()).toEqual({ ok: true, value: { email: sponsor.email, minutes: 60 } });
    const before = JSON.stringify(
      ['password_links', 'outbox', 'audit_events'].map((table) => rows(`select * from ${table}`)),
    );
    const made = await token();
    expect(made).toMatch(/^[\w-]{43}$/);
    const after = JSON.stringify(
      ['password_links', 'outbox', 'audit_events'].map((table) => rows(`select * from ${table}`)),
    );
    expect(before).not.toContain(made);
    expect(before).not.toContain(linkId(made));
    expect(after).not.toContain(made);
    done(await setPassword(services, { token: made, password: PASSWORD }));
    const [link] = rows('select id, created_by from password_links');
    expect(link).toMatchObject({ created_by: administrator.id });
  });

  test('the trail says who asked for the link with which a password was set', async () => {
    const { services, administrator, sponsor, userId, ask, token, rows } = await linking();
    done(await ask());
    done(await setPassword(services, { token: await token(), password: PASSWORD }));
    const operators = done(await createPasswordLink(services, { userId }, OPERATOR));
    done(await setPassword(services, { token: operators.token, password: `${PASSWORD} too` }));
    const trail = rows(
      "select actor, event, details from audit_events where event like 'password-%' order by sequence",
    ).map((row) => {
      const { actor, event, details } = row as Record<string, string>;
      return { actor, event, details: JSON.parse(details ?? '{}') };
    });
    const [mailed, set, created, again] = trail;
    expect(mailed).toMatchObject({ event: 'password-link-mailed', actor: administrator.id });
    expect(set).toMatchObject({ event: 'password-set', actor: sponsor.id });
    expect(set?.details.link).toBe(mailed?.details.link);
    expect(created).toMatchObject({ event: 'password-link-created', actor: null });
    expect(created?.details.by).toBe('operator');
    expect(again?.details.link).toBe(created?.details.link);
  });

  test('works once, for 60 minutes, and a newer one ends it', async () => {
    const { services, time, ask, token } = await linking();
    const code = async (given: string) => {
      const result = await setPassword(services, { token: given, password: PASSWORD });
      return result.ok ? 'set' : result.problem.code;
    };
    done(await ask());
    const first = await token();
    time.now += MINUTE;
    done(await ask());
    const second = await token();
    expect(await code(first)).toBe('link-expired');
    time.now += 60 * MINUTE;
    expect(await code(second)).toBe('link-expired');
    done(await ask());
    const third = await token();
    time.now += 60 * MINUTE - 1;
    expect(await code(third)).toBe('set');
    expect(await code(third)).toBe('link-used');
  });

  test('whose letter could not go out in time does not go out late', async () => {
    const { services, time, ask } = await linking();
    done(await ask());
    time.now += 60 * MINUTE;
    expect(await sentMail(services)).toEqual([]);
  });

  test('is asked for by administrators alone, five times in an hour, where mail goes out', async () => {
    const { services, time, administrator, lead, userId, ask } = await linking();
    const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });
    expect(await mailPasswordLink(services, lead, { userId })).toEqual(refusal('not-allowed'));
    expect(await mailPasswordLink(services, administrator, { userId: 'x' })).toEqual(
      refusal('not-found'),
    );
    const config = { ...services.config, mode: 'production', smtpUrl: null } as const;
    expect(await mailPasswordLink({ ...services, config }, administrator, { userId })).toEqual(
      refusal('no-mail'),
    );
    for (let asked = 0; asked < 5; asked += 1) done(await ask());
    expect(await ask()).toEqual(refusal('too-many-links'));
    time.now += 60 * MINUTE;
    done(await ask());
  });
});

describe('a password that is changed', () => {
  test('is told to its owner by letter, a first one is not', async () => {
    const { services, sponsor, ask, token } = await linking();
    done(await ask());
    done(await setPassword(services, { token: await token(), password: PASSWORD }));
    expect(await sentMail(services)).toEqual([]);
    done(await ask());
    done(await setPassword(services, { token: await token(), password: `${PASSWORD} too` }));
    const [mail] = await sentMail(services);
    expect(mail).toMatchObject({
      recipient: sponsor.email,
      subject: 'The password of your account was changed',
    });
    expect(mail?.text).toContain('1 March 2027 at 09:00');
  });

  test('counts as a reset from that moment, a first one does not', async () => {
    const { services, userId, ask, token } = await linking();
    const resetAt = async () => (await loadAccountSecurity(services.engine.db, userId))?.resetAt;
    done(await ask());
    done(await setPassword(services, { token: await token(), password: PASSWORD }));
    expect(await resetAt()).toBeUndefined();
    done(await ask());
    done(await setPassword(services, { token: await token(), password: `${PASSWORD} too` }));
    expect(await resetAt()).toBe('2027-03-01T09:00:00.000Z');
  });
});
