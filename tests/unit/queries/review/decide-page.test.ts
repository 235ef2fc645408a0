import { expect, test } from 'vitest';
import { decidePage } from '#app/queries/review/decide-page.ts';
import { discussionPage } from '#app/queries/review/discussion-page.ts';
import { agreeCriterion } from '#app/use-cases/review/discuss-review.ts';
import { agreeAll, criteriaOf, discussedReview, done } from '#tests/support/review.ts';

const NONE = { commendation: '', recommendation: '', requirement: '' };

test('no level and no score stand on the page before every criterion is agreed', async () => {
  const { services, chair, reviewId } = await discussedReview();
  const criteria = criteriaOf(services);
  const [last = ''] = criteria;
  const seen = async () => done(await decidePage(services, chair, reviewId));
  expect(await seen()).toMatchObject({ reached: null, all: criteria.length });
  for (const criterion of criteria.slice(1)) {
    const agreed = { reviewId, criterion, choice: 2, reason: 'Agreed.', readVersion: 0, ...NONE };
    done(await agreeCriterion(services, chair, agreed));
  }
  const before = await seen();
  expect(before.open.map(({ id }) => id)).toEqual([last]);
  expect(before.reached).toBeNull();
  // Every cell that the panel’s scores would stand in says that there is none yet.
  expect(before.sections.rows.map((row) => row[3])).toEqual(
    before.sections.rows.map(() => 'Not yet'),
  );
  const agreed = { reviewId, criterion: last, choice: 2, reason: 'Agreed.', readVersion: 0 };
  done(await agreeCriterion(services, chair, { ...agreed, ...NONE }));
  const after = await seen();
  expect(after.reached).toMatchObject({ level: 'Bronze' });
  expect(after.sections.rows[0]?.[3]).not.toBe('Not yet');
});

test('what is claimed, supported and agreed stands side by side', async () => {
  const { services, chair, reviewId } = await discussedReview();
  await agreeAll(services, { chair, reviewId, rating: 1 });
  const { criteria, sections } = done(await decidePage(services, chair, reviewId));
  expect(criteria.columns.map(({ title }) => title)).toEqual([
    'Criterion',
    'Claimed',
    'Supported',
    'Agreed',
  ]);
  expect(sections.columns.slice(0, 4).map(({ title }) => title)).toEqual([
    'Section',
    'Claimed',
    'Supported',
    'Agreed',
  ]);
  // Claimed 2, agreed 1: the claim is the department’s and stays what it was.
  const [, claimed, , agreed] = criteria.rows[0] ?? [];
  expect(claimed).toMatch(/^2 /);
  expect(agreed).toMatchObject({ text: expect.stringMatching(/^1 /) });
  const rows = done(await discussionPage(services, chair, reviewId)).rows;
  expect(rows[0]).toMatchObject({ claimed: expect.stringMatching(/^2 /) });
  expect(rows[0]?.supported).toMatch(/^\d /);
});
