import { expect, test } from 'vitest';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { ratingPage } from '#app/queries/review/rating-page.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { withdrawAssessment } from '#app/use-cases/submission/step-back.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { withStatements } from '#tests/support/in-statements.ts';
import {
  criteriaOf,
  done,
  openedReview,
  panelOf,
  submitAgain,
  submittedAssessment,
} from '#tests/support/review.ts';

test('a panel reads what the department ticked, and each rating with its statements', async () => {
  const given = await submittedAssessment();
  const { lead, assessmentId, administrator, chair, first, second } = given;
  const services = withStatements(given.services);
  done(await withdrawAssessment(services, lead, { assessmentId, reason: 'To tick statements.' }));
  for (const criterion of criteriaOf(services)) {
    const said = { claimed: null, notApplicable: null, narrative: 'As it is.', readVersion: 1 };
    const ticked = { 1: [1, 2], 2: [1, 2], 4: [2] };
    done(await answerCriterion(services, lead, { assessmentId, criterion, ...said, ticked }));
  }
  await submitAgain(services, given);
  const [submission] = await listSubmissions(services.engine.db, assessmentId);
  const panelId = await panelOf({ services, administrator }, [
    { person: chair, seat: 'chair' },
    { person: first, seat: 'reviewer', statistics: true },
    { person: second, seat: 'reviewer' },
  ]);
  const ratingsDueAt = '2027-04-01T16:00:00.000Z';
  const opening = { panelId, submissionId: submission?.id ?? '', ratingsDueAt };
  const { id } = done(await openReview(services, administrator, opening));
  done(await declareInterest(services, first, { reviewId: id, conflict: false, reason: '' }));
  const page = done(await ratingPage(services, first, { id, criterion: 'G1' }));
  expect(page.claim.claimed).toBe('2 (In place)');
  expect(page.statements?.toConfirm).toBeNull();
  expect(page.statements?.texts.map(({ rating }) => rating)).toEqual([
    '1 Planned',
    '1 Planned',
    '2 In place',
    '2 In place',
    '4 Leading',
  ]);
  const charter = services.library.versions.get('bme-mentoring@1.0.0')?.charter;
  const [criterion] = charter === undefined ? [] : allCriteria(charter);
  expect(page.criterion.ratings.map(({ statements }) => statements)).toEqual(criterion?.statements);
});

test('under a charter without statements there is nothing of them', async () => {
  const { services, first, reviewId } = await openedReview();
  done(await declareInterest(services, first, { reviewId, conflict: false, reason: '' }));
  const page = done(await ratingPage(services, first, { id: reviewId, criterion: 'G1' }));
  expect(page.statements).toBeNull();
});
