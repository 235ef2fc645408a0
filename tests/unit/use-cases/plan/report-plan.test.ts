import { eq } from 'drizzle-orm';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { progressPage, progressYearPage } from '#app/queries/plan/progress-page.ts';
import { noteProgress } from '#app/use-cases/plan/note-progress.ts';
import { reportPlan, type ReportPlanCommand } from '#app/use-cases/plan/report-plan.ts';
import { insertAction } from '#db/repositories/plan/action-rows.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { awards } from '#db/tables-awards.ts';
import { awardedTeam } from '#tests/support/awarded.ts';
import { personWith } from '#tests/support/services.ts';

const DUE = '2028-02-01T09:00:00.000Z';

async function reporting() {
  const given = await awardedTeam();
  const { services, awarded, lead } = given;
  given.time.now = DUE;
  const draft = (summary: string, note = 'All mentors have the time.', status = 'complete') => ({
    actions: new Map([['1', { status, note }]]),
    summary,
  });
  const save = (actor: Actor, parts: Partial<ReportPlanCommand> = {}) =>
    reportPlan(services, actor, {
      assessmentId: awarded,
      year: 1,
      draft: draft('A good year.'),
      readVersion: 0,
      toSend: false,
      ...parts,
    });
  const view = async (actor: Actor = lead) => {
    const found = await assessmentView(services, actor, awarded);
    if (found === null) throw new Error('not in sight');
    return found;
  };
  const page = async (actor: Actor = lead, year = 1) =>
    progressYearPage(services, { view: await view(actor), actor, year });
  const events = async () =>
    (await services.engine.db.select().from(auditEvents).where(eq(auditEvents.subject, awarded)))
      .filter(({ event }) => event.startsWith('plan-report'))
      .map(({ event, details }) => ({ event, details }));
  return { ...given, draft, save, view, page, events };
}

