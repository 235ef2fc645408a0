// The reviews of a member of panels: what is to be done in each. One with a conflict of interest is not
// in the list, as if it were not there (SEC-08).
import { allCriteria } from '#app/domain/charter/charter.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { isComplete } from '#app/domain/review/rating.ts';
import { phaseOf } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { membersOf } from '#app/use-cases/enter-review.ts';
import { listRatingsBy } from '#db/repositories/ratings.ts';
import { listReviewsOf, loadReview } from '#db/repositories/reviews.ts';

type Given = Pick<Services, 'engine' | 'library'>;

/** The reviews that this person may know of, open ones first. */
export async function reviewsPage(services: Given, actor: Actor) {
  const { engine } = services;
  const found = await listReviewsOf(engine.db, actor.id);
  const reviews = await Promise.all(found.map(({ id }) => reviewIn(services, actor, id)));
  return {
    reviews: reviews
      .filter((review) => review !== null)
      .toSorted((one, other) => Number(one.phase === 'closed') - Number(other.phase === 'closed')),
  };
}

async function reviewIn({ engine, library }: Given, actor: Actor, id: string) {
  const loaded = await loadReview(engine.db, id);
  const charter = loaded && library.versions.get(loaded.charterName)?.charter;
  if (!loaded || !charter) return null;
  const members = await membersOf(engine.db, loaded);
  const me = members.find(({ userId }) => userId === actor.id);
  if (me === undefined || me.standing.kind === 'conflicted') return null;
  const { review, submission, organisation, department } = loaded;
  const rated = await listRatingsBy(engine.db, { reviewId: id, userId: actor.id });
  return {
    id,
    organisation,
    department,
    number: submission.number,
    purpose: review.purpose,
    phase: phaseOf(review),
    standing: me.standing,
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
