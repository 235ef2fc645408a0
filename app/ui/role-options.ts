// The roles that can be given, with what each may do, as a select shows them.
import { BODY_ROLES, ORGANISATION_ROLES, type Role } from '#app/domain/policy/actor.ts';
import type { Option } from './fields.tsx';

const TEXT: Readonly<Record<Role, string>> = {
  'assessment-lead': 'Assessment lead: starts and answers assessments, plans actions',
  contributor: 'Contributor: answers, attaches evidence, plans actions',
  'executive-sponsor': 'Executive sponsor: reads',
  'organisation-viewer': 'Organisation viewer: reads',
  'panel-member': 'Panel member',
  'panel-chair': 'Panel chair',
  'charter-administrator': 'Charter administrator: organisations, people, charters',
};

/** The roles of an organisation or of the awarding body. */
export function roleOptions(kind: 'body' | 'organisation'): readonly Option[] {
  const roles: readonly Role[] = kind === 'body' ? BODY_ROLES : ORGANISATION_ROLES;
  return roles.map((value) => ({ value, label: TEXT[value] }));
}
