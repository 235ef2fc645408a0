// People as lists name them: each once, with all their roles.
import { roleText } from '#words/people/role-text.ts';
import type { listRoles } from '#db/repositories/people/places.ts';

type Listed = Awaited<ReturnType<typeof listRoles>>;

/** Each of them once, with all their roles and where they hold them. */
export function peopleOf(listed: Listed, departments: ReadonlyMap<string, string>) {
  const ids = [...new Set(listed.map(({ membership }) => membership.userId))];
  return ids.flatMap((id) => {
    const held = listed.filter(({ membership }) => membership.userId === id);
    const [first] = held;
    if (first === undefined) return [];
    const roles = held.map(({ membership }) => {
      const department = departments.get(membership.departmentId ?? '');
      const role = roleText(membership.role);
      return department === undefined ? role : `${role} (${department})`;
    });
    return [{ id, name: first.name, email: first.email, roles: roles.join(', ') }];
  });
}
