// Who may do what of the awarding body’s work around assessments: organisations, people, rounds, panels, letters.
// What concerns awards stands in award.ts; what members of a panel do in review.ts. Unknown means no.
import { ADMINISTRATORS, holdsOneOf, type Role } from './actor.ts';
import { type By, OPERATOR } from './people.ts';

/** One line an act, with the roles that it is for. */
export const ADMINISTRATION = {
  'open-administration': ADMINISTRATORS,
  'keep-organisations': ADMINISTRATORS,
  'record-organisation-changes': ADMINISTRATORS,
  'keep-rounds': ADMINISTRATORS,
  'offer-charters': ADMINISTRATORS,
  'try-charters': ADMINISTRATORS,
  'read-desk': ADMINISTRATORS,
  'read-workload': ADMINISTRATORS,
  'read-letters': ADMINISTRATORS,
  'tend-letters': ADMINISTRATORS,
  'read-people': ADMINISTRATORS,
  'give-roles': ADMINISTRATORS,
  'take-roles-away': ADMINISTRATORS,
  'read-invitations': ADMINISTRATORS,
  'invite-first-lead': ADMINISTRATORS,
  'take-back-invitations': ADMINISTRATORS,
  'step-in': ADMINISTRATORS,
  'mail-password-links': ADMINISTRATORS,
  'take-factor-away': ADMINISTRATORS,
  'close-accounts': ADMINISTRATORS,
  'build-panels': ADMINISTRATORS,
  'open-reviews': ADMINISTRATORS,
  'follow-reviews': ADMINISTRATORS,
  'set-ratings-date': ADMINISTRATORS,
  'replace-members': ADMINISTRATORS,
  'answer-appeals': ADMINISTRATORS,
  'reopen-reviews': ADMINISTRATORS,
  'erase-files': ADMINISTRATORS,
  'read-whole-trail': ADMINISTRATORS,
  'change-signing-key': [...ADMINISTRATORS, OPERATOR],
} as const satisfies Readonly<Record<string, readonly (Role | typeof OPERATOR)[]>>;

export type AdministrationAct = keyof typeof ADMINISTRATION;

/** Whether this person, or the operator, may do this. */
export function mayAdminister(by: By, act: AdministrationAct): boolean {
  const allowed: readonly (Role | typeof OPERATOR)[] = ADMINISTRATION[act];
  return by === OPERATOR ? allowed.includes(OPERATOR) : holdsOneOf(by, allowed);
}
