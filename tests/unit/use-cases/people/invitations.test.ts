import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Actor, BODY_ROLES, ORGANISATION_ROLES, type Role } from '#app/domain/policy/actor.ts';
import { invitationPage } from '#app/queries/people/invitation-page.ts';
import type { Services } from '#app/services.server.ts';
import { acceptInvitation } from '#app/use-cases/accounts/accept-invitation.ts';
import { revokeInvitation, sendInvitationAgain } from '#app/use-cases/people/change-invitation.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import { sendLetters } from '#app/use-cases/letters/send-letters.ts';
import { signIn } from '#app/use-cases/accounts/sign-in.ts';
import { memberships, user } from '#db/tables.ts';
import { sentMail, tokenIn } from '#tests/support/sent-mail.ts';
import { addDepartment, personWith, STRANGE } from '#tests/support/services.ts';
import { team } from '#tests/support/team.ts';

const PASSWORD = 'walnut harbour lantern';
const THERAPIES = { organisation: 'north', department: 'therapies' };

async function inviting() {
  const given = await team();
  const time = { now: given.services.clock().getTime() };
  const services: Services = { ...given.services, clock: () => new Date(time.now) };
  const administrator: Actor = {
    ...personWith('charter-administrator', 'body', null),
    memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
  };
  const invite = (
    actor: Actor,
    role: Role = 'contributor',
    place: { organisation: string; department: string | null } = THERAPIES,
    email = 'New.Person@Example.org',
  ) => invitePerson(services, actor, { email, membership: { role, ...place } });
  const inviteOne = async (email?: string) => {
    const result = await invite(given.lead, 'contributor', THERAPIES, email);
    if (!result.ok) throw new Error(result.problem.code);
    return result.value.id;
  };
  /** The token of the letter that goes out now. */
  const token = async () => {
    const [mail] = await sentMail(services);
    if (mail === undefined) throw new Error('no letter went out');
    return tokenIn(mail, '/invitations/');
  };
  const invited = async (email?: string) => {
    await inviteOne(email);
    return token();
  };
  const account = { email: 'new.person@example.org', name: 'Nye Person', password: PASSWORD };
  const rolesOf = async (email: string) =>
    services.engine.db
      .select({ role: memberships.role, department: memberships.departmentId })
      .from(memberships)
      .innerJoin(user, eq(user.id, memberships.userId))
      .where(eq(user.email, email));
  return {
    ...given,
    services,
    time,
    administrator,
    invite,
    inviteOne,
    invited,
    token,
    account,
    rolesOf,
  };
}

