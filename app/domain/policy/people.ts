// Who does something to other people’s accounts: a signed-in person, or whoever runs the machine.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Actor } from './actor.ts';

/** Whoever runs commands on the machine of the service: the operating system let them in. */
export const OPERATOR = 'operator';

/** Who does it: a signed-in person, or the operator. */
export type By = Pick<Actor, 'id' | 'memberships'> | typeof OPERATOR;

/** The person's id for the audit trail; null = the operator, who has none. */
export function actorId(by: By): string | null {
  return by === OPERATOR ? null : by.id;
}

/** Whether it is whoever runs the machine: some things are for nobody else. */
export function isOperator(by: By): by is typeof OPERATOR {
  return by === OPERATOR;
}

/** Whether it is done to somebody else, and not to oneself. */
export function checkOther<Code extends string>(
  actor: Pick<Actor, 'id'>,
  person: string,
  code: Code,
): Result<null, { readonly code: Code }> {
  return person === actor.id ? refused({ code }) : ok(null);
}

/** The account where it can be used; null = there is none, or it was closed. */
export function usableAccount<Account extends { readonly closedAt: string | null }>(
  account: Account | null,
): Account | null {
  return account === null || account.closedAt !== null ? null : account;
}
