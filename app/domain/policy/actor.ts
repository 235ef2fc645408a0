// Who acts, and in which roles. A membership is for an organisation, for one of its departments, or
// for the awarding body (product.md, Who uses it).

export const ORGANISATION_ROLES = [
  'assessment-lead',
  'contributor',
  'executive-sponsor',
  'organisation-viewer',
] as const;
export const PANEL_ROLES = ['panel-member', 'panel-chair'] as const;
export const BODY_ROLES = [...PANEL_ROLES, 'charter-administrator'] as const;

export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];
export type Role = OrganisationRole | (typeof BODY_ROLES)[number];

export type Membership = {
  readonly role: Role;
  /** null for the roles of the awarding body. */
  readonly organisation: string | null;
  /** null = the whole organisation. */
  readonly department: string | null;
};

export type Actor = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
};

/** Whether the actor administers charters and organisations. */
export function isAdministrator({ memberships }: Pick<Actor, 'memberships'>): boolean {
  return memberships.some(({ role }) => role === 'charter-administrator');
}

/** Whether the actor can be asked to sit on panels. */
export function sitsOnPanels({ memberships }: Pick<Actor, 'memberships'>): boolean {
  return memberships.some(({ role }) => PANEL_ROLES.some((one) => one === role));
}

/**
 * Whether one person may hold these roles together. Administrators see how far every review is, members of panels must
 * not before they have sealed, or ever where they have a conflict: nobody is both (review.md).
 */
export function goTogether(memberships: readonly Membership[]): boolean {
  return !(isAdministrator({ memberships }) && sitsOnPanels({ memberships }));
}

const ROLE_TEXT: Readonly<Record<Role, string>> = {
  'assessment-lead': 'Assessment lead',
  contributor: 'Contributor',
  'executive-sponsor': 'Executive sponsor',
  'organisation-viewer': 'Organisation viewer',
  'panel-member': 'Panel member',
  'panel-chair': 'Panel chair',
  'charter-administrator': 'Charter administrator',
};

/** A role in words; one that is not known as it is. */
export function roleText(role: string): string {
  return Object.entries(ROLE_TEXT).find(([known]) => known === role)?.[1] ?? role;
}