describe('who may invite whom', () => {
  test.each<[Role, string]>([
    ['contributor', 'yes'],
    ['organisation-viewer', 'yes'],
    ['assessment-lead', 'yes'],
    ['executive-sponsor', 'yes'],
    ['deputy-sponsor', 'yes'],
    ['panel-member', 'not-allowed'],
    ['panel-chair', 'not-allowed'],
    ['charter-administrator', 'not-allowed'],
  ])('a lead invites a %s to their department: %s', async (role, outcome) => {
    const { invite, lead } = await inviting();
    const result = await invite(lead, role);
    expect(result.ok ? 'yes' : result.problem.code).toBe(outcome);
  });

  test('a lead invites neither to the whole organisation nor elsewhere', async () => {
    const { invite, lead } = await inviting();
    for (const place of [
      { organisation: 'north', department: null },
      { organisation: 'south', department: 'pharmacy' },
      { organisation: 'north', department: 'pharmacy' },
    ]) {
      expect(await invite(lead, 'contributor', place)).toMatchObject({
        problem: { code: 'not-allowed' },
      });
    }
  });

  test('a lead of the whole organisation invites to all of it, and nowhere else', async () => {
    const { invite, join } = await inviting();
    const whole = await join('Whole Lead', 'assessment-lead', ['north', null]);
    const everywhere = { organisation: 'north', department: null };
    expect(await invite(whole, 'contributor', everywhere)).toMatchObject({ ok: true });
    expect(await invite(whole, 'contributor', THERAPIES)).toMatchObject({ ok: true });
    const south = { organisation: 'south', department: 'pharmacy' };
    expect(await invite(whole, 'contributor', south)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });

  test.each<[Role, string]>([
    ['assessment-lead', 'yes'],
    ['deputy-sponsor', 'yes'],
    ['contributor', 'not-allowed'],
    ['organisation-viewer', 'not-allowed'],
    ['executive-sponsor', 'not-allowed'],
  ])('a sponsor names leads and deputies; a %s: %s', async (role, outcome) => {
    const { invite, sponsor } = await inviting();
    const result = await invite(sponsor, role, { organisation: 'north', department: null });
    expect(result.ok ? 'yes' : result.problem.code).toBe(outcome);
  });

  test('nobody else invites anyone', async () => {
    const { invite, contributor, viewer, stranger, join, letters } = await inviting();
    const deputy = await join('Dai Deputy', 'deputy-sponsor', ['north', null]);
    for (const actor of [contributor, viewer, stranger, deputy]) {
      expect(await invite(actor)).toEqual({ ok: false, problem: { code: 'not-allowed' } });
    }
    expect(await letters()).toEqual([]);
  });

  test.each<Role>(['assessment-lead', 'executive-sponsor', 'deputy-sponsor'])(
    'those who answer for the organisation, and its contact, hear of a new %s',
    async (role) => {
      const { services, invite, lead, sponsor } = await inviting();
      services.engine.connection
        .prepare(
          "update organisations set contact_email = 'board@north.example' where id = 'north'",
        )
        .run();
      expect(await invite(lead, role)).toMatchObject({ ok: true });
      const mails = await sentMail(services);
      expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
        ['new.person@example.org', sponsor.email, 'board@north.example'].toSorted(),
      );
    },
  );

  test('an administrator invites the first lead of an organisation where nobody is, and nobody else', async () => {
    const { services, invite, administrator } = await inviting();
    await addDepartment(services, 'east', 'surgery');
    const east = { organisation: 'east', department: null };
    for (const role of [...ORGANISATION_ROLES, ...BODY_ROLES]) {
      const allowed = role === 'assessment-lead';
      expect(await invite(administrator, role, THERAPIES), role).toMatchObject({ ok: false });
      if (!allowed) {
        expect(await invite(administrator, role, east), role).toMatchObject({ ok: false });
      }
    }
    expect(await invite(administrator, 'assessment-lead', east)).toMatchObject({ ok: true });
    expect(
      await invite(administrator, 'assessment-lead', east, 'second@east.example'),
    ).toMatchObject({ problem: { code: 'not-allowed' } });
  });

  test('the first lead’s invitation is sent again, another one is not, by an administrator', async () => {
    const { services, invite, inviteOne, administrator } = await inviting();
    await addDepartment(services, 'east', 'surgery');
    const east = { organisation: 'east', department: null };
    const first = await invite(administrator, 'assessment-lead', east);
    if (!first.ok) throw new Error(first.problem.code);
    expect(
      await sendInvitationAgain(services, administrator, { invitation: first.value.id }),
    ).toMatchObject({ ok: true });
    const other = await inviteOne();
    expect(await sendInvitationAgain(services, administrator, { invitation: other })).toMatchObject(
      { problem: { code: 'not-found' } },
    );
  });

  test('an organisation that its people have left has no first lead', async () => {
    const { services, invite, administrator } = await inviting();
    services.engine.connection
      .prepare("delete from memberships where organisation_id = 'north'")
      .run();
    const north = { organisation: 'north', department: null };
    expect(await invite(administrator, 'assessment-lead', north)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });

  test('where no mail goes out nobody is invited', async () => {
    const { services, lead } = await inviting();
    const config = { ...services.config, mode: 'production', smtpUrl: null } as const;
    const membership = { role: 'contributor', ...THERAPIES } as const;
    const command = { email: 'new.person@example.org', membership };
    expect(await invitePerson({ ...services, config }, lead, command)).toEqual({
      ok: false,
      problem: { code: 'no-mail' },
    });
  });

  test('a role that is held, and an invitation that is open, are not sent again', async () => {
    const { invite, lead, contributor } = await inviting();
    expect(await invite(lead, 'contributor', THERAPIES, contributor.email)).toMatchObject({
      problem: { code: 'role-held' },
    });
    await invite(lead);
    expect(await invite(lead)).toMatchObject({ problem: { code: 'invited-already' } });
  });

  test('SEC-82 an address gets at most five letters a day, a sender sends at most a hundred', async () => {
    const { services, invite, lead, inviteOne } = await inviting();
    let invitation = await inviteOne();
    for (let sent = 1; sent < 5; sent += 1) {
      const again = await sendInvitationAgain(services, lead, { invitation });
      if (!again.ok) throw new Error(again.problem.code);
      invitation = again.value.id;
    }
    expect(await sendInvitationAgain(services, lead, { invitation })).toMatchObject({
      problem: { code: 'invited-too-often' },
    });
    for (let sent = 5; sent < 100; sent += 1) {
      await invite(lead, 'contributor', THERAPIES, `p${sent}@example.org`);
    }
    expect(await invite(lead, 'contributor', THERAPIES, 'last@example.org')).toMatchObject({
      problem: { code: 'too-many-invitations' },
    });
  });
});

describe('SEC-73 forty invitations at once', () => {
  test('to one role of one address are one letter', async () => {
    const { invite, lead, letters } = await inviting();
    const results = await Promise.all(Array.from({ length: 40 }, () => invite(lead)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'invited-already' } });
    expect(await letters()).toHaveLength(1);
  });

  test('sent again are one letter more', async () => {
    const { services, lead, inviteOne, letters } = await inviting();
    const invitation = await inviteOne();
    const again = () => sendInvitationAgain(services, lead, { invitation });
    const results = await Promise.all(Array.from({ length: 40 }, again));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'invitation-over' } });
    expect(await letters()).toHaveLength(2);
  });

  test('to many addresses are no more than one may send in a day', async () => {
    const { invite, lead, letters } = await inviting();
    const all = Array.from({ length: 140 }, (_, at) =>
      invite(lead, 'contributor', THERAPIES, `p${at}@example.org`),
    );
    const results = await Promise.all(all);
    expect(results.filter(({ ok }) => ok)).toHaveLength(100);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      problem: { code: 'too-many-invitations' },
    });
    expect(await letters()).toHaveLength(100);
  });

  test('one that expired is not sent again beside a newer one to the same', async () => {
    const { services, time, invite, lead, inviteOne } = await inviting();
    const expired = await inviteOne();
    time.now += 15 * 24 * 60 * 60_000;
    expect(await invite(lead)).toMatchObject({ ok: true });
    expect(await sendInvitationAgain(services, lead, { invitation: expired })).toMatchObject({
      problem: { code: 'invited-already' },
    });
  });
});

