import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lastOutcome } from '#app/queries/submission/outcome-page.ts';
import { answerAppeal, appealDecision } from '#app/use-cases/review/appeal-decision.ts';
import { reopenReview } from '#app/use-cases/review/correct-decision.ts';
import { agreeCriterion, openDiscussion } from '#app/use-cases/review/discuss-review.ts';
import { recordDecision } from '#app/use-cases/review/record-decision.ts';
import { reviseSubmission } from '#app/use-cases/submission/revise-submission.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { submitAssessment } from '#app/use-cases/submission/submit-assessment.ts';
import { contentFingerprint, signOff } from '#app/use-cases/submission/sign-off.ts';
import { loadAward, loadAwardOf, updateAward } from '#db/repositories/award/award-rows.ts';
import { listAppealsOn, listDecisionsOn, loadDecision } from '#db/repositories/review/decisions.ts';
import { listSubmissions } from '#db/repositories/submission/submissions.ts';
import { assessments } from '#db/tables.ts';
import { addAward } from '#tests/support/awards.ts';
import { eq } from 'drizzle-orm';
import {
  agreeAll,
  criteriaOf,
  decidedReview,
  decisionOf,
  discussedReview,
  done,
  panelOf,
  passwordFor,
  rateAll,
  submitAgain,
} from '#tests/support/review.ts';

describe('SEC-13 what stands in the way of a decision', () => {
  test('criteria that are not agreed, no summary, a level that is not reached', async () => {
    const { services, chair, first, reviewId } = await discussedReview();
    const decide = (parts: Parameters<typeof decisionOf>[1]) =>
      recordDecision(services, chair, decisionOf(reviewId, parts));
    const [one = '', ...others] = criteriaOf(services);
    for (const criterion of others) {
      const feedback = { commendation: '', recommendation: '', requirement: '' };
      const agreed = { reviewId, criterion, choice: 1, reason: 'Agreed.', readVersion: 0 };
      done(await agreeCriterion(services, chair, { ...agreed, ...feedback }));
    }
    expect(await decide({ outcome: 'award' })).toEqual({
      ok: false,
      problem: { code: 'not-all-agreed', criteria: [one] },
    });
    const last = { reviewId, criterion: one, choice: 1, reason: 'Agreed.', readVersion: 0 };
    const none = { commendation: '', recommendation: '', requirement: '' };
    done(await agreeCriterion(services, chair, { ...last, ...none }));
    expect(await decide({ outcome: 'award', summary: ' ' })).toMatchObject({
      problem: { code: 'summary-wrong' },
    });
    expect(await decide({ outcome: 'award' })).toEqual({
      ok: false,
      problem: { code: 'level-not-reached', reached: null },
    });
    // The target is the lowest level, so there is no lower one.
    expect(await decide({ outcome: 'lower-award', level: 'bronze' })).toMatchObject({
      problem: { code: 'not-a-lower-level' },
    });
    expect(
      await decide({ outcome: 'minor-revisions', revisionsDueOn: '2027-05-01' }),
    ).toMatchObject({ problem: { code: 'requirements-missing' } });
    expect(
      (await recordDecision(services, first, decisionOf(reviewId, { outcome: 'award' }))).ok,
    ).toBe(false);
  });

  test.each(['award', 'lower-award'] as const)('a requirement that stands: %s', async (outcome) => {
    const { services, chair, reviewId } = await discussedReview();
    const [one = '', other = ''] = criteriaOf(services);
    await agreeAll(services, { chair, reviewId, rating: 2 });
    const require = (criterion: string, readVersion: number, requirement: string) =>
      agreeCriterion(services, chair, {
        ...{ reviewId, criterion, choice: 2, reason: 'Agreed.', readVersion },
        ...{ commendation: '', recommendation: 'Go on.', requirement },
      });
    done(await require(other, 1, 'Show the minutes.'));
    done(await require(one, 1, 'Write it down.'));
    const command = decisionOf(reviewId, { outcome });
    expect(await recordDecision(services, chair, command)).toEqual({
      ok: false,
      problem: { code: 'requirement-stands', criteria: [one, other] },
    });
    done(await require(one, 2, ''));
    expect(await recordDecision(services, chair, command)).toMatchObject({
      problem: { code: 'requirement-stands', criteria: [other] },
    });
    done(await require(other, 2, ' '));
    const without = await recordDecision(services, chair, command);
    if (outcome === 'award') done(without);
    else expect(without).toMatchObject({ problem: { code: 'not-a-lower-level' } });
  });

  test('a date for revisions that is past or too far', async () => {
    const { services, chair, reviewId } = await discussedReview();
    await agreeAll(services, { chair, reviewId, rating: 2, requirement: 'Write it down.' });
    for (const revisionsDueOn of ['', '2027-03-01', '2027-02-30', '2028-03-02']) {
      const command = decisionOf(reviewId, { outcome: 'major-revisions', revisionsDueOn });
      expect(await recordDecision(services, chair, command)).toMatchObject({
        problem: { code: 'revisions-date-wrong' },
      });
    }
  });
});

