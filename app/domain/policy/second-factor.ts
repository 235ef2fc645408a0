// Who needs a second factor beside the password, and from when on. Unknown means yes for those who administer,
// chair or sign (OWASP ASVS 5.0, 6.3.3).
import { type Membership, ORGANISATION_ROLES, type Role } from './actor.ts';

/** They give roles, record decisions or sign: nobody acts in their name with a password alone. */
const ALWAYS: readonly Role[] = ['charter-administrator', 'panel-chair', 'executive-sponsor'];

export type FactorRules = {
  /** false = it is offered and nobody needs one, as in the demo. */
  readonly required: boolean;
  /** Whether panel members need one too, by setting of the installation. */
  readonly panelMembers: boolean;
  /** The organisations that ask it of all their people. */
  readonly organisations: readonly string[];
};

/** Whether someone with these roles needs a second factor. */
export function needsSecondFactor(memberships: readonly Membership[], rules: FactorRules): boolean {
  if (!rules.required) return false;
  return memberships.some(
    ({ role, organisation }) =>
      ALWAYS.includes(role) ||
      (role === 'panel-member' && rules.panelMembers) ||
      (organisation !== null &&
        ORGANISATION_ROLES.some((one) => one === role) &&
        rules.organisations.includes(organisation)),
  );
}

/** fine = nothing to do; due = to be set up by then (ISO 8601 UTC); overdue = before anything else. */
export type FactorStanding =
  | { readonly kind: 'fine' }
  | { readonly kind: 'due'; readonly by: string }
  | { readonly kind: 'overdue' };

type Standing = {
  readonly needed: boolean;
  readonly has: boolean;
  /** When the days of grace end; null = they have not begun, because nobody has signed in since. */
  readonly dueAt: string | null;
  /** When the session began: one that is under way goes on, so that nothing typed in it is lost. */
  readonly since: string;
};

/** Where someone stands who may need a second factor. */
export function factorStanding({ needed, has, dueAt, since }: Standing): FactorStanding {
  if (!needed || has || dueAt === null) return { kind: 'fine' };
  return dueAt <= since ? { kind: 'overdue' } : { kind: 'due', by: dueAt };
}

type SigningIn = {
  readonly needed: boolean;
  readonly has: boolean;
  /** Two factors at a provider are enough for this session, and say nothing of the next one. */
  readonly provedThere: boolean;
  /** When the days of grace end; null = they have not begun. */
  readonly dueAt: string | null;
};

/** What a sign-in does to the days of grace; null = nothing. They begin with the first at which a factor is needed. */
export function graceAtSignIn({
  needed,
  has,
  provedThere,
  dueAt,
}: SigningIn): 'begins' | 'ends' | null {
  if (provedThere) return null;
  if (has || !needed) return dueAt === null ? null : 'ends';
  return dueAt === null ? 'begins' : null;
}

const DAY = 24 * 60 * 60_000;

type Asked = {
  /** When the account was made; this and every moment here in milliseconds since 1970. */
  readonly createdAt: number;
  readonly now: number;
  readonly graceDays: number;
};

/** Until when an account that is asked for a second factor may be used without: a new one has no grace. */
export function factorDueAt({ createdAt, now, graceDays }: Asked): number {
  return now - createdAt < DAY ? now : now + graceDays * DAY;
}
