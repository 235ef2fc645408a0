// A review never gets stuck, and nobody learns from how it goes on who had sealed.
import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { discussionPage } from '#app/queries/review/discussion-page.ts';
import { panelReviewPage } from '#app/queries/review/panel-review-page.ts';
import { reviewPage } from '#app/queries/review/review-page.ts';
import { reviewsPage } from '#app/queries/review/reviews-page.ts';
import type { Services } from '#app/services.server.ts';
import { askReplacement } from '#app/use-cases/review/ask-replacement.ts';
import { seatMember } from '#app/use-cases/review/build-panel.ts';
import { declareInterest } from '#app/use-cases/review/declare-interest.ts';
import { openDiscussion } from '#app/use-cases/review/discuss-review.ts';
import { queueReviewReminders } from '#app/use-cases/letters/queue-review-reminders.ts';
import { rateCriterion } from '#app/use-cases/review/rate-criterion.ts';
import { replaceMember, type ReplaceCommand } from '#app/use-cases/review/replace-member.ts';
import { sealRatings } from '#app/use-cases/review/seal-ratings.ts';
import { setRatingsDate } from '#app/use-cases/review/set-ratings-date.ts';
import { outbox } from '#db/tables-together.ts';
import { pastEmployments, ratings } from '#db/tables-review.ts';
import { confirmedly } from '#tests/support/confirmedly.ts';
import { criteriaOf, done, openedReview, rateAll } from '#tests/support/review.ts';

const DUE = '2027-04-01T16:00:00.000Z';
const LATER = '2027-04-20T16:00:00.000Z';
const NO_CONFLICT = { conflict: false, reason: '' };

async function lettersTo({ engine }: Services, person: Actor) {
  return engine.db
    .select({ subject: outbox.subject, text: outbox.text })
    .from(outbox)
    .where(eq(outbox.recipient, person.email))
    .orderBy(asc(outbox.createdAt));
}

/** A review whose date for ratings is over: the chair and the first have sealed, the second has begun. */
async function overdue() {
  const opened = await openedReview();
  const { services, time, reviewId, panelId, chair, first, second, administrator, join } = opened;
  const stands = await join('Dafydd Third', 'panel-member', [null, null]);
  await rateAll(services, { reviewId, raters: [chair, first] });
  done(await declareInterest(services, second, { reviewId, ...NO_CONFLICT }));
  const begun = { reviewId, criterion: 'G1', choice: 4, reason: 'canary-begun', readVersion: 0 };
  done(await rateCriterion(services, second, begun));
  time.now = new Date('2027-04-02T09:00:00.000Z');
  const ask = (member: Actor, by = chair) =>
    askReplacement(services, by, { reviewId, userId: member.id, reason: 'No word from them.' });
  const replace = (member: Actor, by: Actor, parts: Partial<ReplaceCommand> = {}) =>
    replaceMember(services, administrator, {
      ...{ panelId, reviewId, memberId: member.id, userId: by.id },
      ...{ statistics: false, reason: 'The time is over.', ...parts },
    });
  const shown = async () => JSON.stringify(done(await reviewPage(services, chair, reviewId)));
  const requests = async () =>
    done(await reviewPage(services, chair, reviewId)).replacement?.requests.map(
      ({ name, answer }) => [name, answer],
    );
  return { ...opened, stands, ask, replace, shown, requests };
}

describe('the date for ratings', () => {
  test('is set and moved with a reason, which every member gets in the same words', async () => {
    const given = await openedReview();
    const { services, reviewId, panelId, administrator, chair, first, second, time } = given;
    await rateAll(services, { reviewId, raters: [first] });
    const set = (ratingsDueAt: string, reason = 'Holidays', actor = administrator) =>
      confirmedly((confirmed) =>
        setRatingsDate(services, actor, { panelId, reviewId, ratingsDueAt, reason, confirmed }),
      );
    expect(await set(LATER, 'Holidays', chair)).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(await set(LATER, ' ')).toMatchObject({ problem: { code: 'reason-wrong' } });
    expect(await set('2027-01-01T10:00:00.000Z')).toMatchObject({
      problem: { code: 'due-in-the-past' },
    });
    expect(await set(DUE)).toMatchObject({ problem: { code: 'date-unchanged' } });
    done(await set(LATER));
    const letters = await Promise.all(
      [chair, first, second].map(async (one) => (await lettersTo(services, one)).at(-1)),
    );
    expect(letters[0]?.text).toContain('due by 20 April 2027 at 17:00 (London time)');
    expect(letters[0]?.text).toContain('Before, it was 1 April 2027 at 17:00');
    expect(letters[0]?.text).toContain('The reason: Holidays');
    // Nothing in it tells whether the reader, or anybody else, has sealed.
    expect(new Set(letters.map((letter) => letter?.text)).size).toBe(1);
    time.now = new Date('2027-04-02T09:00:00.000Z');
    expect(await openDiscussion(services, chair, { reviewId })).toMatchObject({ ok: false });
    await rateAll(services, { reviewId, raters: [chair, second] });
    done(await openDiscussion(services, chair, { reviewId }));
    expect(await set('2027-05-01T10:00:00.000Z')).toMatchObject({
      problem: { code: 'wrong-phase' },
    });
  });
});

