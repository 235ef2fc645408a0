// Who may do what with an award. Everyone reads a published one; unknown means no.
import { type Actor, isAdministrator } from './actor.ts';

export const AWARD_ACTS = ['see-unpublished', 'publish', 'withdraw', 'close-objections'] as const;
export type AwardAct = (typeof AWARD_ACTS)[number];

const BY_ADMINISTRATORS: readonly AwardAct[] = AWARD_ACTS;

/** Whether the actor may do this with any award. */
export function mayWithAwards(actor: Actor, act: AwardAct): boolean {
  return BY_ADMINISTRATORS.includes(act) && isAdministrator(actor);
}
