// Who may do what with an assessment. Unknown means no. Drafts belong to the department: the awarding
// body never sees them (product.md, Who uses it: must never).
import {
  type Actor,
  KEEPING_ROLES,
  ORGANISATION_ROLES,
  type Role,
  SIGNING_ROLES,
} from './actor.ts';

export type AssessmentPlace = { readonly organisation: string; readonly department: string };

/** Who may write answers, and so be asked to write one. */
export const WRITERS = ['assessment-lead', 'contributor'] as const satisfies readonly Role[];

const MAY = {
  read: ORGANISATION_ROLES,
  start: ['assessment-lead'],
  name: ['assessment-lead'],
  discard: ['assessment-lead'],
  answer: WRITERS,
  'attach-evidence': ['assessment-lead', 'contributor'],
  // For good, whatever state the assessment is in: somebody attached what nobody should have.
  'erase-file': ['assessment-lead'],
  'enter-counts': ['assessment-lead', 'contributor'],
  // Small numbers could tell who is meant: nobody outside the assessment team reads them.
  'see-counts': ['assessment-lead', 'contributor'],
  'plan-actions': ['assessment-lead', 'contributor'],
  // Signed by the sponsor or the deputy, as themselves (product.md: be signed for by someone else).
  'sign-off': SIGNING_ROLES,
  'ask-to-sign': ['assessment-lead'],
  reopen: KEEPING_ROLES,
  'choose-round': ['assessment-lead'],
  submit: ['assessment-lead'],
  withdraw: KEEPING_ROLES,
  revise: ['assessment-lead'],
  appeal: KEEPING_ROLES,
  renew: ['assessment-lead'],
  'note-progress': WRITERS,
  'report-progress': WRITERS,
  'send-progress': ['assessment-lead'],
  assign: ['assessment-lead'],
  invite: ['assessment-lead'],
  comment: ORGANISATION_ROLES,
  'resolve-comments': WRITERS,
} as const satisfies Record<string, readonly Role[]>;

export type AssessmentAct = keyof typeof MAY;

/** Whether the actor may do this with an assessment of this department. */
export function mayWithAssessment(
  actor: Actor,
  act: AssessmentAct,
  place: AssessmentPlace,
): boolean {
  const allowed: readonly Role[] = MAY[act];
  return rolesAt(actor, place).some((role) => allowed.includes(role));
}

/** The roles that the actor holds for this department, in it or in its whole organisation. */
export function rolesAt(
  { memberships }: Pick<Actor, 'memberships'>,
  place: AssessmentPlace,
): readonly Role[] {
  return memberships
    .filter(({ organisation }) => organisation === place.organisation)
    .filter(({ department }) => department === null || department === place.department)
    .map(({ role }) => role);
}

/** What lists are limited to: whole organisations, and single departments. */
export type Scope = {
  readonly organisations: readonly string[];
  readonly departments: readonly string[];
};

/** Whether a place is within what lists are limited to. */
export function reaches(scope: Scope, { organisation, department }: AssessmentPlace): boolean {
  return scope.organisations.includes(organisation) || scope.departments.includes(department);
}

/** The assessments that the actor may see at all; a query without this scope shows nothing. */
export function visibleAssessments(actor: Actor): Scope {
  const inside = actor.memberships.filter(({ role }) =>
    (ORGANISATION_ROLES as readonly Role[]).includes(role),
  );
  return {
    organisations: inside.flatMap((m) => (m.department === null ? (m.organisation ?? []) : [])),
    departments: inside.flatMap((m) => m.department ?? []),
  };
}
