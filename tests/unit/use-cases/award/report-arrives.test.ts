// The report of a year from the statuses that are known to everyone who reads of it once it is sent.
import { expect, test } from 'vitest';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { awardPage } from '#app/queries/award/award-page.ts';
import { awardDesk, awardsDesk } from '#app/queries/award/awards-desk.ts';
import { deskPage } from '#app/queries/administration/desk-page.ts';
import { progressYearPage } from '#app/queries/plan/progress-page.ts';
import { noteProgress } from '#app/use-cases/plan/note-progress.ts';
import { readReport } from '#app/use-cases/award/read-report.ts';
import { reportPlan, sendReport } from '#app/use-cases/plan/report-plan.ts';
import { insertAction } from '#db/repositories/plan/action-rows.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { awardedTeam } from '#tests/support/awarded.ts';

const DUE = '2028-02-01T09:00:00.000Z';
const TODAY = '2028-02-01';
const ADMINISTRATOR: Actor = {
  id: 'bethan',
  name: 'Bethan',
  email: 'bethan@example.org',
  memberships: [{ role: 'charter-administrator', organisation: null, department: null }],
};
const CANARY = 'Oya Brandt moved to another trust.';

async function reporting() {
  const given = await awardedTeam();
  const { services, awarded, lead } = given;
  given.time.now = DUE;
  const page = async (year = 1, actor: Actor = lead) => {
    const view = await assessmentView(services, actor, awarded);
    if (view === null) throw new Error('not in sight');
    return progressYearPage(services, { view, actor, year });
  };
  const draft = {
    actions: new Map([['1', { status: 'at-risk', note: CANARY }]]),
    summary: 'A year of change.',
  };
  const prepare = (actor: Actor = lead) =>
    reportPlan(services, actor, {
      assessmentId: awarded,
      year: 1,
      draft,
      readVersion: 0,
      toSend: false,
      toPrepare: true,
    });
  const send = (readVersion: number, actor: Actor = lead) =>
    sendReport(services, actor, { assessmentId: awarded, year: 1, readVersion });
  return { ...given, page, draft, prepare, send };
}

test('a report is prepared, and final only when it is sent as it was read', async () => {
  const { prepare, send, page, contributor, viewer } = await reporting();
  expect(await send(0)).toEqual({ ok: false, problem: { code: 'not-found' } });
  expect(await prepare(contributor)).toEqual({ ok: false, problem: { code: 'not-allowed' } });
  expect(await prepare()).toEqual({ ok: true, value: { version: 1 } });
  expect(await page()).toMatchObject({ state: 'due', version: 1, maySend: true });
  for (const actor of [contributor, viewer]) {
    expect(await send(1, actor)).toEqual({ ok: false, problem: { code: 'not-allowed' } });
  }
  expect(await send(0)).toMatchObject({ ok: false, problem: { code: 'changed-meanwhile' } });
  expect(await page()).toMatchObject({ state: 'due' });
  expect(await send(1)).toEqual({ ok: true, value: { version: 2 } });
  expect(await page()).toMatchObject({ state: 'sent', summary: 'A year of change.' });
  expect(await send(2)).toEqual({ ok: false, problem: { code: 'report-sent' } });
});

test('what is missing is said before anything is prepared', async () => {
  const { services, awarded, lead, page } = await reporting();
  const draft = { actions: new Map([['1', { status: '', note: '' }]]), summary: '' };
  const command = { assessmentId: awarded, year: 1, draft, readVersion: 0, toSend: false };
  expect(await reportPlan(services, lead, { ...command, toPrepare: true })).toEqual({
    ok: false,
    problem: {
      code: 'not-valid',
      fields: [
        { field: 'status-1', code: 'required' },
        { field: 'summary', code: 'required' },
      ],
    },
  });
  // A draft keeps what nobody has said yet as that, and presets nothing.
  expect(await reportPlan(services, lead, command)).toMatchObject({ ok: true });
  expect(await page()).toMatchObject({ actions: [{ status: null }] });
});

