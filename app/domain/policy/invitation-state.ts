// Where an invitation stands at a moment; only an open one can be accepted.
import { ok, refused, type Result } from '#app/domain/problem.ts';

type Dates = {
  readonly acceptedAt: string | null;
  readonly revokedAt: string | null;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
};

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

/** The state; the moment of expiry itself is too late. */
export function invitationState(
  { acceptedAt, revokedAt, expiresAt }: Dates,
  now: string,
): InvitationState {
  if (acceptedAt !== null) return 'used';
  if (revokedAt !== null) return 'revoked';
  return expiresAt <= now ? 'expired' : 'open';
}

export type NotOpen =
  | { readonly code: 'invitation-used' }
  | { readonly code: 'invitation-revoked' }
  | { readonly code: 'invitation-expired' };

/** The invitation where it can be accepted. */
export function checkOpen<Invitation extends Dates>(
  invitation: Invitation,
  now: string,
): Result<Invitation, NotOpen> {
  const state = invitationState(invitation, now);
  return state === 'open' ? ok(invitation) : refused({ code: `invitation-${state}` });
}

/** Whether it can be withdrawn or sent again: one that has expired can, too. */
export function checkPending({
  acceptedAt,
  revokedAt,
}: Omit<Dates, 'expiresAt'>): Result<null, { readonly code: 'invitation-over' }> {
  return acceptedAt !== null || revokedAt !== null
    ? refused({ code: 'invitation-over' })
    : ok(null);
}

/** So many invitations within a day: of one sender, and to one address (SEC-82). */
export const INVITATION_LIMITS = { bySender: 100, byAddress: 5 } as const;

export type InvitationFlood =
  | { readonly code: 'too-many-invitations'; readonly most: number }
  | { readonly code: 'invited-too-often'; readonly most: number };

/** Whether one more letter goes out; `sent` by this person and `got` by this address within a day. */
export function checkFlood({
  sent,
  got,
}: {
  readonly sent: number;
  readonly got: number;
}): Result<null, InvitationFlood> {
  const { bySender, byAddress } = INVITATION_LIMITS;
  if (sent >= bySender) return refused({ code: 'too-many-invitations', most: bySender });
  return got >= byAddress ? refused({ code: 'invited-too-often', most: byAddress }) : ok(null);
}
