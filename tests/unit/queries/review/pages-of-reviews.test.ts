// A reviewer's list comes a page at a time, found in the database; it holds just what the domain says is open to them.
import { expect, test } from 'vitest';
import { ownReviews } from '#app/doors/enter-review.ts';
import { takesPart } from '#app/domain/review/standing.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { GROWN, grow } from '#tests/support/grown.ts';
import { testServices } from '#tests/support/services.ts';

const { chair } = GROWN;

/** Sixty submissions; the chair has worked in one place, with the sponsor of another, and is shut out of more. */
async function withConflicts() {
  const services = await testServices();
  grow(services, { submissions: 60, own: 4 });
  services.engine.connection.exec(`
    insert into past_employments values ('a', 'chair', 'other1', '2027-01-01');
    insert into past_employments values ('b', 'sponsor-other2', 'other1', '2027-01-01');
    insert into memberships values ('c', 'sponsor-other3', 'other1', null, 'organisation-viewer');
    update interests set conflict = 1 where id = 'review-assessment0 chair';
    insert into seat_changes (id, review_id, member_id, seat, asked_reason, statistics, replaced_at, reason)
      values ('d', 'review-assessment6', 'chair', 'chair', '', 1, '2027-02-01', '');
    update signatures set user_id = 'chair' where id = 'signature-assessment7';
    update signatures set user_id = 'sponsor-other5' where id = 'signature-assessment12';
    delete from panel_members where panel_id = 'panel3' and user_id = 'chair';
    insert into seat_changes (id, review_id, member_id, seat, asked_reason, replacement_id, statistics, replaced_at, reason)
      values ('e', 'review-assessment45', 'rater3', 'reviewer', '', 'chair', 1, '2027-02-01', '');
  `);
  return services;
}

test('the pages together hold every review that is open to somebody, in their order, and no other', async () => {
  const services = await withConflicts();
  const all = await ownReviews(services.engine.db, chair);
  const open = all.filter(({ standing }) => takesPart(standing)).map(({ review }) => review.id);
  expect(open.length).toBeGreaterThan(20);
  expect(open.length).toBeLessThan(all.length - 20);
  expect(open).toContain('review-assessment45');
  const first = await reviewsPage(services, chair);
  const pages = [first];
  for (let page = 2; page <= first.pages; page += 1) {
    pages.push(await reviewsPage(services, chair, page));
  }
  expect(pages.flatMap(({ reviews }) => reviews.map(({ id }) => id))).toEqual(open);
  expect(pages.map(({ reviews }) => reviews.length)).toEqual([20, open.length - 20]);
  expect(await reviewsPage(services, chair, 99)).toEqual(pages.at(-1));
  services.close();
});
