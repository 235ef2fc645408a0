// Where an invitation stands at a moment; only an open one can be accepted.

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
