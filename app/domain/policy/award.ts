// Who may do what with an award. Everyone reads a published one; unknown means no.
import { type Actor, ADMINISTRATORS, holdsOneOf, type Role } from './actor.ts';

/** One line an act, with the roles that it is for. */
export const WITH_AWARDS = {
  'see-unpublished': ADMINISTRATORS,
  publish: ADMINISTRATORS,
  withdraw: ADMINISTRATORS,
  'close-objections': ADMINISTRATORS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type AwardAct = keyof typeof WITH_AWARDS;

/** Whether the actor may do this with any award. */
export function mayWithAwards(actor: Pick<Actor, 'memberships'>, act: AwardAct): boolean {
  return holdsOneOf(actor, WITH_AWARDS[act]);
}
