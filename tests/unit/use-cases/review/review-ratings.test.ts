import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { panelPage } from '#app/queries/review/panels-page.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import { removeRole } from '#app/use-cases/people/administer-roles.ts';
import { createPanel, seatMember, unseatMember } from '#app/use-cases/review/build-panel.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import {
  addReviewNote,
  agreeCriterion,
  openDiscussion,
} from '#app/use-cases/review/discuss-review.ts';
import { enterReview } from '#app/doors/enter-review.ts';
import { openReview } from '#app/use-cases/review/open-review.ts';
import { queueReviewReminders } from '#app/use-cases/letters/queue-review-reminders.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { sealRatings } from '#app/use-cases/review/seal-ratings.ts';
import { withdrawAssessment } from '#app/use-cases/submission/step-back.ts';
import { eq } from 'drizzle-orm';
import { listRolesOf } from '#db/repositories/people/places.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { insertPastEmployment } from '#db/repositories/review/panel-rows.ts';
import { listRatingsBy } from '#db/repositories/review/rating-rows.ts';
import { withStatements } from '#tests/support/in-statements.ts';
import {
  agreeAll,
  criteriaOf,
  discussedReview,
  done,
  openedReview,
  panelOf,
  rateAll,
  submittedAssessment,
} from '#tests/support/review.ts';
import { sentMail } from '#tests/support/sent-mail.ts';

const NO_CONFLICT = { conflict: false, reason: '' };

