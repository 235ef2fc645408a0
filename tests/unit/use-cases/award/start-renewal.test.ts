import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { carriedAction, planSuggestion, previousPlan } from '#app/queries/plan/plan-before.ts';
import { progressPage } from '#app/queries/plan/progress-page.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { changeAction } from '#app/use-cases/plan/change-action.ts';
import { reportPlan } from '#app/use-cases/plan/report-plan.ts';
import { startRenewal } from '#app/use-cases/award/start-renewal.ts';
import { insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { insertRetired } from '#db/repositories/charters/retired-charters.ts';
import { awards } from '#db/tables-awards.ts';
import { decisions } from '#db/tables-review.ts';
import { assessments } from '#db/tables.ts';
import { ACTION } from '#tests/support/award-record.ts';
import { addAward, type AwardParts } from '#tests/support/awards.ts';
import { awardedTeam } from '#tests/support/awarded.ts';
import { FOREIGN_CHARTER, foreignLibrary } from '#tests/support/foreign-charter.ts';
import { personWith, testServices } from '#tests/support/services.ts';

const CHARTER = 'bme-mentoring@1.0.0';

/** Valid until 29 February 2032, and now a year before. */
async function renewable(parts: AwardParts = {}) {
  const given = await awardedTeam(parts);
  const { services, awarded, lead, time } = given;
  time.now = '2031-03-01T09:00:00.000Z';
  const start = (actor: Actor = lead, charter = CHARTER) =>
    startRenewal(services, actor, { assessmentId: awarded, charter });
  const renewals = async () =>
    services.engine.db.select().from(assessments).where(eq(assessments.renews, given.award.id));
  return { ...given, start, renewals };
}

describe('the renewal of an award', () => {
  test('is a new assessment of the same department for the same level', async () => {
    const { start, renewals, award, services, lead, awarded } = await renewable();
    const started = await start();
    expect(await renewals()).toMatchObject([
      {
        organisationId: 'north',
        departmentId: 'therapies',
        charter: CHARTER,
        targetLevel: 'bronze',
        renews: award.id,
        state: 'draft',
      },
    ]);
    const [renewal] = await renewals();
    expect(started).toEqual({ ok: true, value: { id: renewal?.id } });
    const view = await assessmentView(services, lead, awarded);
    expect(view && (await progressPage(services, lead, view))).toMatchObject({
      renewal: { running: renewal?.id },
    });
  });

  test('started twice, or by ten at once, is one', async () => {
    const { start, renewals } = await renewable();
    const first = await Promise.all(Array.from({ length: 10 }, () => start()));
    expect(await renewals()).toHaveLength(1);
    const again = await start();
    expect(new Set(first.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify(again)]),
    );
  });

  test.each([
    ['2031-02-27', { code: 'renewal-too-early', from: '2031-02-28' }],
    ['2031-02-28', null],
    ['2032-02-29', null],
    ['2032-03-01', { code: 'award-ended', endedOn: '2032-02-29' }],
  ])('on %s: %j', async (day, problem) => {
    const { start, time } = await renewable();
    time.now = `${day}T12:00:00.000Z`;
    expect(await start()).toMatchObject(problem === null ? { ok: true } : { ok: false, problem });
  });

  test('can be started in a grace period, and again where one was decided against', async () => {
    const { start, renewals, time, services, award } = await renewable({
      graceUntil: '2033-01-31',
    });
    time.now = '2033-01-31T12:00:00.000Z';
    const first = await start();
    expect(first).toMatchObject({ ok: true });
    const id = first.ok ? first.value.id : '';
    const [old] = await services.engine.db
      .select()
      .from(decisions)
      .where(eq(decisions.id, award.decisionId));
    if (old === undefined) throw new Error('no decision');
    await services.engine.db
      .insert(decisions)
      .values({ ...old, id: 'against', assessmentId: id, outcome: 'not-awarded', level: null });
    expect(await start()).toMatchObject({ ok: true });
    expect(await start()).toMatchObject({ ok: true });
    expect(await renewals()).toHaveLength(2);
  });

  test('is started by the lead alone, on a version that is offered and knows the level', async () => {
    const { start, renewals, services, contributor, viewer, sponsor, stranger } = await renewable();
    for (const actor of [contributor, viewer, sponsor]) {
      expect(await start(actor)).toEqual({ ok: false, problem: { code: 'not-allowed' } });
    }
    for (const actor of [stranger, personWith('charter-administrator', 'body', null)]) {
      expect(await start(actor)).toEqual({ ok: false, problem: { code: 'not-found' } });
    }
    const notOffered = { ok: false, problem: { code: 'charter-not-published' } };
    for (const charter of ['bme-mentoring@1.1.0', 'gender-equality-example@1.0.0', '', 'x@1.0.0']) {
      expect(await start(undefined, charter), charter).toEqual(notOffered);
    }
    const at = services.clock().toISOString();
    await services.engine.commit([
      insertRetired({ id: CHARTER, retiredAt: at, retiredBy: 'admin', reason: 'Old' }),
    ]);
    expect(await start()).toEqual(notOffered);
    expect(await renewals()).toEqual([]);
  });

  test('of a withdrawn award, or of none, is not started', async () => {
    const { start, services, assessmentId, lead, award } = await renewable();
    const none = await startRenewal(services, lead, { assessmentId, charter: CHARTER });
    expect(none).toEqual({ ok: false, problem: { code: 'not-found' } });
    await services.engine.db
      .update(awards)
      .set({ withdrawnAt: '2031-01-01T09:00:00.000Z' })
      .where(eq(awards.id, award.id));
    expect(await start()).toEqual({ ok: false, problem: { code: 'award-withdrawn' } });
  });
});