describe('accepting', () => {
  test('REL-15 the token is made as the letter is sent, and kept nowhere', async () => {
    const { services, inviteOne, token } = await inviting();
    const rows = () =>
      JSON.stringify(
        ['invitations', 'outbox', 'audit_events'].map((table) =>
          services.engine.connection.prepare(`select * from ${table}`).all(),
        ),
      );
    await inviteOne();
    const before = rows();
    const made = await token();
    expect(made).toMatch(/^[\w-]{43}$/);
    for (const kept of [before, rows()]) expect(kept).not.toContain(made);
    expect(before).not.toContain(linkId(made));
    expect(rows()).toContain(linkId(made));
  });

  test('a letter that is sent twice, because nobody knows whether it arrived, opens the same', async () => {
    const { services, inviteOne, account, time } = await inviting();
    await inviteOne();
    const tokens: string[] = [];
    const sendMail: Services['sendMail'] = async (mail) => {
      tokens.push(tokenIn(mail, '/invitations/'));
      return { ok: false, why: 'unreachable', reason: 'TIMEOUT' };
    };
    await sendLetters({ ...services, sendMail });
    time.now += 3_600_000;
    await sendLetters({ ...services, sendMail });
    const [first = '', second] = tokens;
    expect(second).toBe(first);
    expect(await acceptInvitation(services, null, { token: first, account })).toMatchObject({
      ok: true,
    });
  });

  test('the letter of an invitation that was withdrawn meanwhile does not go out', async () => {
    const { services, lead, inviteOne, letters } = await inviting();
    const invitation = await inviteOne();
    await revokeInvitation(services, lead, { invitation });
    expect(await sentMail(services)).toEqual([]);
    expect(await letters()).toMatchObject([
      { sentAt: null, lastError: 'what it is about is over' },
    ]);
    expect(await sentMail(services)).toEqual([]);
  });

  test('a new person chooses name and password and signs in with the address invited', async () => {
    const { services, invited, account, rolesOf } = await inviting();
    const token = await invited();
    expect(await invitationPage(services, null, linkId(token))).toMatchObject({
      next: 'make-account',
      state: 'open',
      role: 'Contributor',
      invitedBy: 'Niamh Lead',
    });
    expect(await acceptInvitation(services, null, { token, account })).toEqual({
      ok: true,
      value: { isNew: true },
    });
    expect(await rolesOf(account.email)).toEqual([
      { role: 'contributor', department: 'therapies' },
    ]);
    const { email, password } = account;
    expect(await signIn(services, { email, password, browser: STRANGE })).toMatchObject({
      ok: true,
    });
    expect(await acceptInvitation(services, null, { token, account })).toEqual({
      ok: false,
      problem: { code: 'invitation-used' },
    });
  });

  test('a burst of acceptances makes one account with one role', async () => {
    const { services, invited, account, rolesOf } = await inviting();
    const token = await invited();
    const results = await Promise.all(
      Array.from({ length: 6 }, () => acceptInvitation(services, null, { token, account })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rolesOf(account.email)).toHaveLength(1);
  });

  test('a burst by someone who has an account makes one role', async () => {
    const { services, invited, stranger, rolesOf } = await inviting();
    const token = await invited(stranger.email);
    const results = await Promise.all(
      Array.from({ length: 6 }, () =>
        acceptInvitation(services, stranger, { token, account: null }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rolesOf(stranger.email)).toHaveLength(2);
  });

  test('SEC-49 a link that was passed on helps nobody else', async () => {
    const { services, invited, account, viewer, stranger, rolesOf } = await inviting();
    const token = await invited();
    const other = { ...account, email: 'someone.else@example.org' };
    expect(await acceptInvitation(services, null, { token, account: other })).toMatchObject({
      problem: { code: 'other-address' },
    });
    for (const actor of [viewer, stranger]) {
      for (const given of [null, account, { ...account, email: actor.email }]) {
        expect(await acceptInvitation(services, actor, { token, account: given })).toMatchObject({
          problem: { code: 'other-address' },
        });
      }
    }
    expect(await rolesOf('someone.else@example.org')).toEqual([]);
    expect(await rolesOf(account.email)).toEqual([]);
  });

  test('someone with an account signs in first, and no password of theirs is replaced', async () => {
    const { services, invited, stranger } = await inviting();
    const token = await invited(stranger.email);
    const account = { email: stranger.email, name: 'Thief', password: PASSWORD };
    expect(await invitationPage(services, null, linkId(token))).toMatchObject({ next: 'sign-in' });
    expect(await acceptInvitation(services, null, { token, account })).toMatchObject({
      problem: { code: 'sign-in-first' },
    });
    expect(
      await signIn(services, { email: stranger.email, password: PASSWORD, browser: STRANGE }),
    ).toMatchObject({ ok: false });
  });

  test('a weak password or an empty name leaves the invitation open', async () => {
    const { services, invited, account } = await inviting();
    const token = await invited();
    const tries = [
      [{ ...account, password: 'short' }, 'password-too-short'],
      [{ ...account, password: 'new.person@example.org' }, 'password-guessable'],
      [{ ...account, name: ' \n ' }, 'name-missing'],
    ] as const;
    for (const [given, code] of tries) {
      expect(await acceptInvitation(services, null, { token, account: given })).toMatchObject({
        problem: { code },
      });
    }
    expect(await acceptInvitation(services, null, { token, account })).toMatchObject({ ok: true });
  });

  test('after 14 days it has expired, to the millisecond', async () => {
    const { services, invited, account, time } = await inviting();
    const token = await invited();
    time.now += 14 * 24 * 3_600_000;
    expect(await acceptInvitation(services, null, { token, account })).toMatchObject({
      problem: { code: 'invitation-expired' },
    });
    time.now -= 1;
    expect(await acceptInvitation(services, null, { token, account })).toMatchObject({ ok: true });
  });

  test('a withdrawn one does nothing; sent again, only the new link works', async () => {
    const { services, lead, inviteOne, token, account } = await inviting();
    const earlier = await inviteOne();
    const first = await token();
    const again = await sendInvitationAgain(services, lead, { invitation: earlier });
    if (!again.ok) throw new Error(again.problem.code);
    const second = await token();
    expect(await acceptInvitation(services, null, { token: first, account })).toMatchObject({
      problem: { code: 'invitation-revoked' },
    });
    const invitation = again.value.id;
    expect(await revokeInvitation(services, lead, { invitation })).toMatchObject({ ok: true });
    expect(await acceptInvitation(services, null, { token: second, account })).toMatchObject({
      problem: { code: 'invitation-revoked' },
    });
    expect(await revokeInvitation(services, lead, { invitation })).toMatchObject({
      problem: { code: 'invitation-over' },
    });
  });

  test('nobody but those who may invite there withdraws or repeats an invitation', async () => {
    const { services, inviteOne, contributor, viewer, sponsor, stranger, administrator } =
      await inviting();
    const invitation = await inviteOne();
    for (const actor of [contributor, viewer, sponsor, stranger]) {
      for (const change of [revokeInvitation, sendInvitationAgain]) {
        expect(await change(services, actor, { invitation })).toMatchObject({
          problem: { code: 'not-found' },
        });
      }
    }
    expect(await revokeInvitation(services, administrator, { invitation })).toMatchObject({
      ok: true,
    });
  });

  test('a token that nobody was given opens nothing', async () => {
    const { services, account } = await inviting();
    expect(await acceptInvitation(services, null, { token: 'x', account })).toEqual({
      ok: false,
      problem: { code: 'invitation-unknown' },
    });
    expect(await invitationPage(services, null, linkId('x'))).toBeNull();
  });
});
