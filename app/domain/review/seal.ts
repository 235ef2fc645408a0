// What a reviewer seals: every criterion that applies, in the order of the charter, rated with a reason.
import type { Criterion } from '#app/domain/charter/charter.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type GivenRating, isComplete } from './rating-given.ts';

export type SealedRating = Omit<GivenRating, 'statements'> & { readonly criterion: string };

/** Criteria without a rating or without a reason. */
export type NotAllRated = { readonly code: 'not-all-rated'; readonly criteria: readonly string[] };

/** The ratings as they are sealed, or what is missing. Ratings of what is not asked stay out. */
export function sealOf(
  asked: readonly Pick<Criterion, 'id'>[],
  given: readonly SealedRating[],
): Result<readonly SealedRating[], NotAllRated> {
  const byCriterion = new Map(given.map((one) => [one.criterion, one]));
  const wanted = asked.map(({ id }) => ({ id, given: byCriterion.get(id) }));
  const sealed = wanted.flatMap(({ given: one }) =>
    one !== undefined && isComplete(one) ? [asSealed(one)] : [],
  );
  if (sealed.length === wanted.length) return ok(sealed);
  const there = new Set(sealed.map(({ criterion }) => criterion));
  const missing = wanted.map(({ id }) => id).filter((id) => !there.has(id));
  return refused({ code: 'not-all-rated', criteria: missing });
}

function asSealed({ criterion, rating, notApplicable, reason }: SealedRating): SealedRating {
  return { criterion, rating, notApplicable, reason };
}