describe('a panel', () => {
  test('is built by an administrator, from people who have the role for the seat', async () => {
    const { services, administrator, lead, chair, first } = await submittedAssessment();
    expect(await createPanel(services, lead, { name: 'Mine' })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    const { id: panelId } = done(await createPanel(services, administrator, { name: 'Spring' }));
    const seat = (userId: string, as: 'chair' | 'reviewer') =>
      seatMember(services, administrator, { panelId, userId, seat: as, statistics: false });
    expect(await seat(lead.id, 'reviewer')).toMatchObject({ problem: { code: 'no-candidate' } });
    expect(await seat(first.id, 'chair')).toMatchObject({ problem: { code: 'no-candidate' } });
    done(await seat(chair.id, 'chair'));
    expect(await seat(chair.id, 'reviewer')).toMatchObject({ problem: { code: 'sits-already' } });
  });

  test.each([
    ['chair', 'Chair'],
    ['reviewer', 'Reviewer, qualified in statistics'],
    ['observer', 'Observer'],
  ] as const)('tells who is seated as %s, and the other administrators', async (seat, words) => {
    const { services, administrator, chair, join } = await submittedAssessment();
    const other = await join('Owain Other', 'charter-administrator', [null, null]);
    const { id: panelId } = done(await createPanel(services, administrator, { name: 'Spring' }));
    await sentMail(services);
    const command = { panelId, userId: chair.id, seat, statistics: seat === 'reviewer' };
    done(await seatMember(services, administrator, command));
    const mails = await sentMail(services);
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(
      [chair.email, other.email].toSorted(),
    );
    for (const { text } of mails) {
      expect(text).toContain(`the panel Spring: ${words}.`);
      expect(text).toContain(administrator.name);
    }
    expect(await seatMember(services, administrator, command)).toMatchObject({ ok: false });
    expect(await sentMail(services)).toEqual([]);
  });

  test('takes a submission only where it is complete without those in conflict', async () => {
    const submitted = await submittedAssessment();
    const { services, administrator, submissionId, chair, first, join } = submitted;
    const viewer = await join('Angharad Both', 'panel-member', [null, null]);
    await services.engine.commit([
      insertPastEmployment({
        id: 'past',
        userId: viewer.id,
        organisationId: 'north',
        createdAt: '2027-01-01T00:00:00.000Z',
      }),
    ]);
    const panelId = await panelOf(submitted, [
      { person: chair, seat: 'chair' },
      { person: first, seat: 'reviewer' },
      { person: viewer, seat: 'reviewer', statistics: true },
    ]);
    const command = { panelId, submissionId, ratingsDueAt: null };
    expect(await openReview(services, administrator, command)).toEqual({
      ok: false,
      problem: {
        code: 'panel-incomplete',
        gaps: [{ code: 'too-few', has: 2, needs: 3 }, { code: 'no-statistics' }],
      },
    });
  });

  test('has a submission once, and it can no longer be withdrawn then', async () => {
    const { services, administrator, panelId, submissionId, lead, assessmentId } =
      await openedReview();
    const command = { panelId, submissionId, ratingsDueAt: null };
    expect(await openReview(services, administrator, command)).toMatchObject({
      problem: { code: 'not-to-review' },
    });
    const withdrawal = { assessmentId, reason: 'A mistake' };
    expect(await withdrawAssessment(services, lead, withdrawal)).toMatchObject({
      problem: { code: 'before-a-panel' },
    });
  });
});

describe('interests', () => {
  test('nobody off the panel finds the review, an administrator and the department included', async () => {
    const { services, reviewId, administrator, lead, sponsor, stranger } = await openedReview();
    for (const actor of [administrator, lead, sponsor, stranger]) {
      expect(await enterReview(services, actor, { id: reviewId, act: 'read' })).toEqual({
        ok: false,
        problem: { code: 'not-found' },
      });
    }
  });

  test('come before everything else', async () => {
    const { services, reviewId, first } = await openedReview();
    expect(await enterReview(services, first, { id: reviewId, act: 'read' })).toMatchObject({
      problem: { code: 'declare-first' },
    });
    const command = { reviewId, criterion: 'G1', choice: 2, reason: 'x', readVersion: 0 };
    expect(await rateCriterion(services, first, command)).toMatchObject({
      problem: { code: 'declare-first' },
    });
    expect(await declareInterest(services, first, { reviewId, ...NO_CONFLICT })).toEqual({
      ok: true,
      value: { open: true },
    });
    expect((await enterReview(services, first, { id: reviewId, act: 'read' })).ok).toBe(true);
  });

  test('a declared conflict shuts the review for good, and that someone tried is in the trail', async () => {
    const { services, reviewId, first } = await openedReview();
    const conflict = { reviewId, conflict: true, reason: 'My partner works there.' };
    expect(await declareInterest(services, first, { ...conflict, reason: ' ' })).toMatchObject({
      problem: { code: 'interest-reason-wrong' },
    });
    done(await declareInterest(services, first, conflict));
    for (const act of ['read', 'rate', 'declare'] as const) {
      expect(await enterReview(services, first, { id: reviewId, act })).toMatchObject({
        problem: { code: 'not-found' },
      });
    }
    const events = await services.engine.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.event, 'review-shut-by-conflict'));
    expect(events.map(({ actor, subject }) => ({ actor, subject }))).toEqual(
      Array.from({ length: 3 }, () => ({ actor: first.id, subject: reviewId })),
    );
  });

  test('whoever is no longer a panel member finds none of it, seat or not', async () => {
    const { services, reviewId, first } = await openedReview();
    done(await declareInterest(services, first, { reviewId, ...NO_CONFLICT }));
    expect((await enterReview(services, first, { id: reviewId, act: 'read' })).ok).toBe(true);
    const without = { ...first, memberships: [] };
    expect(await enterReview(services, without, { id: reviewId, act: 'read' })).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
    expect((await reviewsPage(services, without)).reviews).toEqual([]);
  });

  test('who asks for a review that is not there, or not theirs, is in the trail as well', async () => {
    const { services, reviewId, first, join } = await openedReview();
    const nobody = await join('Efa Nobody', 'panel-member', [null, null]);
    const asked = [
      { actor: nobody, id: reviewId, subject: reviewId },
      { actor: first, id: 'no-such-review', subject: 'no-such-review' },
      // Ids have letters, digits, - and _ alone; nothing else that an address holds is written down.
      { actor: first, id: '<b>not an id</b>', subject: null },
      { actor: first, id: 'x'.repeat(5000), subject: null },
    ];
    for (const { actor, id } of asked) {
      expect(await enterReview(services, actor, { id, act: 'read' })).toMatchObject({
        problem: { code: 'not-found' },
      });
    }
    const events = await services.engine.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.event, 'review-not-theirs'));
    expect(
      events.map(({ actor, organisationId, subject }) => ({ actor, organisationId, subject })),
    ).toEqual(
      asked.map(({ actor, subject }) => ({ actor: actor.id, organisationId: null, subject })),
    );
  });

  test('a conflict that is found later shuts it as well, ratings or not', async () => {
    const { services, reviewId, first } = await openedReview();
    await rateAll(services, { reviewId, raters: [first] });
    await services.engine.commit([
      insertPastEmployment({
        id: 'past',
        userId: first.id,
        organisationId: 'north',
        createdAt: '2027-01-01T00:00:00.000Z',
      }),
    ]);
    expect(await enterReview(services, first, { id: reviewId, act: 'read' })).toMatchObject({
      problem: { code: 'not-found' },
    });
  });

  test('who has declared stays on the panel', async () => {
    const { services, administrator, panelId, reviewId, first, second } = await openedReview();
    done(await declareInterest(services, first, { reviewId, ...NO_CONFLICT }));
    const leave = (userId: string) => unseatMember(services, administrator, { panelId, userId });
    expect(await leave(first.id)).toMatchObject({ problem: { code: 'has-begun' } });
    const page = await panelPage(services, administrator, panelId);
    const begun = page?.members.filter((member) => member.begun).map(({ id }) => id);
    expect(begun).toEqual([first.id]);
    expect((await leave(second.id)).ok).toBe(true);
  });
});

