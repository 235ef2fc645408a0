import { describe, expect, test } from 'vitest';
import type { Role } from '#app/domain/policy/actor.ts';
import { addRole, removeRole } from '#app/use-cases/administer-roles.ts';
import { listRolesOf } from '#db/repositories/admin.ts';
import { done } from '#tests/support/review.ts';
import { team } from '#tests/support/team.ts';

const NOWHERE = { organisation: null, department: null };

async function body() {
  const joined = await team();
  const { services, join } = joined;
  const administrator = await join('Bethan Administrator', 'charter-administrator', [null, null]);
  const add = (person: { readonly id: string }, role: Role) =>
    addRole(services, administrator, { person: person.id, membership: { role, ...NOWHERE } });
  const rolesOf = async (person: { readonly id: string }) =>
    (await listRolesOf(services.engine.db, person.id)).map(({ membership }) => membership.role);
  return { ...joined, administrator, add, rolesOf };
}

describe('who administers sits on no panel', () => {
  test.each(['panel-member', 'panel-chair'] as const)('neither as %s', async (role) => {
    const { administrator, join, add, rolesOf } = await body();
    expect(await add(administrator, role)).toEqual({ ok: false, problem: { code: 'role-apart' } });
    const member = await join('Orla Member', role, [null, null]);
    expect(await add(member, 'charter-administrator')).toEqual({
      ok: false,
      problem: { code: 'role-apart' },
    });
    expect([await rolesOf(administrator), await rolesOf(member)]).toEqual([
      ['charter-administrator'],
      [role],
    ]);
  });

  test('unless the other role is taken away first', async () => {
    const { services, administrator, join, add, rolesOf } = await body();
    const member = await join('Orla Member', 'panel-member', [null, null]);
    const [held] = await listRolesOf(services.engine.db, member.id);
    const command = { person: member.id, membership: held?.membership.id ?? '' };
    done(await removeRole(services, administrator, command));
    done(await add(member, 'charter-administrator'));
    expect(await rolesOf(member)).toEqual(['charter-administrator']);
  });

  test('while a member may chair, and anybody work for an organisation', async () => {
    const { services, administrator, lead, join, add, rolesOf } = await body();
    const member = await join('Orla Member', 'panel-member', [null, null]);
    done(await add(member, 'panel-chair'));
    done(await add(lead, 'panel-member'));
    const membership = {
      role: 'organisation-viewer',
      organisation: 'south',
      department: null,
    } as const;
    done(await addRole(services, administrator, { person: member.id, membership }));
    expect((await rolesOf(member)).toSorted()).toEqual([
      'organisation-viewer',
      'panel-chair',
      'panel-member',
    ]);
  });
});
