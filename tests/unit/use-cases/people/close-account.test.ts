import { describe, expect, test } from 'vitest';
import { membershipsOf } from '#app/queries/people/memberships.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { removeRole } from '#app/use-cases/people/administer-roles.ts';
import { closeAccount, openAccount } from '#app/use-cases/people/close-account.ts';
import { createPasswordLink } from '#app/use-cases/accounts/create-password-link.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import { mailPasswordLink } from '#app/use-cases/accounts/mail-password-link.ts';
import { setPassword } from '#app/use-cases/accounts/set-password.ts';
import { signIn } from '#app/use-cases/accounts/sign-in.ts';
import { listRolesOf } from '#db/repositories/people/places.ts';
import { done } from '#tests/support/review.ts';
import { sentMail } from '#tests/support/sent-mail.ts';
import { STRANGE } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';

const PASSWORD = 'walnut harbour lantern';

async function closing() {
  const given = await team();
  const { services, join, contributor } = given;
  const administrator = await join('Bethan Administrator', 'charter-administrator', [null, null]);
  const { token } = done(await createPasswordLink(services, { userId: contributor.id }, OPERATOR));
  done(await setPassword(services, { token, password: PASSWORD }));
  const { email } = contributor;
  const enter = (password: string) => signIn(services, { email, password, browser: STRANGE });
  const sessions = () =>
    services.engine.connection
      .prepare('select * from session where userId = ?')
      .all(contributor.id);
  const person = contributor.id;
  return { ...given, administrator, person, enter, sessions };
}

describe('a closed account', () => {
  test('SEC-07 SEC-31 has no session from the same commit on, and refuses as a wrong password does', async () => {
    const { services, administrator, person, enter, sessions } = await closing();
    done(await enter(PASSWORD));
    expect(sessions()).toHaveLength(1);
    done(await closeAccount(services, administrator, { person }));
    expect(sessions()).toEqual([]);
    const wrong = await enter('another fine password');
    expect(await enter(PASSWORD)).toEqual(wrong);
    expect(wrong).toEqual({ ok: false, problem: { code: 'wrong' } });
    expect(sessions()).toEqual([]);
    expect(await membershipsOf(services, person)).toEqual([]);
  });

  test('its owner and those who answer for its places hear of it, and no other mail goes to it', async () => {
    const { services, administrator, person, contributor, lead, sponsor } = await closing();
    const membership = { role: 'contributor', organisation: 'north', department: null } as const;
    const whole = { ...lead, memberships: [{ ...membership, role: 'assessment-lead' as const }] };
    done(await invitePerson(services, whole, { email: contributor.email, membership }));
    done(await closeAccount(services, administrator, { person }));
    const mails = await sentMail(services);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [contributor.email, lead.email, sponsor.email].toSorted(),
    );
    for (const { subject } of mails) expect(subject).toMatch(/is closed$/);
  });

  test('no link to choose a password works or is sent any more', async () => {
    const { services, administrator, person } = await closing();
    const { token } = done(await createPasswordLink(services, { userId: person }, OPERATOR));
    done(await closeAccount(services, administrator, { person }));
    expect(await setPassword(services, { token, password: 'teal pebble orchard' })).toEqual({
      ok: false,
      problem: { code: 'link-unknown' },
    });
    expect(await mailPasswordLink(services, administrator, { userId: person })).toEqual({
      ok: false,
      problem: { code: 'account-closed' },
    });
  });

  test('is opened again with its roles and its password', async () => {
    const { services, administrator, person, enter, contributor } = await closing();
    done(await closeAccount(services, administrator, { person }));
    done(await openAccount(services, administrator, { person }));
    done(await enter(PASSWORD));
    expect(await membershipsOf(services, person)).toEqual(contributor.memberships);
  });

  test('is never one’s own, and closed by administrators alone', async () => {
    const { services, administrator, lead, person } = await closing();
    const code = async (result: ReturnType<typeof closeAccount>) => {
      const given = await result;
      return given.ok ? 'done' : given.problem.code;
    };
    const own = { person: administrator.id };
    expect(await code(closeAccount(services, administrator, own))).toBe('own-account');
    expect(await code(closeAccount(services, lead, { person }))).toBe('not-allowed');
    expect(await code(closeAccount(services, administrator, { person: 'x' }))).toBe('not-found');
    expect(await code(openAccount(services, administrator, { person }))).toBe('account-as-asked');
    expect(await code(closeAccount(services, administrator, { person }))).toBe('done');
    expect(await code(closeAccount(services, administrator, { person }))).toBe('account-as-asked');
  });
});

describe('administrators who shut each other out at the same moment', () => {
  test.each([
    ['close', 'close', 'alone'],
    ['close', 'take the role', 'alone'],
    ['take the role', 'close', 'alone'],
    ['take the role', 'take the role', 'alone'],
    ['close', 'close', 'beside a third'],
    ['take the role', 'take the role', 'beside a third'],
  ] as const)('are never both out: %s, %s, %s', async (first, then, others) => {
    const { services, join, administrator } = await closing();
    const second = await join('Owain Second', 'charter-administrator', [null, null]);
    if (others === 'beside a third')
      await join('Tegan Third', 'charter-administrator', [null, null]);
    const shut = {
      close: async (by: typeof second, whom: typeof second) =>
        closeAccount(services, by, { person: whom.id }),
      'take the role': async (by: typeof second, whom: typeof second) => {
        const [held] = await listRolesOf(services.engine.db, whom.id);
        const membership = held?.membership.id ?? '';
        return removeRole(services, by, { person: whom.id, membership });
      },
    };
    const results = await Promise.all([
      shut[first](administrator, second),
      shut[then](second, administrator),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.problem.code]));
    expect(refusals).toEqual(['not-allowed']);
  });
});
