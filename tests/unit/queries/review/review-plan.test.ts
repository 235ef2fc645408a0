import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { consensusPage } from '#app/queries/review/discussion-page.ts';
import { ratingPage } from '#app/queries/review/rating-page.ts';
import { reviewPlan } from '#app/queries/review/review-plan.ts';
import { reviewReport } from '#app/queries/review/review-report.ts';
import type { Services } from '#app/services.server.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { actions, assessments } from '#db/tables.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { addAward } from '#tests/support/awards.ts';
import { threshold } from '#tests/support/charter-factory.ts';
import { discussedReview, done, openedReview } from '#tests/support/review.ts';

const PLAN = [
  draftOf({ objective: 'Pay mentors for their time', owner: 'Delyth Prothero-Anand' }),
  draftOf({
    objective: 'Open the rota to assistants',
    keyPriority: 'Access',
    resources: 'Two days a month',
    milestones: [{ on: '2027-06-30', text: 'The first rota is out', done: false }],
  }),
];

/** The same services, where the charter names what judges the plan and the plan before. */
function naming(services: Services, judgesPlan: readonly string[]): Services {
  const name = 'bme-mentoring@1.0.0';
  const held = services.library.versions.get(name);
  if (held === undefined) throw new Error('the charter is gone');
  const previousPlan = { criterion: 'G2', done: [{ rating: 2, least: threshold('50') }] };
  const charter = { ...held.charter, judgesPlan, previousPlan };
  const versions = new Map([...services.library.versions, [name, { ...held, charter }] as const]);
  return { ...services, library: { ...services.library, versions } };
}

describe('the action plan before its panel', () => {
  test('is the submitted one, in full, whatever the department has changed since', async () => {
    const { services, first, reviewId, assessmentId } = await openedReview(PLAN);
    expect(await reviewPlan(services, first, reviewId)).toMatchObject({
      problem: { code: 'declare-first' },
    });
    done(await declareInterest(services, first, { reviewId, conflict: false, reason: '' }));
    const before = done(await reviewPlan(services, first, reviewId));
    const report = done(await reviewReport(services, first, reviewId));
    await services.engine.db
      .update(actions)
      .set({ objective: 'Written after the submission' })
      .where(eq(actions.assessmentId, assessmentId));
    expect(done(await reviewPlan(services, first, reviewId))).toEqual(before);
    expect(done(await reviewReport(services, first, reviewId))).toEqual(report);
    for (const words of [
      'Pay mentors for their time',
      'Delyth Prothero-Anand',
      'Open the rota to assistants',
      'Two days a month',
      'The first rota is out',
      'A name in the minutes',
      'Announce',
    ]) {
      expect(JSON.stringify(before), words).toContain(words);
      expect(JSON.stringify(report.model), words).toContain(words);
    }
    // A version that does not say which criterion judges it shows it on none.
    expect(before.judgedBy).toEqual([]);
    const p1 = done(await ratingPage(services, first, { id: reviewId, criterion: 'P1' }));
    expect(p1.judged).toEqual({ whole: null, previous: null });
  });

  test('stands on the criteria that the charter names, and on no other', async () => {
    const { services, chair, reviewId } = await discussedReview(PLAN);
    const asked = naming(services, ['R1', 'G1']);
    const { plan, judgedBy } = done(await reviewPlan(asked, chair, reviewId));
    expect(judgedBy.map(({ id }) => id)).toEqual(['R1', 'G1']);
    for (const criterion of ['G1', 'R1', 'P1', 'G2']) {
      const whole = ['G1', 'R1'].includes(criterion) ? plan : null;
      const rating = done(await ratingPage(asked, chair, { id: reviewId, criterion }));
      expect(rating.judged, criterion).toEqual({ whole, previous: null });
      const meeting = done(await consensusPage(asked, chair, { id: reviewId, criterion }));
      expect(meeting.judged, criterion).toEqual({ whole, previous: null });
    }
  });

  test('of a renewal has the previous plan beside it, and on the criterion that asks about it', async () => {
    const { services, chair, reviewId, assessmentId } = await discussedReview(PLAN);
    const asked = naming(services, ['P1']);
    const award = await addAward(services);
    await services.engine.db
      .update(assessments)
      .set({ renews: award.id })
      .where(eq(assessments.id, assessmentId));
    const previous = { award: award.number, actions: [{ number: '1', status: 'on-track' }] };
    expect(done(await reviewPlan(asked, chair, reviewId)).previous).toMatchObject(previous);
    const on = async (criterion: string) =>
      done(await ratingPage(asked, chair, { id: reviewId, criterion })).judged.previous;
    expect(await on('G2')).toMatchObject(previous);
    expect(await on('P1')).toBeNull();
    expect(await on('P2')).toBeNull();
  });
});