test('a change of the date is confirmed first, and twice where it takes time away', async () => {
  const { services, reviewId, panelId, administrator, chair } = await openedReview();
  const set = (ratingsDueAt: string, confirmed: string) =>
    setRatingsDate(services, administrator, {
      panelId,
      reviewId,
      ratingsDueAt,
      reason: 'Holidays',
      confirmed,
    });
  const asked = async (ratingsDueAt: string, confirmed: string) => {
    const result = await set(ratingsDueAt, confirmed);
    if (result.ok || result.problem.code !== 'to-confirm') throw new Error('nothing was asked');
    return result.problem;
  };
  const letters = await lettersTo(services, chair);
  const later = await asked(LATER, '');
  expect(later.isSecond).toBe(false);
  const earlier = '2027-03-20T10:00:00.000Z';
  const first = await asked(earlier, '');
  const second = await asked(earlier, first.confirm);
  expect(second.isSecond).toBe(true);
  // What confirms one date confirms no other.
  expect((await asked(earlier, later.confirm)).isSecond).toBe(false);
  expect((await asked('2027-03-21T10:00:00.000Z', second.confirm)).isSecond).toBe(false);
  expect(await lettersTo(services, chair)).toEqual(letters);
  done(await set(earlier, second.confirm));
  expect(await lettersTo(services, chair)).toHaveLength(letters.length + 1);
});