/** Nine actions under a made-up charter whose B2 asks about the plan before; seven are reported done. */
async function renewedPlan() {
  const previous = { criterion: 'B2', done: { 2: 50, 3: 66.66, 4: 80 } };
  const opened = await testServices(await foreignLibrary(5, { previousPlan: previous }));
  const time = { now: '2027-03-01T09:00:00.000Z' };
  const services = { ...opened, clock: () => new Date(time.now) };
  const lead = personWith('assessment-lead', 'north', 'plot');
  const actions = Array.from({ length: 9 }, (_, index) => ({
    ...ACTION,
    criteria: ['B1', 'GONE'],
    objective: `Objective ${index + 1}`,
    dueOn: index === 0 ? '2033-05-01' : '2028-05-01',
  }));
  const award = await addAward(services, {
    charter: FOREIGN_CHARTER,
    department: 'plot',
    record: { rating: 2, actions },
  });
  const { id, name, email } = lead;
  await services.engine.commit([insertPerson({ id, name, email }, time.now)]);
  const report = (year: number, done: number, toSend: boolean) => {
    time.now = `${2027 + year}-02-01T09:00:00.000Z`;
    const typed = actions.map(
      (_, index) =>
        [
          String(index + 1),
          { status: index < done ? 'complete' : 'at-risk', note: `Note ${year}` },
        ] as const,
    );
    const draft = { actions: new Map(typed), summary: 'A year.' };
    const command = { assessmentId: award.assessmentId, year, draft, readVersion: 0, toSend };
    return reportPlan(services, lead, command);
  };
  const renew = async () => {
    time.now = '2031-06-01T09:00:00.000Z';
    const charter = FOREIGN_CHARTER;
    const started = await startRenewal(services, lead, {
      assessmentId: award.assessmentId,
      charter,
    });
    if (!started.ok) throw new Error(started.problem.code);
    return started.value.id;
  };
  const viewOf = async (assessment: string) => {
    const view = await assessmentView(services, lead, assessment);
    if (view === null) throw new Error('not in sight');
    return view;
  };
  return { services, lead, award, report, renew, viewOf };
}

