// When a round may close, for everyone or for one assessment.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Round } from './round-times.ts';

type InThePast = { readonly code: 'closes-in-the-past' };
type BeforeOpening = { readonly code: 'closes-before-opening' };

export type ClosingRefused =
  | BeforeOpening
  | InThePast
  | { readonly code: 'closes-as-before' }
  | { readonly code: 'not-later'; readonly closesAt: string };

/** A closing time and now, ISO 8601 UTC. */
type Asked = { readonly closesAt: string; readonly now: string };

/** Whether a round that opens at this instant may close then. */
export function checkClosing(
  { opensAt }: Pick<Round, 'opensAt'>,
  { closesAt, now }: Asked,
): Result<null, BeforeOpening | InThePast> {
  if (closesAt <= opensAt) return refused({ code: 'closes-before-opening' });
  return closesAt <= now ? refused({ code: 'closes-in-the-past' }) : ok(null);
}

/** Whether its closing time may be moved for everyone. */
export function checkMovedClosing(
  round: Pick<Round, 'opensAt' | 'closesAt'>,
  asked: Asked,
): Result<null, ClosingRefused> {
  return asked.closesAt === round.closesAt
    ? refused({ code: 'closes-as-before' })
    : checkClosing(round, asked);
}

/** Whether one assessment may have so much longer than it was promised. */
export function checkExtension(
  promised: string,
  { closesAt, now }: Asked,
): Result<null, ClosingRefused> {
  if (closesAt <= promised) return refused({ code: 'not-later', closesAt: promised });
  return closesAt <= now ? refused({ code: 'closes-in-the-past' }) : ok(null);
}
