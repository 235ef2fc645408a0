// Who has a conflict of interest learns nothing by time either: whatever they ask of the review asks the
// database, and writes to the trail, what the same question asks of a review that is not there or not theirs.
// How long it takes is measured by `npm run bench`.
import { expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { calendarFeed } from '#app/queries/letters/calendar-feed.ts';
import { decidePage } from '#app/queries/review/decide-page.ts';
import { consensusPage, discussionPage } from '#app/queries/review/discussion-page.ts';
import { ratingPage } from '#app/queries/review/rating-page.ts';
import { reviewEvidence, reviewEvidenceFile } from '#app/queries/review/review-evidence.ts';
import { interestPage, reviewPage } from '#app/queries/review/review-page.ts';
import { reviewPlan } from '#app/queries/review/review-plan.ts';
import { reviewReport } from '#app/queries/review/review-report.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { sealPage } from '#app/queries/review/seal-page.ts';
import type { Services } from '#app/services.server.ts';
import { makeCalendarLink } from '#app/use-cases/letters/calendar-link.ts';
import { linkId } from '#app/use-cases/accounts/create-password-link.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import {
  addReviewNote,
  agreeCriterion,
  openDiscussion,
} from '#app/use-cases/review/discuss-review.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { recordDecision } from '#app/use-cases/review/record-decision.ts';
import { sealRatings } from '#app/use-cases/review/seal-ratings.ts';
import { decisionOf, done, openedReview } from '#tests/support/review.ts';
import { askedDuring } from '#tests/support/statements.ts';

/** Everything that can be asked of a review, by name. */
function questions(services: Services, actor: Actor, id: string) {
  const rating = { reviewId: id, criterion: 'G1', choice: 2, reason: 'Shown.', readVersion: 0 };
  const feedback = { commendation: '', recommendation: '', requirement: '' };
  const note = { reviewId: id, criterion: 'G1', text: 'So it is.' };
  const item = { id, evidence: 'evidence' };
  return Object.entries({
    interests: () => interestPage(services, actor, id),
    review: () => reviewPage(services, actor, id),
    criterion: () => ratingPage(services, actor, { id, criterion: 'G1' }),
    plan: () => reviewPlan(services, actor, id),
    'before sealing': () => sealPage(services, actor, id),
    evidence: () => reviewEvidence(services, actor, item),
    file: () => reviewEvidenceFile(services, actor, item),
    report: () => reviewReport(services, actor, id),
    discussion: () => discussionPage(services, actor, id),
    consensus: () => consensusPage(services, actor, { id, criterion: 'G1' }),
    'before deciding': () => decidePage(services, actor, id),
    declare: () => declareInterest(services, actor, { reviewId: id, conflict: false, reason: '' }),
    rate: () => rateCriterion(services, actor, rating),
    seal: () => sealRatings(services, actor, { reviewId: id }),
    open: () => openDiscussion(services, actor, { reviewId: id }),
    note: () => addReviewNote(services, actor, note),
    agree: () => agreeCriterion(services, actor, { ...rating, ...feedback }),
    decide: () => recordDecision(services, actor, decisionOf(id, { outcome: 'not-awarded' })),
  });
}

/** The statements, whatever number of people they look for. */
async function statementsOf({ engine }: Services, work: () => Promise<unknown>) {
  const asked = await askedDuring(engine.connection, work);
  return asked.map(({ sql }) => sql.replaceAll(/\(\?(, \?)*\)/g, '(…)'));
}

/** A review that a conflict of interest shuts to its first reviewer, and someone on no panel. */
async function shutReview() {
  const opened = await openedReview();
  const { services, first, reviewId, join } = opened;
  const conflict = { reviewId, conflict: true, reason: 'My partner works there.' };
  done(await declareInterest(services, first, conflict));
  return { ...opened, nobody: await join('Efa Nobody', 'panel-member', [null, null]) };
}

test('all that someone with a conflict asks of the review asks what it asks of none', async () => {
  const { services, first, nobody, reviewId } = await shutReview();
  const shut = questions(services, first, reviewId);
  const missing = new Map(questions(services, first, 'no-such-review'));
  const foreign = new Map(questions(services, nobody, reviewId));
  for (const [name, ask] of shut) {
    const statements = await statementsOf(services, ask);
    for (const other of [missing, foreign]) {
      const alike = other.get(name);
      expect(alike && (await statementsOf(services, alike)), name).toEqual(statements);
    }
    expect(statements.filter((sql) => sql.includes('insert into "audit_events"')).length).toBe(1);
    expect(statements.filter((sql) => sql.includes('"snapshot"'))).toEqual([]);
  }
});

test('lists and calendars ask nothing more where a conflict hides a review', async () => {
  const { services, first, nobody } = await shutReview();
  const asks = async (person: Actor) => {
    const { token } = await makeCalendarLink(services, person);
    return [
      await statementsOf(services, () => reviewsPage(services, person)),
      await statementsOf(services, () => calendarFeed(services, linkId(token))),
    ];
  };
  expect(await asks(first)).toEqual(await asks(nobody));
});
