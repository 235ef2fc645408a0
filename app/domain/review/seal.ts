// What a reviewer seals: every criterion of the charter, in its order, rated with a reason.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type GivenRating, isComplete } from './rating-given.ts';

export type SealedRating = Omit<GivenRating, 'statements'> & { readonly criterion: string };

/** Criteria without a rating or without a reason. */
export type NotAllRated = { readonly code: 'not-all-rated'; readonly criteria: readonly string[] };

/** The ratings as they are sealed, or what is missing. Ratings of what the charter does not have stay out. */
export function sealOf(
  charter: Pick<Charter, 'sections'>,
  given: readonly SealedRating[],
): Result<readonly SealedRating[], NotAllRated> {
  const byCriterion = new Map(given.map((one) => [one.criterion, one]));
  const wanted = allCriteria(charter).map(({ id }) => ({ id, given: byCriterion.get(id) }));
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
