// When an award may be published, and when withdrawn. Both are told to everyone, so a withdrawal has a
// reason that everyone reads (catalogue DATA-16).
import { tidy } from '#app/domain/field-problem.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { AwardDates } from './award.ts';

/** Long enough for a fair reason, short enough for the top of a page. */
const REASON_CHARACTERS = 1000;

export type PublicationProblem =
  | { readonly code: 'already-published' }
  /** An appeal against its decision waits for an answer. */
  | { readonly code: 'appeal-open' }
  | { readonly code: 'not-published' }
  | { readonly code: 'already-withdrawn' }
  | { readonly code: 'reason-wrong'; readonly most: number };

type Held = Pick<AwardDates, 'publishedAt' | 'withdrawnAt'>;

/** Whether the award may go into the register: not while an appeal against its decision is open. */
export function checkPublish(
  award: Held,
  { appealOpen }: { readonly appealOpen: boolean },
): Result<null, PublicationProblem> {
  if (award.withdrawnAt !== null) return refused({ code: 'already-withdrawn' });
  if (award.publishedAt !== null) return refused({ code: 'already-published' });
  if (appealOpen) return refused({ code: 'appeal-open' });
  return ok(null);
}

/** The reason as it is kept. */
export function checkWithdraw(award: Held, reason: string): Result<string, PublicationProblem> {
  if (award.publishedAt === null) return refused({ code: 'not-published' });
  if (award.withdrawnAt !== null) return refused({ code: 'already-withdrawn' });
  return checkReason(reason);
}

/** A reason that someone gives for what everyone sees. */
export function checkReason(
  reason: string,
): Result<string, { readonly code: 'reason-wrong'; readonly most: number }> {
  const kept = tidy(reason);
  return kept === '' || kept.length > REASON_CHARACTERS
    ? refused({ code: 'reason-wrong', most: REASON_CHARACTERS })
    : ok(kept);
}
