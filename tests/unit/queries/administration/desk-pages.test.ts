import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { readXlsx } from '#app/adapters/office/xlsx-read.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { deskExport } from '#app/queries/administration/desk-export.ts';
import { deskPage } from '#app/queries/administration/desk-page.ts';
import { submissionPage } from '#app/queries/submission/submission-page.ts';
import { workloadPage } from '#app/queries/administration/workload-page.ts';
import { listOnDesk } from '#db/repositories/administration/desk-rows.ts';
import { insertRound } from '#db/repositories/administration/round-rows.ts';
import { interests, ratings, seals } from '#db/tables-review.ts';
import { addAward } from '#tests/support/awards.ts';
import { addDepartment, personWith, testServices } from '#tests/support/services.ts';
import { addReview, addSubmission } from '#tests/support/submission-before-panel.ts';
import { worked } from '#tests/support/worked.ts';

const ALL = { round: '', stage: '', page: 1 };
const administrator: Actor = {
  ...personWith('charter-administrator', 'body', null),
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};
const NARRATIVE = 'canary-narrative';

/** A round of three submissions (one withdrawn), one without a round, and an award. */
async function fullDesk() {
  const opened = await testServices();
  const time = { now: '2027-06-01T09:00:00.000Z' };
  const services = { ...opened, clock: () => new Date(time.now) };
  const { engine } = services;
  await addDepartment(services, 'north', 'therapies');
  await addDepartment(services, 'south', '=1+1');
  await engine.commit([
    insertRound({
      id: 'spring',
      name: 'Spring 2027',
      charter: 'bme-mentoring@1.0.0',
      opensAt: '2027-01-01T09:00:00.000Z',
      closesAt: '2027-05-14T11:00:00.000Z',
      createdAt: '2027-01-01T09:00:00.000Z',
      createdBy: 'someone',
      version: 1,
    }),
  ]);
  const award = await addAward(services, { publishedAt: null });
  const late = await addSubmission(engine, {
    number: 2,
    submittedAt: '2027-03-01T09:00:00.000Z',
    roundId: 'spring',
    snapshot: JSON.stringify({ narrative: NARRATIVE }),
  });
  await addSubmission(engine, {
    number: 3,
    submittedAt: '2027-03-02T09:00:00.000Z',
    withdrawnAt: '2027-03-03T09:00:00.000Z',
    roundId: 'spring',
  });
  await addSubmission(engine, {
    number: 4,
    submittedAt: '2027-05-20T23:30:00.000Z',
    organisation: 'south',
    department: '=1+1',
    roundId: 'spring',
  });
  const review = await addReview(engine, {
    submission: late,
    at: '2027-04-01T09:00:00.000Z',
    members: { ada: 'chair', ben: 'reviewer', cal: 'reviewer', dee: 'observer' },
  });
  const declare = (userId: string, conflict: boolean) =>
    engine.db.insert(interests).values({
      id: randomUUID(),
      reviewId: review,
      userId,
      conflict,
      reason: '',
      declaredAt: '2027-04-02T09:00:00.000Z',
    });
  await declare('ada', false);
  await declare('ben', false);
  await declare('cal', true);
  const rate = (userId: string, rating: number) =>
    engine.db
      .insert(ratings)
      .values({
        id: randomUUID(),
        reviewId: review,
        userId,
        criterion: 'G1',
        rating,
        notApplicable: false,
        reason: 'canary-reason',
        version: 1,
        updatedAt: '2027-04-05T09:00:00.000Z',
      })
      .onConflictDoUpdate({
        target: [ratings.reviewId, ratings.userId, ratings.criterion],
        set: { rating },
      });
  await rate('ben', 1);
  return { services, time, award, review, rate, engine };
}