describe('the previous plan', () => {
  test('comes along with what was last reported, and not with a draft', async () => {
    const { services, award, report, renew, viewOf } = await renewedPlan();
    const before = await viewOf(award.assessmentId);
    expect(await previousPlan(services, before)).toBeNull();
    await report(1, 2, true);
    await report(2, 7, true);
    await report(3, 9, false);
    const plan = await previousPlan(services, await viewOf(await renew()));
    expect(plan).toMatchObject({ award: award.number, year: 2, done: 7 });
    expect(plan?.actions.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 7 }, () => 'complete'),
      'at-risk',
      'at-risk',
    ]);
    expect(plan?.actions[8]).toMatchObject({ objective: 'Objective 9', note: 'Note 2' });
  });

  test('without a report has the statuses of the plan as it was submitted', async () => {
    const { services, renew, viewOf } = await renewedPlan();
    expect(await previousPlan(services, await viewOf(await renew()))).toMatchObject({
      year: null,
      done: 0,
      actions: Array.from({ length: 9 }, () => ({ status: 'on-track', note: '' })),
    });
  });

  test('gives each action as the beginning of a new one, without past dates and unknown criteria', async () => {
    const { services, lead, report, renew, viewOf } = await renewedPlan();
    await report(1, 1, true);
    const id = await renew();
    const view = await viewOf(id);
    expect(await carriedAction(services, view, '1')).toMatchObject({
      objective: 'Objective 1',
      criteria: ['B1'],
      startOn: null,
      dueOn: '2033-05-01',
      milestones: [],
      status: 'not-started',
      owner: ACTION.owner,
    });
    const second = await carriedAction(services, view, '2');
    expect(second).toMatchObject({ dueOn: null, status: 'at-risk' });
    for (const number of ['0', '10', '', 'x']) {
      expect(await carriedAction(services, view, number)).toBeNull();
    }
    if (second === null) throw new Error('nothing to carry');
    expect(await addAction(services, lead, { assessmentId: id, action: second })).toMatchObject({
      ok: true,
    });
    const plan = await previousPlan(services, await viewOf(id));
    expect(plan?.actions.map(({ carried }) => carried).slice(0, 3)).toEqual([false, true, false]);
  });

  test('knows a carried action again however it is worded', async () => {
    const { services, lead, report, renew, viewOf } = await renewedPlan();
    await report(1, 1, true);
    const id = await renew();
    const fields = await carriedAction(services, await viewOf(id), '3');
    if (fields === null) throw new Error('nothing to carry');
    const own = { ...fields, objective: 'Said anew' };
    const add = (action: typeof own, carries: string) =>
      addAction(services, lead, { assessmentId: id, action, carries });
    const added = await add(own, '3');
    if (!added.ok) throw new Error(added.problem.code);
    // Whatever else stands in an address is no number of an action.
    for (const number of ['0', '-1', 'x', '99999', '3 ']) await add(own, number);
    const command = { assessmentId: id, actionId: added.value.id, readVersion: 1 };
    const action = { ...own, objective: 'Said once more' };
    expect(await changeAction(services, lead, { ...command, action })).toMatchObject({ ok: true });
    const view = await viewOf(id);
    const only3 = Array.from({ length: 9 }, (_, index) => index === 2);
    const plan = await previousPlan(services, view);
    expect(plan?.actions.map(({ carried }) => carried)).toEqual(only3);
  });

  test('says what it supports on the criterion that asks about it, and changes no score', async () => {
    const { services, lead, report, renew, viewOf } = await renewedPlan();
    await report(1, 7, true);
    const id = await renew();
    const say = async (criterion: string) => {
      const view = await viewOf(id);
      const score = view.scorecard.criteria.find((one) => one.id === criterion);
      return planSuggestion(services, { ...view, claimed: score?.claimed ?? null }, criterion);
    };
    expect(await say('B1')).toBeNull();
    expect(await say('B2')).toEqual({
      done: 7,
      all: 9,
      year: 1,
      percent: '77.77%',
      rating: 3,
      ratingText: '3 (Plot three)',
      next: { rating: '4 (Plot four)', least: '80%' },
      claimsMore: false,
    });
    const claim = async (claimed: number, readVersion: number) =>
      answerCriterion(services, lead, {
        assessmentId: id,
        criterion: 'B2',
        claimed,
        notApplicable: null,
        narrative: 'We did.',
        readVersion,
      });
    await claim(3, 0);
    expect(await say('B2')).toMatchObject({ claimsMore: false });
    await claim(4, 1);
    expect(await say('B2')).toMatchObject({ claimsMore: true });
    const score = (await viewOf(id)).scorecard.criteria.find((one) => one.id === 'B2');
    // Its evidence caps it, and nothing else does.
    expect(score?.reasons.map(({ kind }) => kind)).toEqual(['evidence']);
  });
});
