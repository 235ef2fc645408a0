// Who acts, and in which roles. A membership is for an organisation, for one of its departments, or
// for the awarding body (product.md, Who uses it).

export const ORGANISATION_ROLES = [
  'assessment-lead',
  'contributor',
  'executive-sponsor',
  'deputy-sponsor',
  'organisation-viewer',
] as const;
/** Who signs the declaration, each as themselves. */
export const SIGNING_ROLES = ['executive-sponsor', 'deputy-sponsor'] as const;
/** Who answers for an organisation, and hears of every change of who may act for it. */
export const KEEPING_ROLES = ['assessment-lead', ...SIGNING_ROLES] as const;
export const PANEL_ROLES = ['panel-member', 'panel-chair'] as const;
/** Who administers charters, organisations, people and reviews for the awarding body. */
export const ADMINISTRATORS = ['charter-administrator'] as const;
export const BODY_ROLES = [...PANEL_ROLES, ...ADMINISTRATORS] as const;

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

/** Whether the actor holds one of these roles, wherever it is. */
export function holdsOneOf(
  { memberships }: Pick<Actor, 'memberships'>,
  roles: readonly string[],
): boolean {
  return memberships.some(({ role }) => roles.includes(role));
}

// Not for others to ask: what an administrator may do stands in the tables beside this file.
function isAdministrator(actor: Pick<Actor, 'memberships'>): boolean {
  return holdsOneOf(actor, ADMINISTRATORS);
}

/** Whether the actor can be asked to sit on panels. */
export function sitsOnPanels(actor: Pick<Actor, 'memberships'>): boolean {
  return holdsOneOf(actor, PANEL_ROLES);
}

/**
 * Whether one person may hold these roles together. Administrators give roles and see how far every review is:
 * whoever administers holds no role in an organisation, whose drafts they would read, nor on a panel.
 */
export function goTogether(memberships: readonly Membership[]): boolean {
  return (
    !isAdministrator({ memberships }) ||
    memberships.every(({ role }) => role === 'charter-administrator')
  );
}

/** Whether two are the same role at the same place. */
export function isSameMembership(one: Membership, other: Membership): boolean {
  return (
    one.role === other.role &&
    one.organisation === other.organisation &&
    one.department === other.department
  );
}