describe('the administrator’s desk', () => {
  test('has every submission with its stage, the newest first, and says what is late', async () => {
    const { services } = await fullDesk();
    const page = await deskPage(services, administrator, ALL);
    expect(page).toMatchObject({ all: 4, found: 4, late: 1, waiting: 1 });
    expect(page?.items.map(({ number, stage }) => [number, stage])).toEqual([
      [4, 'submitted'],
      [3, 'withdrawn'],
      [2, 'rating'],
      [1, 'awarded'],
    ]);
    // Half past eleven at night in May is the next day in London.
    expect(page?.items[0]).toMatchObject({
      submittedOn: '2027-05-21',
      promise: { kind: 'open', days: 11, left: 73, dueOn: '2027-08-13' },
    });
    expect(page?.items[1]).toMatchObject({ promise: null, outcome: '' });
    expect(page?.items[2]).toMatchObject({
      panel: 'Panel two',
      promise: { kind: 'late', over: 8, dueOn: '2027-05-24' },
      outcome: '',
    });
    expect(page?.items[3]).toMatchObject({
      promise: { kind: 'kept', days: 0 },
      outcome: 'Awarded at the level aimed for',
      level: 'Bronze',
    });
  });

  test('shows what a filter leaves', async () => {
    const { services } = await fullDesk();
    const numbers = async (filter: Partial<typeof ALL>) =>
      (await deskPage(services, administrator, { ...ALL, ...filter }))?.items.map(
        ({ number }) => number,
      );
    expect(await numbers({ round: 'spring' })).toEqual([4, 3, 2]);
    expect(await numbers({ stage: 'rating' })).toEqual([2]);
    expect(await numbers({ round: 'spring', stage: 'awarded' })).toEqual([]);
    expect(await numbers({ round: 'no-such-round' })).toEqual([]);
  });

  test('counts who has what before them, and tells of ratings only whether they are sealed', async () => {
    const { services, engine, review } = await fullDesk();
    const work = async () => (await workloadPage(services, administrator))?.people;
    expect(await work()).toMatchObject([
      { name: 'ada', open: 1, toDeclare: 0, toSeal: 1, sealed: 0, lastOn: '2027-04-02' },
      { name: 'ben', open: 1, toDeclare: 0, toSeal: 1, sealed: 0, lastOn: '2027-04-05' },
      { name: 'cal', open: 1, conflicts: 1, toSeal: 0, sealed: 0 },
      { name: 'dee', open: 1, toDeclare: 1, toSeal: 0, sealed: 0, lastOn: null },
    ]);
    await engine.db.insert(seals).values({
      id: 'seal',
      reviewId: review,
      userId: 'ben',
      sha256: 'a',
      sealedAt: '2027-04-06T09:00:00.000Z',
    });
    expect((await work())?.[1]).toMatchObject({ toSeal: 0, sealed: 1, lastOn: '2027-04-06' });
  });

  test('has the turnaround of each round without what was withdrawn', async () => {
    const { services } = await fullDesk();
    expect((await workloadPage(services, administrator))?.rounds).toEqual([
      {
        id: 'spring',
        name: 'Spring 2027',
        submitted: 2,
        decided: 0,
        median: null,
        longest: null,
        missed: 0,
        late: 1,
      },
      {
        id: '',
        name: 'No round',
        submitted: 1,
        decided: 1,
        median: 0,
        longest: 0,
        missed: 0,
        late: 0,
      },
    ]);
  });

  test('is the same whatever anyone rates, and holds nothing that a department or a reviewer wrote', async () => {
    const { services, rate } = await fullDesk();
    const everything = async () =>
      JSON.stringify([
        await deskPage(services, administrator, ALL),
        await workloadPage(services, administrator),
        await deskExport(services, administrator),
      ]);
    const before = await everything();
    await rate('ben', 4);
    expect(await everything()).toBe(before);
    expect(before).not.toContain('canary');
  });

  test('SEC-55 is exported as it stands; a name that looks like a formula stays text', async () => {
    const { services } = await fullDesk();
    const workbook = await deskExport(services, administrator);
    if (workbook === null) throw new Error('no workbook');
    const bytes = worked(await services.office.writeXlsx(workbook, null));
    const sheet = async (name: string) => worked(await readXlsx(bytes, name));
    expect((await sheet('Submissions'))?.rows).toHaveLength(5);
    expect((await sheet('Workload'))?.rows).toHaveLength(5);
    expect((await sheet('Turnaround'))?.rows).toHaveLength(3);
    expect((await sheet('Submissions'))?.rows[1]?.[2]).toEqual({ kind: 'text', text: '=1+1' });
  });

  test.each(['assessment-lead', 'panel-chair', 'executive-sponsor'] as const)(
    'is nothing for a %s',
    async (role) => {
      const { services } = await fullDesk();
      const actor = personWith(role, 'north', null);
      expect(await deskPage(services, actor, ALL)).toBeNull();
      expect(await workloadPage(services, actor)).toBeNull();
      expect(await deskExport(services, actor)).toBeNull();
    },
  );
});

test('the department reads the same of its own submissions, and of no others', async () => {
  const { services, engine, award } = await fullDesk();
  const own = await listOnDesk(engine.db, { assessmentId: award.assessmentId });
  expect(own.map(({ number }) => number)).toEqual([1]);
  const all = await listOnDesk(engine.db);
  expect(own).toEqual(all.filter(({ number }) => number === 1));
  const lead = personWith('assessment-lead', 'north', 'therapies');
  const view = await assessmentView(services, lead, award.assessmentId);
  const page = view && (await submissionPage(services, lead, view));
  expect(page?.submissions).toMatchObject([
    { number: 1, stage: { stage: 'awarded', promise: { kind: 'kept', days: 0 } } },
  ]);
});
