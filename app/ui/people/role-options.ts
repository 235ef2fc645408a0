// The roles that can be given, with what each may do, as a select shows them.
import { BODY_ROLES, type Role } from '#app/domain/policy/actor.ts';
import type { Option } from '#app/ui/kit/fields.tsx';

const TEXT: Readonly<Record<Role, string>> = {
  'assessment-lead': 'Assessment lead: starts and answers assessments, plans actions',
  contributor: 'Contributor: answers, attaches evidence, plans actions',
  'executive-sponsor': 'Executive sponsor: reads, signs, names leads and deputies',
  'deputy-sponsor': 'Deputy sponsor: reads, signs where the sponsor does not',
  'organisation-viewer': 'Organisation viewer: reads',
  'panel-member': 'Panel member',
  'panel-chair': 'Panel chair',
  'charter-administrator': 'Charter administrator: organisations, people, charters',
};

/** The roles of the awarding body. */
export function bodyRoleOptions(): readonly Option[] {
  return roleOptions(BODY_ROLES);
}

/** These roles, each with what it may do. */
export function roleOptions(roles: readonly Role[]): readonly Option[] {
  return roles.map((value) => ({ value, label: TEXT[value] }));
}
