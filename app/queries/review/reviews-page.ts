// The reviews of a member of panels: what is to be done in each. One with a conflict of interest is not
// in the list, as if it were not there (SEC-08).
import { allCriteria } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { isComplete } from '#app/domain/review/rating-given.ts';
import { phaseOf, takesPart } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { type OwnReview, ownReviews } from '#app/doors/enter-review.ts';
import { listRatingsBy } from '#db/repositories/review/rating-rows.ts';

type Given = Pick<Services, 'engine' | 'library'>;

/** The reviews that this person may know of, open ones first. */
export async function reviewsPage(services: Given, actor: Actor) {
  const { engine } = services;
  const found = await ownReviews(engine.db, actor);
  const open = found.filter(({ standing }) => takesPart(standing));
  const reviews = await Promise.all(open.map((own) => reviewIn(services, actor, own)));
  return {
    reviews: reviews
      .filter((review) => review !== null)
      .toSorted((one, other) => Number(one.phase === 'closed') - Number(other.phase === 'closed')),
  };
}

async function reviewIn({ engine, library }: Given, actor: Actor, own: OwnReview) {
  const { review, number, organisation, department, standing, charterName } = own;
  const charter = library.versions.get(charterName)?.charter;
  if (charter === undefined) return null;
  const rated = await listRatingsBy(engine.db, { reviewId: review.id, userId: actor.id });
  return {
    id: review.id,
    organisation,
    department,
    number,
    purpose: review.purpose,
    phase: phaseOf(review),
    standing,
    rated: rated.filter(isComplete).length,
    criteria: allCriteria(charter).length,
    minutes: minutesFor(allCriteria(charter).length),
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
