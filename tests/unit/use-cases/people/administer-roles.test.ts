import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#app/domain/policy/actor.ts';
import { addPersonWithRole } from '#app/use-cases/people/add-person-with-role.ts';
import { acceptInvitation } from '#app/use-cases/accounts/accept-invitation.ts';
import { removeRole } from '#app/use-cases/people/administer-roles.ts';
import { createPerson } from '#app/use-cases/accounts/create-person.ts';
import { invitePerson } from '#app/use-cases/people/invite-person.ts';
import { logMixedRoles } from '#app/use-cases/people/log-mixed-roles.ts';
import { OPERATOR } from '#app/domain/policy/people.ts';
import { listRolesOf } from '#db/repositories/people/places.ts';
import { done } from '#tests/support/review.ts';
import { sentMail, tokenIn } from '#tests/support/sent-mail.ts';
import { team } from '#tests/support/team.ts';

const PANEL = ['panel-member', 'panel-chair'] as const;
const INSIDE = [
  'assessment-lead',
  'contributor',
  'executive-sponsor',
  'deputy-sponsor',
  'organisation-viewer',
] as const;

async function body() {
  const joined = await team();
  const { services, join } = joined;
  const administrator = await join('Bethan Administrator', 'charter-administrator', [null, null]);
  const other = await join('Owain Other', 'charter-administrator', [null, null]);
  const add = ({ name, email }: Pick<Actor, 'name' | 'email'>, role: Role) =>
    addPersonWithRole(services, administrator, { name, email, role });
  const rolesOf = async (person: { readonly id: string }) =>
    (await listRolesOf(services.engine.db, person.id)).map(({ membership }) => membership.role);
  const membershipOf = async (person: { readonly id: string }) => {
    const [held] = await listRolesOf(services.engine.db, person.id);
    return { person: person.id, membership: held?.membership.id ?? '' };
  };
  return { ...joined, administrator, other, add, rolesOf, membershipOf };
}

const refusal = (code: string) => ({ ok: false, problem: { code } });

describe('SEC-14 who administers holds no other role', () => {
  test.each(PANEL)('neither as %s', async (role) => {
    const { other, join, add, rolesOf } = await body();
    expect(await add(other, role)).toEqual(refusal('role-apart'));
    const member = await join('Orla Member', role, [null, null]);
    expect(await add(member, 'charter-administrator')).toEqual(refusal('role-apart'));
    expect([await rolesOf(other), await rolesOf(member)]).toEqual([
      ['charter-administrator'],
      [role],
    ]);
  });

  test.each(INSIDE)('nor does a %s of an organisation administer', async (role) => {
    const { join, add, rolesOf } = await body();
    const person = await join('Rhys Inside', role, ['north', null]);
    expect(await add(person, 'charter-administrator')).toEqual(refusal('role-apart'));
    expect(await rolesOf(person)).toEqual([role]);
  });

  test.each(INSIDE)('nor does an administrator accept to be %s', async (role) => {
    const { services, join, other, rolesOf } = await body();
    const lead = await join('Whole Lead', 'assessment-lead', ['north', null]);
    const membership = { role, organisation: 'north', department: null };
    done(await invitePerson(services, lead, { email: other.email, membership }));
    const mails = await sentMail(services);
    const mail = mails.find(({ recipient }) => recipient === other.email);
    if (mail === undefined) throw new Error('no letter went out');
    const token = tokenIn(mail, '/invitations/');
    expect(await acceptInvitation(services, other, { token, account: null })).toEqual(
      refusal('role-apart'),
    );
    expect(await rolesOf(other)).toEqual(['charter-administrator']);
  });

  test('nobody gives themself a role, nor one of an organisation to anybody', async () => {
    const { administrator, stranger, add, rolesOf } = await body();
    for (const role of PANEL) expect(await add(administrator, role)).toEqual(refusal('own-role'));
    for (const role of INSIDE) {
      expect(await add(stranger, role)).toEqual(refusal('role-elsewhere'));
      const unknown = { name: 'Nobody Yet', email: 'nobody@example.org' };
      expect(await add(unknown, role)).toEqual(refusal('role-elsewhere'));
    }
    expect(await rolesOf(administrator)).toEqual(['charter-administrator']);
    expect(await rolesOf(stranger)).toEqual(['assessment-lead']);
  });

  test('not even the command line makes an account with both', async () => {
    const { services } = await body();
    const nowhere = { organisation: null, department: null };
    const memberships = [
      { role: 'charter-administrator', ...nowhere },
      { role: 'panel-member', ...nowhere },
    ] as const;
    const both = { name: 'Both', email: 'both@example.org', memberships };
    expect(await createPerson(services, both, OPERATOR)).toEqual(refusal('role-apart'));
  });

  test('unless the other role is taken away first', async () => {
    const { services, administrator, join, add, rolesOf, membershipOf } = await body();
    const member = await join('Orla Member', 'panel-member', [null, null]);
    done(await removeRole(services, administrator, await membershipOf(member)));
    done(await add(member, 'charter-administrator'));
    expect(await rolesOf(member)).toEqual(['charter-administrator']);
  });

  test('while a member may chair, and sit on panels beside their work for an organisation', async () => {
    const { lead, join, add, rolesOf } = await body();
    const member = await join('Orla Member', 'panel-member', [null, null]);
    done(await add(member, 'panel-chair'));
    done(await add(lead, 'panel-member'));
    expect((await rolesOf(member)).toSorted()).toEqual(['panel-chair', 'panel-member']);
    expect((await rolesOf(lead)).toSorted()).toEqual(['assessment-lead', 'panel-member']);
  });

  test('accounts from before that hold both are named in the log until one is taken away', async () => {
    const { services, other, administrator, join, membershipOf } = await body();
    const lines: unknown[] = [];
    const logging = {
      ...services,
      log: (event: string, facts?: object) => void lines.push([event, facts]),
    };
    expect(await logMixedRoles(logging)).toBe(0);
    const both = await join('Mixed Person', 'contributor', ['north', null]);
    services.engine.connection
      .prepare(
        "insert into memberships (id, user_id, role) values ('m', ?, 'charter-administrator')",
      )
      .run(both.id);
    expect(await logMixedRoles(logging)).toBe(1);
    expect(lines).toEqual([
      [
        'roles-to-settle',
        expect.objectContaining({ person: both.id, roles: 'charter-administrator contributor' }),
      ],
    ]);
    const held = await listRolesOf(services.engine.db, both.id);
    const contributor = held.find(({ membership }) => membership.role === 'contributor');
    const command = { person: both.id, membership: contributor?.membership.id ?? '' };
    done(await removeRole(services, administrator, command));
    expect(await logMixedRoles(logging)).toBe(0);
    expect((await membershipOf(other)).membership).not.toBe('');
  });
});

