// Nor by timing: what a reviewer's pages and actions ask of the database is the same work before and after
// colleagues have rated and sealed, and finds the reviewer's own ratings without passing those of others.
// How long it takes is measured by `npm run bench`.
import { expect, test } from 'vitest';
import { ratingPage } from '#app/queries/review/rating-page.ts';
import { reviewPage } from '#app/queries/review/review-page.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { sealPage } from '#app/queries/review/seal-page.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { criteriaOf, done, openedReview, rateAll } from '#tests/support/review.ts';
import { type Asked, askedDuring } from '#tests/support/statements.ts';

type Opened = Awaited<ReturnType<typeof openedReview>>;

/** All that a reviewer can do while rating; a rating is saved once more each time. */
function doings({ services, first, reviewId }: Opened, readVersion: number) {
  const rating = { reviewId, criterion: 'G1', choice: 3, reason: 'Shown.', readVersion };
  return {
    list: () => reviewsPage(services, first),
    review: () => reviewPage(services, first, reviewId),
    seal: () => sealPage(services, first, reviewId),
    save: async () => done(await rateCriterion(services, first, rating)),
    ...Object.fromEntries(
      criteriaOf(services).map((criterion) => [
        criterion,
        () => ratingPage(services, first, { id: reviewId, criterion }),
      ]),
    ),
  };
}

async function workOf(opened: Opened, readVersion: number) {
  const { connection } = opened.services.engine;
  const work: [string, readonly Asked[]][] = [];
  for (const [name, doing] of Object.entries(doings(opened, readVersion))) {
    work.push([name, await askedDuring(connection, doing)]);
  }
  return work;
}

/** Who has sealed is read with its rows; it says that someone has, and never what. */
function withoutSeals(work: Awaited<ReturnType<typeof workOf>>) {
  return work.map(([name, asked]) => [
    name,
    asked.map(({ sql, rows }) => (/from "seals"/.test(sql) ? { sql } : { sql, rows })),
  ]);
}

test('a reviewer’s pages ask the same before and after colleagues rate and seal', async () => {
  const opened = await openedReview();
  const { services, first, second, chair, reviewId } = opened;
  done(await declareInterest(services, first, { reviewId, conflict: false, reason: '' }));
  done(await declareInterest(services, second, { reviewId, conflict: false, reason: '' }));
  done(await declareInterest(services, chair, { reviewId, conflict: false, reason: '' }));
  // The first save adds a row, and those after it change one.
  await doings(opened, 0).save();
  const before = await workOf(opened, 1);
  await rateAll(services, { reviewId, raters: [second, chair], rating: 4 });
  const after = await workOf(opened, 2);
  expect(withoutSeals(after)).toEqual(withoutSeals(before));

  const statements = new Set(after.flatMap(([, asked]) => asked.map(({ sql }) => sql)));
  const aboutRatings = [...statements].filter((sql) => sql.includes('"ratings"'));
  expect(aboutRatings.length).toBeGreaterThan(0);
  for (const sql of aboutRatings) {
    const plan = services.engine.connection
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...(sql.match(/\?/g) ?? []).map(() => null))
      .map(({ detail }) => detail);
    for (const step of plan) expect(step).toMatch(/\(review_id=\? AND user_id=\?/);
  }
});
