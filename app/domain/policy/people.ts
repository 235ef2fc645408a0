// Who does something to other people’s accounts: a signed-in person, or whoever runs the machine.
import type { Actor } from './actor.ts';

/** Whoever runs commands on the machine of the service: the operating system let them in. */
export const OPERATOR = 'operator';

/** Who does it: a signed-in person, or the operator. */
export type By = Pick<Actor, 'id' | 'memberships'> | typeof OPERATOR;

/** The person's id for the audit trail; null = the operator, who has none. */
export function actorId(by: By): string | null {
  return by === OPERATOR ? null : by.id;
}