describe('an award', () => {
  test('is made with the decision, numbered, for the years of the charter', async () => {
    const { services, decisionId } = await decidedReview({ outcome: 'award' });
    const award = await loadAwardOf(services.engine.db, decisionId);
    expect(award).toMatchObject({
      number: 'MC-2027-0001',
      level: 'bronze',
      organisation: 'Trust north',
      department: 'therapies',
      awardedOn: '2027-03-01',
      validUntil: '2032-02-29',
      publishedAt: null,
      statusIndex: 0,
    });
  });

  test('has a record without names beside ratings and without counts, under its fingerprint', async () => {
    const { services, decisionId } = await decidedReview({ outcome: 'award' });
    const row = await loadDecision(services.engine.db, decisionId);
    const text = row?.record ?? '';
    expect(createHash('sha256').update(text).digest('hex')).toBe(row?.sha256);
    const record = JSON.parse(text);
    expect(record.content.indicators).toBeUndefined();
    expect(record.criteria[0]).toEqual({
      criterion: 'G1',
      claimed: 2,
      notApplicable: null,
      independent: [2, 2, 2],
      consensus: 2,
      supported: 2,
      reason: 'Agreed.',
      commendation: '',
      recommendation: '',
      requirement: '',
    });
    // Everyone gave everything the same rating.
    expect(record.agreement.alpha).toBeNull();
    expect(record.panel.members.map(({ name, present }: never) => [name, present])).toEqual([
      ['Sunita Chair', true],
      ['Kwabena First', true],
      ['Orla Second', true],
    ]);
  });

  test('stays as it is recorded, and leaves the review closed', async () => {
    const { services, chair, reviewId } = await decidedReview({ outcome: 'award' });
    const { connection } = services.engine;
    expect(() => connection.prepare("update decisions set outcome = 'award'").run()).toThrow(
      'a decision is never changed',
    );
    expect(() => connection.prepare('delete from decisions').run()).toThrow(
      'a decision is never deleted',
    );
    const again = decisionOf(reviewId, { outcome: 'not-awarded' });
    expect(await recordDecision(services, chair, again)).toMatchObject({
      problem: { code: 'wrong-phase', phase: 'closed' },
    });
  });
});

describe('a correction', () => {
  test('supersedes with a reason, and the award of the first record falls', async () => {
    const { services, administrator, chair, reviewId, decisionId, assessmentId } =
      await decidedReview({ outcome: 'award' });
    done(await reopenReview(services, administrator, { reviewId }));
    const corrected = decisionOf(reviewId, { outcome: 'not-awarded' });
    expect(await recordDecision(services, chair, corrected)).toMatchObject({
      problem: { code: 'correction-wrong' },
    });
    const correction = 'The wrong outcome was chosen.';
    done(await recordDecision(services, chair, { ...corrected, correction }));
    const all = await listDecisionsOn(services.engine.db, assessmentId);
    expect(all.map(({ decision }) => [decision.outcome, decision.supersedes])).toEqual([
      ['not-awarded', decisionId],
      ['award', null],
    ]);
    expect((await loadAwardOf(services.engine.db, decisionId))?.withdrawnReason).toBe(
      'A later decision has taken its place.',
    );
  });

  test('is not made while the award is in the register', async () => {
    const { services, administrator, reviewId, decisionId } = await decidedReview({
      outcome: 'award',
    });
    const award = await loadAwardOf(services.engine.db, decisionId);
    if (award === null) throw new Error('no award');
    await services.engine.commit([
      updateAward(award, { publishedAt: '2027-03-02T09:00:00.000Z', publishedBy: 'me' }),
    ]);
    expect(await reopenReview(services, administrator, { reviewId })).toMatchObject({
      problem: { code: 'award-published' },
    });
  });
});