describe('independent ratings', () => {
  test('are on the scale, with agreement to ‘not applicable’ only where it was said', async () => {
    const { services, reviewId, first } = await openedReview();
    done(await declareInterest(services, first, { reviewId, ...NO_CONFLICT }));
    const rate = (choice: number | 'not-applicable', criterion = 'G1') =>
      rateCriterion(services, first, { reviewId, criterion, choice, reason: '', readVersion: 0 });
    expect(await rate(5)).toMatchObject({ problem: { code: 'off-the-scale', highest: 4 } });
    expect(await rate(1.5)).toMatchObject({ problem: { code: 'off-the-scale' } });
    expect(await rate('not-applicable')).toMatchObject({ problem: { code: 'no-such-choice' } });
    expect(await rate(1, 'X9')).toMatchObject({ problem: { code: 'no-such-criterion' } });
    done(await rate(0));
  });

  test('statements that a reviewer ticks give the rating, by the rule of a claim', async () => {
    const given = await openedReview();
    const { reviewId, first } = given;
    const services = withStatements(given.services);
    done(await declareInterest(services, first, { reviewId, ...NO_CONFLICT }));
    const kept = async () => {
      const rows = await listRatingsBy(services.engine.db, { reviewId, userId: first.id });
      return rows.map(({ rating, statements }) => ({ rating, statements }));
    };
    for (const [readVersion, choice, ticked, rating, statements] of [
      [0, null, { 1: [1, 2], 2: [1] }, 1, { 1: [1, 2], 2: [1] }],
      [1, 2, 'all', 2, { 1: [1, 2], 2: [1, 2] }],
      [2, null, { 2: [1, 2] }, 0, { 2: [1, 2] }],
      [3, 0, {}, 0, {}],
      [4, null, {}, null, null],
      [5, 3, undefined, 3, null],
    ] as const) {
      const said = { reviewId, criterion: 'G1', reason: 'Shown.', readVersion };
      done(await rateCriterion(services, first, { ...said, choice, ticked }));
      expect(await kept()).toEqual([{ rating, statements }]);
    }
  });

  test('two windows of one reviewer never overwrite each other silently', async () => {
    const { services, reviewId, first } = await openedReview();
    done(await declareInterest(services, first, { reviewId, ...NO_CONFLICT }));
    const rate = (reason: string, readVersion: number) =>
      rateCriterion(services, first, { reviewId, criterion: 'G1', choice: 2, reason, readVersion });
    done(await rate('One', 0));
    expect(await rate('Other', 0)).toEqual({
      ok: false,
      problem: {
        code: 'rated-meanwhile',
        saved: { rating: 2, statements: null, notApplicable: false, reason: 'One' },
        version: 1,
      },
    });
    done(await rate('Other', 1));
    const rows = await listRatingsBy(services.engine.db, { reviewId, userId: first.id });
    expect(rows.map(({ reason, version }) => ({ reason, version }))).toEqual([
      { reason: 'Other', version: 2 },
    ]);
  });

  test('are sealed when all are there with their reasons, and final then', async () => {
    const { services, reviewId, first } = await openedReview();
    done(await declareInterest(services, first, { reviewId, ...NO_CONFLICT }));
    const criteria = criteriaOf(services);
    for (const criterion of criteria) {
      const reason = criterion === 'G2' ? '' : 'Shown.';
      const command = { reviewId, criterion, choice: 2, reason, readVersion: 0 };
      done(await rateCriterion(services, first, command));
    }
    expect(await sealRatings(services, first, { reviewId })).toEqual({
      ok: false,
      problem: { code: 'not-all-rated', criteria: ['G2'] },
    });
    const g2 = { reviewId, criterion: 'G2', choice: 2, reason: 'Shown.', readVersion: 1 };
    done(await rateCriterion(services, first, g2));
    done(await sealRatings(services, first, { reviewId }));
    expect(await rateCriterion(services, first, { ...g2, readVersion: 2 })).toMatchObject({
      problem: { code: 'wrong-phase' },
    });
    expect(() => services.engine.connection.prepare('update ratings set rating = 4').run()).toThrow(
      'a sealed rating is never changed',
    );
    expect(() => services.engine.connection.prepare('delete from seals').run()).toThrow(
      'a seal is never taken back',
    );
  });
});

