// Whether timing tells a reviewer of colleagues' ratings: each page and each save on a review in which nobody
// else has begun, and on one in which everybody else has rated and sealed. Whether it tells somebody with a
// conflict of interest that a review is there: what they ask of it, and of none, with a disk that is waited
// for as in a deployment. The ratios should be 1.
import { ratingPage } from '#app/queries/review/rating-page.ts';
import { reviewPage } from '#app/queries/review/review-page.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { sealPage } from '#app/queries/review/seal-page.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { done, openedReview, rateAll } from '#tests/support/review.ts';
import { compare, type Compared } from './compare.ts';

type Review = Awaited<ReturnType<typeof openedReview>> & { readonly saved: { version: number } };

const WORKS: readonly (readonly [string, Compared<Review>])[] = [
  ['the list of reviews', ({ services, first }) => reviewsPage(services, first)],
  ['a review', ({ services, first, reviewId }) => reviewPage(services, first, reviewId)],
  [
    'a criterion',
    ({ services, first, reviewId }) =>
      ratingPage(services, first, { id: reviewId, criterion: 'P2' }),
  ],
  [
    'all ratings before sealing',
    ({ services, first, reviewId }) => sealPage(services, first, reviewId),
  ],
  ['saving a rating', saveAgain],
];

async function saveAgain({ services, first, reviewId, saved }: Review): Promise<void> {
  const rating = { reviewId, criterion: 'G1', choice: 3, reason: 'Shown.' };
  done(await rateCriterion(services, first, { ...rating, readVersion: saved.version }));
  saved.version += 1;
}

async function reviewWith({ colleagues }: { readonly colleagues: boolean }): Promise<Review> {
  const opened = await openedReview();
  const { services, first, second, chair, reviewId } = opened;
  done(await declareInterest(services, first, { reviewId, conflict: false, reason: '' }));
  if (colleagues) await rateAll(services, { reviewId, raters: [second, chair], rating: 4 });
  return { ...opened, saved: { version: 0 } };
}

type Shut = Pick<Awaited<ReturnType<typeof openedReview>>, 'services' | 'first' | 'reviewId'>;

const REFUSED: readonly (readonly [string, Compared<Shut>])[] = [
  ['a review', ({ services, first, reviewId }) => reviewPage(services, first, reviewId)],
  [
    'a criterion',
    ({ services, first, reviewId }) =>
      ratingPage(services, first, { id: reviewId, criterion: 'P2' }),
  ],
  [
    'saving a rating',
    ({ services, first, reviewId }) => {
      const rating = { reviewId, criterion: 'G1', choice: 3, reason: 'Shown.', readVersion: 0 };
      return rateCriterion(services, first, rating);
    },
  ],
];

async function benchRefusals(): Promise<void> {
  const { services, first, reviewId } = await openedReview();
  const conflict = { reviewId, conflict: true, reason: 'My partner works there.' };
  done(await declareInterest(services, first, conflict));
  services.engine.connection.pragma('synchronous = FULL');
  const missing = { services, first, reviewId: 'no-such-review' };
  const shut = { services, first, reviewId };
  await compare(['what is refused', 'ms not there', 'ms conflict'], [missing, shut], REFUSED);
  services.close();
}

/** Prints the median of each on both reviews, and how much longer the second takes. */
export async function benchReviews(): Promise<void> {
  const reviews = [await reviewWith({ colleagues: false }), await reviewWith({ colleagues: true })];
  await compare(['what a reviewer does', 'ms alone', 'ms after all'], reviews, WORKS);
  for (const { services } of reviews) services.close();
  await benchRefusals();
}