test('a sent report arrives at the desk, on the pages of the award, and publicly without a word', async () => {
  const { services, award, prepare, send, draft } = await reporting();
  const { number } = award;
  const asked = { number, today: TODAY };
  const unread = async () => (await awardsDesk(services, ADMINISTRATOR, TODAY))?.reports;
  await prepare();
  expect(await unread()).toEqual([]);
  expect(await awardDesk(services, ADMINISTRATOR, asked)).toMatchObject({ reports: [] });
  expect(await awardPage(services, number, TODAY)).toMatchObject({ progress: null });
  await send(1);
  const line = { number, department: 'therapies', year: 1, sentAt: DUE };
  expect(await unread()).toMatchObject([line]);
  const filter = { round: '', stage: '', page: 1 };
  expect(await deskPage(services, ADMINISTRATOR, filter)).toMatchObject({ reports: [line] });
  const [report] = (await awardDesk(services, ADMINISTRATOR, asked))?.reports ?? [];
  expect(report).toMatchObject({
    isNew: true,
    summary: draft.summary,
    actions: [{ number: '1', status: 'at-risk', note: CANARY }],
  });
  const page = await awardPage(services, number, TODAY);
  expect(page).toMatchObject({ progress: { year: 1, sentAt: DUE, statuses: ['At risk'] } });
  expect(JSON.stringify(page)).not.toContain(CANARY);
  expect(JSON.stringify(page)).not.toContain(draft.summary);
});

test('a report is new until an administrator has read it', async () => {
  const { services, lead, award, prepare, send } = await reporting();
  const { number } = award;
  await prepare();
  const reportOf = async () => {
    const found = await awardDesk(services, ADMINISTRATOR, { number, today: TODAY });
    return found?.reports[0];
  };
  await send(1);
  const report = (await reportOf())?.id ?? '';
  expect(await readReport(services, lead, { number, report })).toEqual({
    ok: false,
    problem: { code: 'not-allowed' },
  });
  const read = (command: { number: string; report: string }) =>
    readReport(services, ADMINISTRATOR, command);
  const refusal = { ok: false, problem: { code: 'not-found' } };
  expect(await read({ number, report: 'another' })).toEqual(refusal);
  expect(await read({ number: 'MC-2027-9999', report })).toEqual(refusal);
  expect(await Promise.all([1, 2, 3].map(() => read({ number, report })))).toEqual(
    [1, 2, 3].map(() => ({ ok: true, value: null })),
  );
  expect(await reportOf()).toMatchObject({ isNew: false });
  expect((await awardsDesk(services, ADMINISTRATOR, TODAY))?.reports).toEqual([]);
  const events = await services.engine.db.select().from(auditEvents);
  expect(events.filter(({ event }) => event === 'plan-report-read')).toHaveLength(1);
});

test('what was noted on an action after the award is its last known status', async () => {
  const { services, lead, awarded, page, time } = await reporting();
  const objective = (await page())?.actions[0]?.objective ?? '';
  expect(await page()).toMatchObject({ actions: [{ status: 'on-track' }] });
  const at = services.clock().toISOString();
  await services.engine.commit([
    insertAction({
      ...EMPTY_ACTION,
      id: 'action',
      assessmentId: awarded,
      objective,
      priority: 'high',
      status: 'on-track',
      version: 1,
      createdAt: at,
      updatedAt: at,
      updatedBy: lead.id,
    }),
  ]);
  const note = (status: string) =>
    noteProgress(services, lead, {
      assessmentId: awarded,
      actionId: 'action',
      progress: { note: 'It goes on.', status },
    });
  expect(await note('off-track')).toMatchObject({ ok: true });
  expect(await page()).toMatchObject({ actions: [{ status: 'off-track' }] });
  // ‘Not started’ is chosen for nobody: it is asked anew.
  time.now = '2028-02-02T09:00:00.000Z';
  expect(await note('not-started')).toMatchObject({ ok: true });
  expect(await page()).toMatchObject({ actions: [{ status: null }] });
});