describe('whom a role of the awarding body is told to', () => {
  test('every other administrator, and its owner, who alone gets the link', async () => {
    const { services, administrator, other, add } = await body();
    done(await add({ name: 'Maya New', email: 'Maya@Panel.example' }, 'panel-member'));
    const mails = await sentMail(services);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([
      'maya@panel.example',
      other.email,
    ]);
    const [toOwner] = mails.filter(({ recipient }) => recipient === 'maya@panel.example');
    const [toOther] = mails.filter(({ recipient }) => recipient === other.email);
    expect(toOwner?.text).toMatch(/\/set-password\/[\w-]{43}\n/);
    expect(toOther?.text).not.toContain('/set-password/');
    expect(toOther?.text).toContain(administrator.name);
    expect(toOther?.text).toContain('maya@panel.example');
    expect(toOther?.text).toContain('Panel member');
  });

  test('also where an account gets another role, or loses one', async () => {
    const { services, administrator, other, add, join, membershipOf } = await body();
    const member = await join('Orla Member', 'panel-member', [null, null]);
    done(await add(member, 'panel-chair'));
    const given = await sentMail(services);
    expect(given.map(({ recipient }) => recipient).toSorted()).toEqual(
      [member.email, other.email].toSorted(),
    );
    done(await removeRole(services, administrator, await membershipOf(member)));
    const taken = await sentMail(services);
    expect(taken.map(({ recipient }) => recipient).toSorted()).toEqual(
      [member.email, other.email].toSorted(),
    );
  });

  test('without a mail server no account is made', async () => {
    const { services, administrator } = await body();
    const config = { ...services.config, mode: 'production', smtpUrl: null } as const;
    const command = { name: 'Maya', email: 'maya@panel.example', role: 'panel-member' } as const;
    expect(await addPersonWithRole({ ...services, config }, administrator, command)).toEqual(
      refusal('no-mail'),
    );
  });
});

describe('a role of an organisation is taken away', () => {
  test('at once, and leads, sponsors, the contact and the person hear of it', async () => {
    const { services, administrator, contributor, lead, sponsor, rolesOf, membershipOf } =
      await body();
    services.engine.connection
      .prepare("update organisations set contact_email = 'board@north.example' where id = 'north'")
      .run();
    done(await removeRole(services, administrator, await membershipOf(contributor)));
    expect(await rolesOf(contributor)).toEqual([]);
    const mails = await sentMail(services);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [contributor.email, lead.email, sponsor.email, 'board@north.example'].toSorted(),
    );
    for (const { text } of mails) {
      expect(text).toContain(administrator.name);
      expect(text).toContain('Contributor');
    }
  });

  test('by administrators alone, and never their own administration', async () => {
    const { services, administrator, lead, contributor, membershipOf } = await body();
    const command = await membershipOf(contributor);
    expect(await removeRole(services, lead, command)).toEqual(refusal('not-allowed'));
    const own = await membershipOf(administrator);
    expect(await removeRole(services, administrator, own)).toEqual(refusal('own-administration'));
  });
});