describe('the discussion', () => {
  test('opens when everyone has sealed, or the time is over and a quorum has', async () => {
    const opened = await openedReview();
    const { services, time, reviewId, chair, first, second, administrator, panelId, join } = opened;
    const third = await join('Dafydd Third', 'panel-member', [null, null]);
    const seat = { panelId, userId: third.id, seat: 'reviewer', statistics: false } as const;
    done(await seatMember(services, administrator, seat));
    await rateAll(services, { reviewId, raters: [chair, first] });
    // Who has not sealed, and how many have, is not told to the chair.
    expect(await openDiscussion(services, chair, { reviewId })).toEqual({
      ok: false,
      problem: { code: 'still-rating', until: '2027-04-01T16:00:00.000Z' },
    });
    time.now = new Date('2027-04-01T16:00:00.000Z');
    expect(await openDiscussion(services, chair, { reviewId })).toEqual({
      ok: false,
      problem: { code: 'too-few-sealed', needs: 3 },
    });
    await rateAll(services, { reviewId, raters: [second] });
    expect(await openDiscussion(services, first, { reviewId })).toMatchObject({ ok: false });
    done(await openDiscussion(services, chair, { reviewId }));
    // Who came too late reads the file, and no rating.
    done(await declareInterest(services, third, { reviewId, ...NO_CONFLICT }));
    expect((await enterReview(services, third, { id: reviewId, act: 'read' })).ok).toBe(true);
    for (const act of ['rate', 'see-ratings', 'discuss'] as const) {
      expect((await enterReview(services, third, { id: reviewId, act })).ok).toBe(false);
    }
  });

  test('does not wait for whoever lost the role, and another chair can be seated', async () => {
    const opened = await openedReview();
    const { services, reviewId, panelId, chair, first, second, administrator, join } = opened;
    const loses = async ({ id: person }: Actor) => {
      for (const { membership } of await listRolesOf(services.engine.db, person)) {
        done(await removeRole(services, administrator, { person, membership: membership.id }));
      }
    };
    const third = await join('Dafydd Third', 'panel-member', [null, null]);
    const other = await join('Hywel Second-Chair', 'panel-chair', [null, null]);
    const seat = { panelId, statistics: false } as const;
    const asChair = { ...seat, userId: other.id, seat: 'chair' } as const;
    const asReviewer = { ...seat, userId: third.id, seat: 'reviewer' } as const;
    expect(await seatMember(services, administrator, asChair)).toMatchObject({
      problem: { code: 'chair-already' },
    });
    // Both have begun, so their seats stay.
    done(await declareInterest(services, chair, { reviewId, ...NO_CONFLICT }));
    done(await declareInterest(services, second, { reviewId, ...NO_CONFLICT }));
    await loses(chair);
    await loses(second);
    const shown = await panelPage(services, administrator, panelId);
    expect(shown?.gaps).toEqual([{ code: 'no-chair' }, { code: 'too-few', has: 1, needs: 3 }]);
    expect(shown?.reviews[0]?.members.find(({ id }) => id === chair.id)?.text).toBe(
      'takes no part: is no longer a panel member',
    );
    done(await seatMember(services, administrator, asChair));
    done(await seatMember(services, administrator, asReviewer));
    await rateAll(services, { reviewId, raters: [other, first] });
    expect(await openDiscussion(services, other, { reviewId })).toMatchObject({
      problem: { code: 'still-rating' },
    });
    await rateAll(services, { reviewId, raters: [third] });
    done(await openDiscussion(services, other, { reviewId }));
  });

  test('nobody sees ratings before it, sealed or not', async () => {
    const { services, reviewId, raters, first } = await openedReview();
    await rateAll(services, { reviewId, raters });
    expect((await enterReview(services, first, { id: reviewId, act: 'see-ratings' })).ok).toBe(
      false,
    );
  });

  test('everyone adds notes, the chair alone writes what is agreed', async () => {
    const { services, reviewId, chair, first } = await discussedReview();
    done(
      await addReviewNote(services, first, { reviewId, criterion: 'G1', text: 'Look at page 2.' }),
    );
    const agreed = {
      reviewId,
      criterion: 'G1',
      choice: 3,
      reason: 'The minutes show it.',
      commendation: 'Clear minutes.',
      recommendation: '',
      requirement: '',
      readVersion: 0,
    };
    expect((await agreeCriterion(services, first, agreed)).ok).toBe(false);
    expect(await agreeCriterion(services, chair, { ...agreed, reason: '' })).toMatchObject({
      problem: { code: 'not-complete' },
    });
    done(await agreeCriterion(services, chair, agreed));
    expect(await agreeCriterion(services, chair, agreed)).toMatchObject({
      problem: { code: 'changed-meanwhile', now: { agreed: 1 } },
    });
    await expect(agreeAll(services, { chair, reviewId, rating: 2 })).rejects.toThrow(
      'changed-meanwhile',
    );
  });
});

