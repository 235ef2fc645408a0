// Whether somebody may have another role, or lose one.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { mustWrite, type TextRule } from '#app/domain/written-text.ts';
import { REASON } from '#app/domain/limits.ts';
import {
  type Actor,
  BODY_ROLES,
  goTogether,
  isSameMembership,
  type Membership,
  type Role,
} from './actor.ts';

/** Roles that one person may not hold together. */
export type RoleApart = { readonly code: 'role-apart' };
export type RoleHeld = { readonly code: 'role-held' };

/** Whether one person may hold these roles together. */
export function checkTogether(memberships: readonly Membership[]): Result<null, RoleApart> {
  return goTogether(memberships) ? ok(null) : refused({ code: 'role-apart' });
}

/** Whether somebody with these roles may have another one. */
export function checkNewRole(
  held: readonly Membership[],
  membership: Membership,
): Result<null, RoleHeld | RoleApart> {
  return holds(held, membership)
    ? refused({ code: 'role-held' })
    : checkTogether([...held, membership]);
}

/** Whether the same role at the same place is among these. */
export function holds(held: readonly Membership[], membership: Membership): boolean {
  return held.some((one) => isSameMembership(one, membership));
}

/** Whether the awarding body gives the role. */
export function checkBodyRole(role: Role): Result<null, { readonly code: 'role-elsewhere' }> {
  return BODY_ROLES.some((one) => one === role) ? ok(null) : refused({ code: 'role-elsewhere' });
}

/** Whether a role may be taken away: nobody takes away their own administration, so that somebody is left who has it. */
export function checkTakingAway(
  actor: Pick<Actor, 'id'>,
  { person, role }: { readonly person: string; readonly role: string },
): Result<null, { readonly code: 'own-administration' }> {
  return person === actor.id && role === 'charter-administrator'
    ? refused({ code: 'own-administration' })
    : ok(null);
}

export type NotAccepted =
  | { readonly code: 'other-address' }
  /** To a role that no organisation gives. */
  | { readonly code: 'invitation-unknown' }
  | RoleApart;

type Accepting = {
  readonly actor: Pick<Actor, 'id'>;
  /** Whose address was invited. */
  readonly person: { readonly id: string };
  /** null = there is no such role. */
  readonly membership: Membership | null;
  readonly held: readonly Membership[];
};

/** Whether somebody who is signed in and accepts an invitation gets a role; false = they hold it. */
export function checkAccepting({
  actor,
  person,
  membership,
  held,
}: Accepting): Result<boolean, NotAccepted> {
  if (actor.id !== person.id) return refused({ code: 'other-address' });
  if (membership === null) return refused({ code: 'invitation-unknown' });
  const together = checkTogether([...held, membership]);
  return together.ok ? ok(!holds(held, membership)) : together;
}

export type NotSteppingIn =
  | TextRule<'reason-wrong'>
  | { readonly code: 'own-role' }
  /** Nobody could object: nobody is at the organisation, and no contact is on record. */
  | { readonly code: 'nobody-to-tell' };

type SteppingIn = {
  readonly reason: string;
  /** Whom the awarding body has invited; addresses as they are compared. */
  readonly email: string;
  readonly own: string;
  /** Who hears of it and can object. */
  readonly keepers: readonly unknown[];
};

/** Why the awarding body has somebody invited to lead, as it is kept. */
export function checkSteppingIn({
  reason: typed,
  email,
  own,
  keepers,
}: SteppingIn): Result<string, NotSteppingIn> {
  const reason = mustWrite(REASON, typed);
  if (!reason.ok) return reason;
  if (email === own) return refused({ code: 'own-role' });
  return keepers.length === 0 ? refused({ code: 'nobody-to-tell' }) : reason;
}
