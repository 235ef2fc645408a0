// Who may make accounts and links to choose a password. Unknown means no.
import { type Actor, isAdministrator } from './actor.ts';

/** Whoever runs commands on the machine of the service: the operating system let them in. */
export const OPERATOR = 'operator';

/** Who does it: a signed-in person, or the operator. */
export type By = Actor | typeof OPERATOR;

/** Whether this person may make accounts and links for others. */
export function mayAdministerPeople(by: By): boolean {
  return by === OPERATOR || isAdministrator(by);
}

/** The person's id for the audit trail; null = the operator, who has none. */
export function actorId(by: By): string | null {
  return by === OPERATOR ? null : by.id;
}
