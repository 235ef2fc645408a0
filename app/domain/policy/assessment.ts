// Who may do what with an assessment. Unknown means no. Drafts belong to the department: the awarding
// body never sees them (product.md, Who uses it: must never).
import {
  type Actor,
  KEEPING_ROLES,
  ORGANISATION_ROLES,
  type Role,
  SIGNING_ROLES,
} from './actor.ts';
import type { AssessmentState } from '#app/domain/submission/life.ts';

export type AssessmentPlace = {
  readonly organisation: string;
  /** ORGANISATION_ITSELF where the whole organisation answers. */
  readonly department: string;
};

/** Stands in the place of a department for what the whole organisation answers once. */
export const ORGANISATION_ITSELF = '';

/** Who may write answers, and so be asked to write one. */
export const WRITERS = ['assessment-lead', 'contributor'] as const satisfies readonly Role[];
const LEAD = ['assessment-lead'] as const satisfies readonly Role[];

const DRAFT = ['draft'] as const satisfies readonly AssessmentState[];
/** What goes on while the sponsor's signature stands. */
const NOT_SUBMITTED = ['draft', 'signed-off'] as const satisfies readonly AssessmentState[];
/** Whatever the state is; the steps of an assessment's life see to it themselves, and say why not. */
const ANY = ['draft', 'signed-off', 'submitted'] as const satisfies readonly AssessmentState[];

type Line = { readonly by: readonly Role[]; readonly in: readonly AssessmentState[] };

/** One line an act: the roles that it is for, and the states in which it is open. */
export const WITH_ASSESSMENT = {
  read: { by: ORGANISATION_ROLES, in: ANY },
  start: { by: LEAD, in: DRAFT },
  name: { by: LEAD, in: DRAFT },
  discard: { by: LEAD, in: DRAFT },
  answer: { by: WRITERS, in: DRAFT },
  'attach-evidence': { by: WRITERS, in: DRAFT },
  // For good, whatever state the assessment is in: somebody attached what nobody should have.
  'erase-file': { by: LEAD, in: ANY },
  'enter-counts': { by: WRITERS, in: DRAFT },
  'enter-facts': { by: WRITERS, in: DRAFT },
  // Small numbers could tell who is meant: nobody outside the assessment team reads them.
  'see-counts': { by: WRITERS, in: ANY },
  'plan-actions': { by: WRITERS, in: DRAFT },
  assign: { by: LEAD, in: DRAFT },
  comment: { by: ORGANISATION_ROLES, in: NOT_SUBMITTED },
  'resolve-comments': { by: WRITERS, in: NOT_SUBMITTED },
  'ask-to-sign': { by: LEAD, in: DRAFT },
  // Signed by the sponsor or the deputy, as themselves (product.md: be signed for by someone else).
  'sign-off': { by: SIGNING_ROLES, in: ANY },
  reopen: { by: KEEPING_ROLES, in: ANY },
  'choose-round': { by: LEAD, in: ANY },
  submit: { by: LEAD, in: ANY },
  withdraw: { by: KEEPING_ROLES, in: ANY },
  revise: { by: LEAD, in: ANY },
  appeal: { by: KEEPING_ROLES, in: ANY },
  renew: { by: LEAD, in: ANY },
  'note-progress': { by: WRITERS, in: ANY },
  'report-progress': { by: WRITERS, in: ANY },
  'send-progress': { by: LEAD, in: ANY },
} as const satisfies Readonly<Record<string, Line>>;

export type AssessmentAct = keyof typeof WITH_ASSESSMENT;

/**
 * What may be done with what the whole organisation answers once, and the roles in the whole organisation that it is
 * for. Whatever has no line here is for departments only (scoring.md, `scope: organisation`).
 */
export const WITH_ORGANISATION_ANSWERS = {
  read: ORGANISATION_ROLES,
  answer: LEAD,
  'attach-evidence': LEAD,
  'erase-file': LEAD,
  'enter-facts': LEAD,
  comment: ORGANISATION_ROLES,
  'resolve-comments': LEAD,
} as const satisfies Partial<Record<AssessmentAct, readonly Role[]>>;

const ofOrganisation: Partial<Record<AssessmentAct, readonly Role[]>> = WITH_ORGANISATION_ANSWERS;

/** Whether the actor may do this with an assessment of this department, or with what the organisation answers. */
export function mayWithAssessment(
  actor: Actor,
  act: AssessmentAct,
  place: AssessmentPlace,
): boolean {
  const allowed: readonly Role[] =
    place.department === ORGANISATION_ITSELF
      ? (ofOrganisation[act] ?? [])
      : WITH_ASSESSMENT[act].by;
  return rolesAt(actor, place).some((role) => allowed.includes(role));
}

/** The departments of an organisation for which the actor may do this; null = every one of it. */
export function departmentsFor(
  actor: Actor,
  act: AssessmentAct,
  organisation: string,
): readonly string[] | null {
  const allowed: readonly Role[] = WITH_ASSESSMENT[act].by;
  const held = actor.memberships.filter(
    (one) => one.organisation === organisation && allowed.includes(one.role),
  );
  if (held.some(({ department }) => department === null)) return null;
  return held.flatMap(({ department }) => department ?? []);
}

/** Whether the actor may say of a comment that it is dealt with: whoever answers, and whoever wrote it. */
export function mayResolveComment(
  actor: Actor,
  { createdBy }: { readonly createdBy: string },
  place: AssessmentPlace,
): boolean {
  return createdBy === actor.id || mayWithAssessment(actor, 'resolve-comments', place);
}

/** Whether the actor reads the overview of an organisation’s departments: they have a role in the whole of it. */
export function mayReadOverview(actor: Actor, organisation: string): boolean {
  return mayWithAssessment(actor, 'read', { organisation, department: ORGANISATION_ITSELF });
}

/** Whether an assessment in this state is open for the act, whoever does it. */
export function isOpenFor(act: AssessmentAct, state: AssessmentState): boolean {
  const states: readonly AssessmentState[] = WITH_ASSESSMENT[act].in;
  return states.includes(state);
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
