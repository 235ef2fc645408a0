// The reviews of a member of panels: what is to be done in each. One with a conflict of interest is not
// in the list, as if it were not there (SEC-08).
import type { Facts } from '#app/domain/charter/facts.ts';
import { factsOf } from '#app/domain/formats/assessment-file.ts';
import { readSnapshot } from '#app/domain/formats/snapshot.ts';
import { applyingCriteria } from '#app/domain/scoring/applying.ts';
import { listSnapshots } from '#db/repositories/submission/submissions.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { isComplete } from '#app/domain/review/rating-given.ts';
import { phaseOf, takesPart } from '#app/domain/review/standing.ts';
import { purposeOf } from '#app/domain/review/review-opening.ts';
import type { Services } from '#app/services.server.ts';
import { openTo, type OwnReview, ownReviews } from '#app/doors/enter-review.ts';
import { countOpenTo, listOpenTo } from '#db/repositories/review/own-reviews.ts';
import { listRatingsIn } from '#db/repositories/review/rating-rows.ts';
import type { Db } from '#db/store.ts';
import { placeOfPage } from '#app/queries/kit/page-of.ts';

type Given = Pick<Services, 'engine' | 'library'>;

const ON_A_PAGE = 20;

/** A page of the reviews that this person may know of, open ones first. */
export async function reviewsPage({ engine: { db }, library }: Given, actor: Actor, page = 1) {
  const { reviews, ...place } = await openOnPage(db, actor, page);
  const reviewIds = reviews.map(({ review }) => review.id);
  const given = await listRatingsIn(db, { reviewIds, userId: actor.id });
  const rated = Map.groupBy(given.filter(isComplete), ({ reviewId }) => reviewId);
  const facts = await factsSubmitted(db, reviews);
  return {
    ...place,
    reviews: reviews.flatMap((own) => {
      const charter = library.versions.get(own.charterName)?.charter;
      if (charter === undefined) return [];
      const known = facts.get(own.review.submissionId);
      const asked = applyingCriteria(charter, known === undefined ? {} : { facts: known });
      const done = (rated.get(own.review.id) ?? []).filter(({ criterion }) =>
        asked.some(({ id }) => id === criterion),
      );
      return [reviewIn(own, { criteria: asked.length, rated: done.length })];
    }),
  };
}

/** Those of a page, with where this person stands in each; none for whoever has lost the role. */
async function openOnPage(db: Db, actor: Actor, page: number) {
  const asked = await openTo(db, actor);
  if (asked === null) return { reviews: [], page: 1, pages: 1 };
  const found = await countOpenTo(db, asked);
  const { from, ...place } = placeOfPage(found, { page, size: ON_A_PAGE });
  const ids = await listOpenTo(db, asked, { from, size: ON_A_PAGE });
  const reviews = await ownReviews(db, actor, { ids });
  return { reviews: reviews.filter(({ standing }) => takesPart(standing)), ...place };
}

/** The facts of these submissions, which rule out criteria; one that cannot be read says none. */
async function factsSubmitted(
  db: Db,
  reviews: readonly OwnReview[],
): Promise<ReadonlyMap<string, Facts>> {
  const ids = reviews.map(({ review }) => review.submissionId);
  const rows = await listSnapshots(db, ids);
  return new Map(
    rows.flatMap(({ id, snapshot }) => {
      const read = readSnapshot(snapshot);
      return read.ok ? [[id, factsOf(read.value.content)] as const] : [];
    }),
  );
}

function reviewIn(
  own: OwnReview,
  { criteria, rated }: { readonly criteria: number; readonly rated: number },
) {
  const { review, number, organisation, department, standing } = own;
  return {
    id: review.id,
    organisation,
    department,
    number,
    purpose: purposeOf(review.purpose),
    phase: phaseOf(review),
    standing,
    rated,
    criteria,
    minutes: minutesFor(criteria),
    ratingsDueAt: review.ratingsDueAt,
  };
}

// Four minutes for a narrative of up to 350 words, its evidence and a reason: an estimate to plan by.
const MINUTES_EACH = 4;

/** About how long so many criteria take to rate, in minutes. */
export function minutesFor(criteria: number): number {
  return criteria * MINUTES_EACH;
}

export type ReviewsPage = Awaited<ReturnType<typeof reviewsPage>>;
