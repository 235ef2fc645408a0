// The roles in words, and what each may do.
import type { Role } from '#app/domain/policy/actor.ts';

const ROLE_TEXT: Readonly<Record<Role, string>> = {
  'assessment-lead': 'Assessment lead',
  contributor: 'Contributor',
  'executive-sponsor': 'Executive sponsor',
  'deputy-sponsor': 'Deputy sponsor',
  'organisation-viewer': 'Organisation viewer',
  'panel-member': 'Panel member',
  'panel-chair': 'Panel chair',
  'charter-administrator': 'Charter administrator',
};

/** A role in words; one that is not known as it is. */
export function roleText(role: string): string {
  return Object.entries(ROLE_TEXT).find(([known]) => known === role)?.[1] ?? role;
}

const ROLE_CHOICE: Readonly<Record<Role, string>> = {
  'assessment-lead': 'Assessment lead: starts and answers assessments, plans actions',
  contributor: 'Contributor: answers, attaches evidence, plans actions',
  'executive-sponsor': 'Executive sponsor: reads, signs, names leads and deputies',
  'deputy-sponsor': 'Deputy sponsor: reads, signs where the sponsor does not',
  'organisation-viewer': 'Organisation viewer: reads',
  'panel-member': 'Panel member',
  'panel-chair': 'Panel chair',
  'charter-administrator': 'Charter administrator: organisations, people, charters',
};

/** The role with what it may do, as somebody chooses it. */
export function roleChoiceText(role: Role): string {
  return ROLE_CHOICE[role];
}

/** The awarding body, where its name is not known, within a sentence. */
export const THE_BODY = 'the awarding body';
