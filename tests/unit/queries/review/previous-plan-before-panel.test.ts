import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { ratingPage } from '#app/queries/review/rating-page.ts';
import { reviewPage } from '#app/queries/review/review-page.ts';
import type { Services } from '#app/services.server.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { assessments } from '#db/tables.ts';
import { addAward } from '#tests/support/awards.ts';
import { threshold } from '#tests/support/charter-factory.ts';
import { done, openedReview } from '#tests/support/review.ts';

/** The same services, where P2 asks for half of the previous plan at 2. */
function withPreviousPlan(services: Services): Services {
  const name = 'bme-mentoring@1.0.0';
  const held = services.library.versions.get(name);
  if (held === undefined) throw new Error('the charter is gone');
  const previousPlan = { criterion: 'P2', done: [{ rating: 2, least: threshold('50') }] };
  const charter = { ...held.charter, previousPlan };
  const versions = new Map([...services.library.versions, [name, { ...held, charter }] as const]);
  return { ...services, library: { ...services.library, versions } };
}

test('the panel of a renewal reads the previous plan, and what it supports; of another nothing', async () => {
  const { services, first, reviewId, assessmentId } = await openedReview();
  done(await declareInterest(services, first, { reviewId, conflict: false, reason: '' }));
  expect(done(await reviewPage(services, first, reviewId)).previous).toBeNull();
  const award = await addAward(services);
  await services.engine.db
    .update(assessments)
    .set({ renews: award.id })
    .where(eq(assessments.id, assessmentId));
  expect(done(await reviewPage(services, first, reviewId)).previous).toMatchObject({
    award: award.number,
    year: null,
    actions: [{ number: '1', status: 'on-track', carried: false }],
  });
  const rating = async (given: Services, criterion: string) =>
    done(await ratingPage(given, first, { id: reviewId, criterion })).plan;
  expect(await rating(services, 'P2')).toBeNull();
  const asked = withPreviousPlan(services);
  expect(await rating(asked, 'P1')).toBeNull();
  // The department claims 2 for every criterion, and nothing of its plan is done.
  expect(await rating(asked, 'P2')).toMatchObject({
    done: 0,
    all: 1,
    percent: '0.0%',
    rating: 0,
    claimsMore: true,
  });
});