describe('a member whose ratings do not come', () => {
  test('is named by the chair alone, once the date has passed', async () => {
    const given = await overdue();
    const { services, time, ask, chair, first, second, stands, reviewId } = given;
    const now = time.now;
    time.now = new Date('2027-03-31T09:00:00.000Z');
    expect(await ask(second)).toMatchObject({ problem: { code: 'ratings-not-due', until: DUE } });
    expect(done(await reviewPage(services, chair, reviewId)).replacement?.members).toEqual([]);
    time.now = now;
    expect(done(await reviewPage(services, chair, reviewId)).replacement?.members).toEqual([
      { value: first.id, label: 'Kwabena First' },
      { value: second.id, label: 'Orla Second' },
    ]);
    expect(await ask(second, first)).toMatchObject({ ok: false });
    expect(await ask(chair)).toMatchObject({ problem: { code: 'no-such-member' } });
    expect(await ask(stands)).toMatchObject({ problem: { code: 'no-such-member' } });
    const silent = { reviewId, userId: second.id, reason: ' ' };
    expect(await askReplacement(services, chair, silent)).toMatchObject({
      problem: { code: 'asked-reason-wrong' },
    });
    done(await ask(second));
    expect(await ask(second)).toMatchObject({ problem: { code: 'asked-already' } });
    const [letter] = (await lettersTo(services, given.administrator)).slice(-1);
    expect(letter?.text).toContain('Sunita Chair asks for Orla Second to be replaced');
    expect(letter?.text).toContain('No word from them.');
    expect(done(await reviewPage(services, first, reviewId)).replacement).toBeNull();
  });

  test('and one who has sealed look the same to the chair, until the seat is accepted', async () => {
    const given = await overdue();
    const { services, ask, replace, shown, requests, chair, first, second, stands, reviewId } =
      given;
    done(await ask(first));
    done(await ask(second));
    const told = (await requests()) ?? [];
    expect(new Set(told.map(([, answer]) => answer)).size).toBe(1);
    const page = await shown();
    const refusal = await openDiscussion(services, chair, { reviewId });
    const letters = await lettersTo(services, chair);
    // Only the administrator learns it.
    expect(await replace(first, stands)).toMatchObject({ problem: { code: 'has-sealed' } });
    const seen = await panelReviewPage(services, given.administrator, {
      panel: given.panelId,
      review: reviewId,
    });
    expect(seen?.replaceable).toEqual([{ value: second.id, label: 'Orla Second' }]);
    done(await replace(second, stands));
    expect(await shown()).toBe(page);
    expect(await openDiscussion(services, chair, { reviewId })).toEqual(refusal);
    expect(await lettersTo(services, chair)).toEqual(letters);
    done(await declareInterest(services, stands, { reviewId, ...NO_CONFLICT }));
    expect(await requests()).toEqual([
      told[0],
      ['Orla Second', 'Dafydd Third has taken the seat of Orla Second, and rates.'],
    ]);
    const after = await lettersTo(services, chair);
    expect(after.slice(letters.length).map(({ subject }) => subject)).toEqual([
      'Your request to replace Orla Second',
    ]);
    const names = done(await reviewPage(services, chair, reviewId)).members.map(({ name }) => name);
    expect(names).toEqual(['Sunita Chair', 'Kwabena First', 'Dafydd Third']);
    await rateAll(services, { reviewId, raters: [stands] });
    expect((await lettersTo(services, chair)).at(-1)?.subject).toMatch(/^All ratings are sealed/);
    done(await openDiscussion(services, chair, { reviewId }));
    expect((await requests())?.[0]).toEqual([
      'Kwabena First',
      'Kwabena First had sealed their ratings, so nobody took the seat.',
    ]);
    const last = (await lettersTo(services, chair)).slice(after.length + 1);
    expect(last.map(({ subject }) => subject).toSorted()).toEqual([
      expect.stringMatching(/^The discussion is open/),
      'Your request to replace Kwabena First',
    ]);
  });

  test('is out of the review: nothing is rated or sealed, and nobody reads what was begun', async () => {
    const given = await overdue();
    const { services, replace, chair, first, second, stands, reviewId } = given;
    done(await replace(second, stands));
    const out = (await lettersTo(services, second)).at(-1);
    expect(out?.text).toContain('The reason: The time is over.');
    expect(idsIn(await reviewsPage(services, second))).toEqual([]);
    expect(await reviewPage(services, second, reviewId)).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(await sealRatings(services, second, { reviewId })).toMatchObject({
      problem: { code: 'not-found' },
    });
    const more = { reviewId, criterion: 'G2', choice: 1, reason: 'Late.', readVersion: 0 };
    expect(await rateCriterion(services, second, more)).toMatchObject({ ok: false });
    expect(idsIn(await reviewsPage(services, stands))).toEqual([reviewId]);
    expect((await lettersTo(services, stands)).at(-1)?.subject).toBe(
      'You are asked to rate a submission',
    );
    await rateAll(services, { reviewId, raters: [stands] });
    done(await openDiscussion(services, chair, { reviewId }));
    for (const person of [chair, first, stands]) {
      const page = done(await discussionPage(services, person, reviewId));
      expect(page.reviewers).toBe(3);
      // All three gave 2, so the 4 that was begun would be a difference.
      expect(page.rows.find(({ id }) => id === 'G1')?.ratings).toEqual(['2', '2', '2']);
      expect((await lettersTo(services, person)).at(-1)?.subject).toMatch(
        /^The discussion is open/,
      );
    }
    const kept = await services.engine.db
      .select()
      .from(ratings)
      .where(eq(ratings.userId, second.id));
    expect(kept.map(({ reason }) => reason)).toEqual(['canary-begun']);
  });

  test('is not reminded; whoever takes the seat is', async () => {
    const { services, time, replace, second, stands, panelId, reviewId, administrator } =
      await overdue();
    done(await replace(second, stands));
    const date = { panelId, reviewId, ratingsDueAt: LATER, reason: 'For the new member' };
    done(
      await confirmedly((confirmed) =>
        setRatingsDate(services, administrator, { ...date, confirmed }),
      ),
    );
    const before = [await lettersTo(services, second), await lettersTo(services, stands)];
    time.now = new Date('2027-04-19T18:00:00.000Z');
    await queueReviewReminders(services);
    expect(await lettersTo(services, second)).toEqual(before[0]);
    expect((await lettersTo(services, stands)).at(-1)?.subject).toBe('Ratings are due soon');
  });

  test('can be followed by a second person where the first has a conflict, and never comes back', async () => {
    const given = await overdue();
    const { services, ask, replace, requests, shown, chair, second, stands, reviewId } = given;
    const next = await given.join('Efa Fourth', 'panel-member', [null, null]);
    done(await ask(second));
    const page = await shown();
    done(await replace(second, stands));
    const conflict = { reviewId, conflict: true, reason: 'A friend.' };
    done(await declareInterest(services, stands, conflict));
    expect(await shown()).toBe(page);
    expect(await replace(stands, second)).toMatchObject({ problem: { code: 'was-replaced' } });
    expect(await replace(second, next)).toMatchObject({ problem: { code: 'no-such-member' } });
    done(await replace(stands, next));
    expect(await shown()).toBe(page);
    await rateAll(services, { reviewId, raters: [next] });
    expect(await requests()).toEqual([
      ['Orla Second', 'Efa Fourth has taken the seat of Orla Second, and rates.'],
    ]);
    done(await openDiscussion(services, chair, { reviewId }));
    const answers = (await lettersTo(services, chair)).filter(({ subject }) =>
      subject.startsWith('Your request'),
    );
    expect(answers).toHaveLength(1);
  });

  test('is answered for when the discussion opens first; who comes too late has not accepted', async () => {
    const given = await overdue();
    const { services, ask, replace, requests, chair, second, stands, reviewId } = given;
    const next = await given.join('Efa Fourth', 'panel-member', [null, null]);
    const { panelId, administrator } = given;
    const seat = { panelId, userId: next.id, seat: 'reviewer', statistics: false } as const;
    done(await seatMember(services, administrator, seat));
    await rateAll(services, { reviewId, raters: [next] });
    done(await ask(second));
    done(await replace(second, stands));
    done(await openDiscussion(services, chair, { reviewId }));
    const told = [
      [
        'Orla Second',
        'Dafydd Third was asked to take the seat of Orla Second, and had not accepted when the discussion opened.',
      ],
    ];
    expect(await requests()).toEqual(told);
    const letters = await lettersTo(services, chair);
    done(await declareInterest(services, stands, { reviewId, ...NO_CONFLICT }));
    expect(await requests()).toEqual(told);
    expect(await lettersTo(services, chair)).toEqual(letters);
  });

  test('is replaced only by somebody who can rate here', async () => {
    const given = await overdue();
    const { services, replace, first, second, stands, lead, join, chair, time, administrator } =
      given;
    expect(await replace(second, lead)).toMatchObject({ problem: { code: 'no-candidate' } });
    expect(await replace(second, first)).toMatchObject({ problem: { code: 'sits-already' } });
    expect(await replace(second, stands, { reason: '' })).toMatchObject({
      problem: { code: 'reason-wrong' },
    });
    const insider = await join('Ifor Insider', 'panel-member', [null, null]);
    await given.services.engine.db.insert(pastEmployments).values({
      id: 'worked there',
      userId: insider.id,
      organisationId: 'north',
      createdAt: '2027-01-01T00:00:00.000Z',
    });
    expect(await replace(second, insider)).toMatchObject({ problem: { code: 'conflict-found' } });
    const command = { panelId: given.panelId, reviewId: given.reviewId, memberId: second.id };
    const by = { userId: stands.id, statistics: false, reason: 'x' };
    expect(await replaceMember(services, chair, { ...command, ...by })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    const elsewhere = { ...command, ...by, panelId: 'another' };
    expect(await replaceMember(services, administrator, elsewhere)).toMatchObject({
      problem: { code: 'not-found' },
    });
    time.now = new Date('2027-03-31T09:00:00.000Z');
    expect(await replace(second, stands)).toMatchObject({ problem: { code: 'ratings-not-due' } });
  });

  test('who is the only one to read statistics is followed by one who can', async () => {
    const { services, replace, first, stands, reviewId, time, panelId } = await overdue();
    expect(panelId).not.toBe('');
    time.now = new Date('2027-03-20T09:00:00.000Z');
    done(await declareInterest(services, first, { reviewId, conflict: true, reason: 'Married.' }));
    // Who takes no part any more is replaced before the date, too.
    expect(await replace(first, stands)).toMatchObject({ problem: { code: 'statistics-needed' } });
    const before = await lettersTo(services, first);
    done(await replace(first, stands, { statistics: true }));
    // Whom a conflict shuts out learns nothing more of the review.
    expect(await lettersTo(services, first)).toEqual(before);
  });
});

describe('a chair who has sealed', () => {
  test('hears that all have, also where the last of them finds a conflict', async () => {
    const { services, reviewId, chair, second } = await overdue();
    const before = await lettersTo(services, chair);
    expect(before.some(({ subject }) => subject.startsWith('All ratings'))).toBe(false);
    const conflict = { reviewId, conflict: true, reason: 'A friend.' };
    done(await declareInterest(services, second, conflict));
    const [letter] = (await lettersTo(services, chair)).slice(before.length);
    expect(letter?.subject).toMatch(/^All ratings are sealed/);
  });

  test('hears nothing while they rate themselves', async () => {
    const { services, reviewId, chair, first, second } = await openedReview();
    const before = await lettersTo(services, chair);
    await rateAll(services, { reviewId, raters: [first, second] });
    expect(await lettersTo(services, chair)).toEqual(before);
    await rateAll(services, { reviewId, raters: [chair] });
    expect((await lettersTo(services, chair)).length).toBe(before.length + 1);
    expect(criteriaOf(services).length).toBeGreaterThan(0);
  });
});

function idsIn({ reviews }: Awaited<ReturnType<typeof reviewsPage>>): readonly string[] {
  return reviews.map(({ id }) => id);
}