test('ratings that are due are remembered by letter, to those alone who have something to do', async () => {
  const { services, time, reviewId, chair, first, second, letters } = await openedReview();
  await rateAll(services, { reviewId, raters: [chair] });
  done(await declareInterest(services, first, { reviewId, conflict: true, reason: 'Family.' }));
  const reminded = async () =>
    (await letters()).filter(({ subject }) => subject === 'Ratings are due soon');
  // Due on 1 April at 16:00 UTC; the first rule is thirty days before.
  time.now = new Date('2027-03-02T15:59:00.000Z');
  expect(await queueReviewReminders(services)).toEqual({ written: 0 });
  time.now = new Date('2027-03-02T16:00:00.000Z');
  expect(await queueReviewReminders(services)).toEqual({ written: 1 });
  expect(await queueReviewReminders(services)).toEqual({ written: 0 });
  time.now = new Date('2027-03-31T16:00:00.000Z');
  expect(await queueReviewReminders(services)).toEqual({ written: 1 });
  const sent = await reminded();
  expect(sent.map(({ recipient }) => recipient)).toEqual([second.email, second.email]);
  expect(sent[0]?.text).toContain('1 April 2027 at 17:00 (London time)');
  time.now = new Date('2027-04-01T16:00:00.000Z');
  expect(await queueReviewReminders(services)).toEqual({ written: 0 });
});