describe('revisions', () => {
  test('open the assessment, and what follows goes back to the panel by the date, round or no round', async () => {
    const decided = await decidedReview({
      outcome: 'minor-revisions',
      revisionsDueOn: '2027-06-30',
    });
    const { services, time, administrator, lead, contributor, assessmentId, panelId } = decided;
    expect(await reviseSubmission(services, contributor, { assessmentId })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    // The round closed on 30 April.
    time.now = new Date('2027-06-30T20:00:00.000Z');
    done(await reviseSubmission(services, lead, { assessmentId }));
    const outcome = { outcome: 'minor-revisions', text: 'Minor revisions', isEarlier: false };
    expect(await lastOutcome(services, assessmentId)).toEqual(outcome);
    expect(await submitAgain(services, decided)).toBe(2);
    expect(await lastOutcome(services, assessmentId)).toEqual({ ...outcome, isEarlier: true });
    const [newest] = await listSubmissions(services.engine.db, assessmentId);
    const command = { panelId, submissionId: newest?.id ?? '', ratingsDueAt: null };
    done(await openReview(services, administrator, command));
    expect(await reviseSubmission(services, lead, { assessmentId })).toMatchObject({
      problem: { code: 'no-revision' },
    });
  });

  test('are over the day after', async () => {
    const decided = await decidedReview({
      outcome: 'major-revisions',
      revisionsDueOn: '2027-06-30',
    });
    const { services, time, lead, sponsor, assessmentId } = decided;
    done(await reviseSubmission(services, lead, { assessmentId }));
    const contentSha256 = (await contentFingerprint(services, sponsor, assessmentId)) ?? '';
    done(await signOff(services, sponsor, { assessmentId, password: 'any', contentSha256 }));
    // Midnight in London is 23:00 UTC in summer.
    time.now = new Date('2027-06-30T23:00:00.000Z');
    expect(await submitAssessment(services, lead, { assessmentId })).toEqual({
      ok: false,
      problem: { code: 'revisions-over', dueOn: '2027-06-30' },
    });
  });

  test('are not there after any other outcome', async () => {
    const { services, lead, assessmentId } = await decidedReview({ outcome: 'not-awarded' });
    expect(await reviseSubmission(services, lead, { assessmentId })).toMatchObject({
      problem: { code: 'no-revision' },
    });
  });
});

describe('an appeal', () => {
  test('is in time for ten working days, and made once', async () => {
    const { services, time, lead, viewer, assessmentId } = await decidedReview({
      outcome: 'not-awarded',
    });
    const appeal = { assessmentId, grounds: 'A document was overlooked.' };
    expect(await appealDecision(services, viewer, appeal)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    // Decided on Monday 1 March 2027.
    time.now = new Date('2027-03-16T00:00:00.000Z');
    expect(await appealDecision(services, lead, appeal)).toMatchObject({
      problem: { code: 'too-late-to-appeal', lastDay: '2027-03-15' },
    });
    time.now = new Date('2027-03-15T23:59:00.000Z');
    expect(await appealDecision(services, lead, { ...appeal, grounds: '' })).toMatchObject({
      problem: { code: 'grounds-wrong' },
    });
    done(await appealDecision(services, lead, appeal));
    expect(await appealDecision(services, lead, appeal)).toMatchObject({
      problem: { code: 'appealed-already' },
    });
  });

  test('goes to a panel of other people, whose decision supersedes the first', async () => {
    const decided = await decidedReview({ outcome: 'not-awarded' });
    const { services, administrator, lead, assessmentId, decisionId, panelId, first, join } =
      decided;
    const grounds = 'A document was overlooked.';
    const { id: appealId } = done(await appealDecision(services, lead, { assessmentId, grounds }));
    const answer = (panel: string | null) =>
      answerAppeal(services, administrator, { appealId, reason: 'Heard.', panelId: panel });
    expect(await answer(panelId)).toMatchObject({ problem: { code: 'same-people' } });
    const others = [
      await join('Hywel Chair', 'panel-chair', [null, null]),
      await join('Maya Third', 'panel-member', [null, null]),
      await join('Idris Fourth', 'panel-member', [null, null]),
    ] as const;
    const seats = others.map((person, index) => ({
      person,
      seat: index === 0 ? ('chair' as const) : ('reviewer' as const),
      statistics: index === 1,
    }));
    const mixed = await panelOf(decided, [...seats, { person: first, seat: 'observer' }]);
    expect(await answer(mixed)).toMatchObject({ problem: { code: 'same-people' } });
    done(await answer(await panelOf(decided, seats)));
    const [appeal] = await listAppealsOn(services.engine.db, assessmentId);
    expect(appeal?.outcome).toBe('accepted');
    const reviewId = appeal?.reviewId ?? '';
    const [chair] = others;
    await rateAll(services, { reviewId, raters: others });
    done(await openDiscussion(services, chair, { reviewId }));
    await agreeAll(services, { chair, reviewId, rating: 2 });
    await services.engine.commit([passwordFor(chair)]);
    const correction = 'Decided again on appeal.';
    const again = decisionOf(reviewId, { outcome: 'award', correction });
    const { id } = done(await recordDecision(services, chair, again));
    expect((await loadDecision(services.engine.db, id))?.supersedes).toBe(decisionId);
    expect(await appealDecision(services, lead, { assessmentId, grounds })).toMatchObject({
      problem: { code: 'appealed-already' },
    });
  });

  test('is dismissed with the reason', async () => {
    const { services, administrator, lead, assessmentId } = await decidedReview({
      outcome: 'not-awarded',
    });
    const grounds = 'It is unfair.';
    const { id: appealId } = done(await appealDecision(services, lead, { assessmentId, grounds }));
    const command = { appealId, reason: '', panelId: null };
    expect(await answerAppeal(services, administrator, command)).toMatchObject({
      problem: { code: 'answer-wrong' },
    });
    done(await answerAppeal(services, administrator, { ...command, reason: 'No ground given.' }));
    expect(
      await answerAppeal(services, administrator, { ...command, reason: 'No ground given.' }),
    ).toMatchObject({ problem: { code: 'answered-already' } });
  });
});

test('a renewal that fails leaves the award before it a year from the decision', async () => {
  const decided = await decidedReview({
    outcome: 'minor-revisions',
    revisionsDueOn: '2027-06-30',
  });
  const { services, time, administrator, lead, assessmentId, panelId, raters, chair } = decided;
  const { db } = services.engine;
  const { id: before } = await addAward(services, {
    awardedOn: '2022-03-01',
    validUntil: '2027-02-28',
  });
  await db.update(assessments).set({ renews: before }).where(eq(assessments.id, assessmentId));
  done(await reviseSubmission(services, lead, { assessmentId }));
  await submitAgain(services, decided);
  const [newest] = await listSubmissions(db, assessmentId);
  const command = { panelId, submissionId: newest?.id ?? '', ratingsDueAt: null };
  const { id: reviewId } = done(await openReview(services, administrator, command));
  await rateAll(services, { reviewId, raters });
  done(await openDiscussion(services, chair, { reviewId }));
  await agreeAll(services, { chair, reviewId, rating: 1 });
  time.now = new Date('2027-05-20T09:00:00.000Z');
  const failed = decisionOf(reviewId, { outcome: 'not-awarded' });
  done(await recordDecision(services, chair, failed));
  expect((await loadAward(db, before))?.graceUntil).toBe('2028-05-20');
});
