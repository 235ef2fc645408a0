// The roles that can be given, with what each may do, as a select shows them.
import { BODY_ROLES, type Role } from '#app/domain/policy/actor.ts';
import type { Option } from '#app/ui/kit/fields.tsx';
import { roleChoiceText } from '#words/people/role-text.ts';

/** The roles of the awarding body. */
export function bodyRoleOptions(): readonly Option[] {
  return roleOptions(BODY_ROLES);
}

/** These roles, each with what it may do. */
export function roleOptions(roles: readonly Role[]): readonly Option[] {
  return roles.map((value) => ({ value, label: roleChoiceText(value) }));
}