describe('the report on a plan', () => {
  test('is saved as a draft by a contributor, sent by the lead, and then only read', async () => {
    const { save, page, lead, contributor, events, award } = await reporting();
    expect(await page()).toMatchObject({
      state: 'due',
      version: 0,
      actions: [{ number: '1', status: 'on-track', note: '', overdue: true }],
      mayWrite: true,
      maySend: true,
    });
    expect(await save(contributor)).toEqual({ ok: true, value: { version: 1 } });
    expect(await save(contributor, { readVersion: 1, toSend: true })).toEqual({
      ok: false,
      problem: { code: 'not-allowed' },
    });
    expect(await save(lead, { readVersion: 1, toSend: true })).toMatchObject({ ok: true });
    expect(await page(contributor)).toMatchObject({
      state: 'sent',
      sentAt: DUE,
      summary: 'A good year.',
      complete: 1,
      actions: [{ status: 'complete', note: 'All mentors have the time.', overdue: false }],
      mayWrite: false,
      maySend: false,
    });
    const refusal = { ok: false, problem: { code: 'report-sent' } };
    expect(await save(lead, { readVersion: 2 })).toEqual(refusal);
    expect(await save(lead, { readVersion: 2, toSend: true })).toEqual(refusal);
    const details = JSON.stringify({ award: award.id, year: 1 });
    expect(await events()).toEqual([
      { event: 'plan-report-saved', details },
      { event: 'plan-report-sent', details },
    ]);
  });

  test('is read by everyone of the department, and written by those who write', async () => {
    const { save, page, viewer, sponsor, stranger } = await reporting();
    for (const actor of [viewer, sponsor]) {
      expect(await page(actor)).toMatchObject({ mayWrite: false, maySend: false });
      expect(await save(actor)).toEqual({ ok: false, problem: { code: 'not-allowed' } });
    }
    const administrator = personWith('charter-administrator', 'body', null);
    for (const actor of [stranger, administrator]) {
      expect(await save(actor)).toEqual({ ok: false, problem: { code: 'not-found' } });
    }
  });

  test('of two at once the second is told, and nothing is overwritten', async () => {
    const { save, page, draft, lead, contributor } = await reporting();
    await save(contributor, { draft: draft('Theirs') });
    expect(await save(lead, { draft: draft('Ours') })).toMatchObject({
      ok: false,
      problem: {
        code: 'changed-meanwhile',
        saved: { summary: 'Theirs', version: 1 },
        savedBy: contributor.name,
        yours: { summary: 'Ours' },
      },
    });
    expect(await page()).toMatchObject({ summary: 'Theirs', updatedBy: contributor.name });
    expect(await save(lead, { draft: draft('Ours'), readVersion: 1 })).toMatchObject({ ok: true });
    expect(await page()).toMatchObject({ summary: 'Ours', version: 2 });
  });

  test('saved by ten at once is saved once; sent by ten at once is sent once', async () => {
    const { save, lead, events } = await reporting();
    const ten = (command: Partial<ReportPlanCommand>) =>
      Promise.all(Array.from({ length: 10 }, () => save(lead, command)));
    const first = await ten({});
    expect(first.filter(({ ok }) => ok)).toHaveLength(1);
    const second = await ten({ readVersion: 1, toSend: true });
    expect(second.filter(({ ok }) => ok)).toHaveLength(1);
    expect(second.filter((one) => !one.ok && one.problem.code === 'report-sent')).toHaveLength(9);
    expect(await events()).toHaveLength(2);
  });

  test('waits for its year, and is sent in the last three months of it', async () => {
    const { save, page, lead, time } = await reporting();
    expect(await save(lead, { year: 2 })).toEqual({
      ok: false,
      problem: { code: 'year-not-begun', beginsOn: '2028-03-01' },
    });
    expect(await page(lead, 2)).toMatchObject({ state: 'not-yet', mayWrite: false });
    time.now = '2027-11-30T23:59:00.000Z';
    expect(await save(lead, { toSend: true })).toEqual({
      ok: false,
      problem: { code: 'report-too-early', opensOn: '2027-12-01' },
    });
    expect(await save(lead)).toMatchObject({ ok: true });
    time.now = '2027-12-01T00:00:00.000Z';
    expect(await save(lead, { readVersion: 1, toSend: true })).toMatchObject({ ok: true });
  });

  test('is late after its day, and can still be sent', async () => {
    const { save, page, lead, time } = await reporting();
    time.now = '2028-03-01T00:00:00.000Z';
    expect(await page()).toMatchObject({ state: 'overdue', maySend: true });
    expect(await save(lead, { toSend: true })).toMatchObject({ ok: true });
  });

  test('of the next year begins where the last one ended, without its notes', async () => {
    const { save, page, draft, lead, time } = await reporting();
    await save(lead, { draft: draft('One', 'We are behind.', 'off-track'), toSend: true });
    time.now = '2028-06-01T09:00:00.000Z';
    expect(await page(lead, 2)).toMatchObject({
      state: 'open',
      summary: '',
      actions: [{ status: 'off-track', note: '' }],
    });
  });

  test.each([0, 6, -1, 1.5, Number.NaN])('of year %d there is none', async (year) => {
    const { save, page, lead } = await reporting();
    expect(await save(lead, { year })).toEqual({ ok: false, problem: { code: 'not-found' } });
    expect(await page(lead, year)).toBeNull();
  });

  test('without an award there is none, and of a withdrawn one nothing is asked', async () => {
    const { save, services, assessmentId, lead, award, view, page } = await reporting();
    expect(await save(lead, { assessmentId })).toEqual({
      ok: false,
      problem: { code: 'not-found' },
    });
    const own = await assessmentView(services, lead, assessmentId);
    expect(own && (await progressPage(services, lead, own))).toMatchObject({
      award: null,
      years: [],
    });
    await services.engine.db
      .update(awards)
      .set({ withdrawnAt: DUE, withdrawnBy: 'admin', withdrawnReason: 'No longer met' })
      .where(eq(awards.id, award.id));
    expect(await save(lead)).toEqual({ ok: false, problem: { code: 'award-withdrawn' } });
    expect(await page()).toMatchObject({ isAsked: false, mayWrite: false, maySend: false });
    expect(await progressPage(services, lead, await view())).toMatchObject({
      award: { state: 'withdrawn' },
      years: [],
    });
  });

  test('what is wrong is said of each field', async () => {
    const { save, lead, draft } = await reporting();
    expect(await save(lead, { draft: draft(' ', 'x'.repeat(2001)), toSend: true })).toMatchObject({
      ok: false,
      problem: {
        code: 'not-valid',
        fields: [
          { field: 'note-1', code: 'too-long' },
          { field: 'summary', code: 'required' },
        ],
      },
    });
  });
});

test('progress on an action can be noted again once there is an award, and not before', async () => {
  const { services, awarded, lead, award } = await reporting();
  const at = services.clock().toISOString();
  await services.engine.commit([
    insertAction({
      ...EMPTY_ACTION,
      id: 'action',
      assessmentId: awarded,
      objective: 'Time for mentors',
      priority: 'high',
      status: 'on-track',
      version: 1,
      createdAt: at,
      updatedAt: at,
      updatedBy: lead.id,
    }),
  ]);
  const progress = { note: 'Half of them have it.', status: 'at-risk' };
  const note = () =>
    noteProgress(services, lead, { assessmentId: awarded, actionId: 'action', progress });
  expect(await note()).toMatchObject({ ok: true });
  await services.engine.db.update(awards).set({ withdrawnAt: DUE }).where(eq(awards.id, award.id));
  expect(await note()).toEqual({ ok: false, problem: { code: 'locked', state: 'submitted' } });
});
