// Another address for one's own account, and how long what was mailed about an account holds.
import { ok, refused, type Result } from '#app/domain/problem.ts';

const ADDRESS = /^[^\s@]{1,200}@[^\s@.]+(?:\.[^\s@.]+)+$/;
const MOST_CHARACTERS = 320;

/** The new address, where it is one, and another than the present. */
export function checkNewAddress(
  email: string,
  present: string,
): Result<string, { readonly code: 'address-wrong' }> {
  return ADDRESS.test(email) && email.length <= MOST_CHARACTERS && email !== present
    ? ok(email)
    : refused({ code: 'address-wrong' });
}

type Changing = { readonly endedAt: string | null; readonly expiresAt: string };

/** The change that a link can still confirm; null = there is none. `now` is ISO 8601 UTC. */
export function checkChanging<Change extends Changing>(
  change: Change | null,
  now: string,
): Result<Change, { readonly code: 'link-over' }> {
  const open = change !== null && change.endedAt === null && change.expiresAt > now;
  return open ? ok(change) : refused({ code: 'link-over' });
}

type Confirmed = { readonly oldConfirmedAt: string | null; readonly newConfirmedAt: string | null };

/** Whether both sides have confirmed once this one does. */
export function isConfirmedWith(change: Confirmed, side: 'old' | 'new'): boolean {
  return (side === 'old' ? change.newConfirmedAt : change.oldConfirmedAt) !== null;
}

export type LinkOver = { readonly code: 'link-used' } | { readonly code: 'link-expired' };

/** Whether a link to choose a password works; the moment of expiry itself is too late. */
export function checkPasswordLink(
  { usedAt, expiresAt }: { readonly usedAt: string | null; readonly expiresAt: string },
  now: string,
): Result<null, LinkOver> {
  if (usedAt !== null) return refused({ code: 'link-used' });
  return expiresAt <= now ? refused({ code: 'link-expired' }) : ok(null);
}
