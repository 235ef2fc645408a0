import { describe, expect, test } from 'vitest';
import { ACTION_LIMITS } from '#app/domain/limits.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { actionPage } from '#app/queries/plan/action-page.ts';
import { changeAction } from '#app/use-cases/plan/change-action.ts';
import { moveAction } from '#app/use-cases/plan/move-action.ts';
import { noteProgress } from '#app/use-cases/plan/note-progress.ts';
import { removeAction } from '#app/use-cases/plan/remove-action.ts';
import { insertAction } from '#db/repositories/plan/action-rows.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

async function planned() {
  const begun = await startedAssessment();
  const { services, lead, id: assessmentId } = begun;
  const added = await addAction(services, lead, { assessmentId, action: draftOf({}) });
  if (!added.ok) throw new Error(added.problem.code);
  return { ...begun, assessmentId, ids: { assessmentId, actionId: added.value.id } };
}

describe('the action plan', () => {
  test('an action is there as typed, with its version', async () => {
    const { services, lead, assessmentId, trail } = await planned();
    const view = await assessmentView(services, lead, assessmentId);
    expect(view?.actions).toMatchObject([{ ...draftOf({}), version: 1, updatedBy: lead.id }]);
    expect((await trail()).map(({ event }) => event)).toEqual(['action-added']);
  });

  test('a change counts up the version; the same again changes nothing', async () => {
    const { services, lead, ids, trail } = await planned();
    const command = { ...ids, action: draftOf({ status: 'on-track' }), readVersion: 1 };
    const changed = { ok: true, value: { version: 2 } };
    expect(await changeAction(services, lead, command)).toEqual(changed);
    expect(await changeAction(services, lead, command)).toEqual(changed);
    expect(await trail()).toHaveLength(2);
  });

  test('a change of the steps alone is a change', async () => {
    const { services, lead, ids } = await planned();
    const command = { ...ids, action: draftOf({ steps: ['Ask', 'Publish'] }), readVersion: 1 };
    expect(await changeAction(services, lead, command)).toEqual({
      ok: true,
      value: { version: 2 },
    });
  });

  test('of two at once one is saved, and the other gets both versions', async () => {
    const { services, lead, colleague, ids, trail } = await planned();
    const command = (owner: string) => ({ ...ids, action: draftOf({ owner }), readVersion: 1 });
    const results = await Promise.all([
      changeAction(services, colleague, command('Siân')),
      changeAction(services, lead, command('Nia')),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      problem: {
        code: 'changed-meanwhile',
        saved: { owner: 'Siân', version: 2 },
        savedBy: 'Siân O’Dowd',
        yours: { action: { owner: 'Nia' } },
      },
    });
    expect(await trail()).toHaveLength(2);
  });

  test('a changed action is not removed unseen; in its version it is', async () => {
    const { services, lead, colleague, ids, assessmentId } = await planned();
    await changeAction(services, colleague, {
      ...ids,
      action: draftOf({ owner: 'Siân' }),
      readVersion: 1,
    });
    expect(await removeAction(services, lead, { ...ids, readVersion: 1 })).toMatchObject({
      ok: false,
      problem: { code: 'changed-meanwhile', saved: { owner: 'Siân' } },
    });
    expect(await removeAction(services, lead, { ...ids, readVersion: 2 })).toMatchObject({
      ok: true,
    });
    expect((await assessmentView(services, lead, assessmentId))?.actions).toEqual([]);
    expect(
      await changeAction(services, lead, {
        ...ids,
        action: draftOf({ owner: 'Nia' }),
        readVersion: 2,
      }),
    ).toMatchObject({ ok: false, problem: { code: 'changed-meanwhile', saved: null } });
  });

  test('SEC-73 a plan never has more actions than it may have, however many are added at once', async () => {
    const { services, lead, assessmentId } = await planned();
    const most = ACTION_LIMITS.actions;
    const view = await assessmentView(services, lead, assessmentId);
    const [first] = view?.actions ?? [];
    if (first === undefined) throw new Error('no action');
    const rows = Array.from({ length: most - 11 }, (_, index) =>
      insertAction({ ...first, id: `a${index}`, assessmentId, createdAt: first.updatedAt }),
    );
    await services.engine.commit(rows);
    const results = await Promise.all(
      Array.from({ length: 30 }, () =>
        addAction(services, lead, { assessmentId, action: draftOf({}) }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(10);
    expect(results.find(({ ok }) => !ok)).toEqual({
      ok: false,
      problem: { code: 'too-many-actions', most },
    });
    expect((await assessmentView(services, lead, assessmentId))?.actions).toHaveLength(most);
  });

  test('a refused action is not added', async () => {
    const { services, lead, assessmentId, ids, trail } = await planned();
    const action = draftOf({ objective: '', criteria: ['Z9'] });
    const fields = [
      { field: 'objective', code: 'required' },
      { field: 'criteria', code: 'not-listed', value: 'Z9' },
    ];
    const refusal = { ok: false, problem: { code: 'not-valid', fields } };
    expect(await addAction(services, lead, { assessmentId, action })).toEqual(refusal);
    expect(await changeAction(services, lead, { ...ids, action, readVersion: 1 })).toEqual(refusal);
    expect(await trail()).toHaveLength(1);
  });
});

describe('the order of the plan', () => {
  test('is that in which actions were added, until one is moved; nobody’s version changes', async () => {
    const { services, lead, assessmentId, ids, trail } = await planned();
    for (const objective of ['Second', 'Third']) {
      await addAction(services, lead, { assessmentId, action: draftOf({ objective }) });
    }
    const order = async () =>
      (await assessmentView(services, lead, assessmentId))?.actions.map(
        ({ objective, version }) => `${objective} ${version}`,
      );
    expect(await order()).toEqual(['Name a board sponsor 1', 'Second 1', 'Third 1']);
    const down = { ...ids, direction: 'down' } as const;
    expect(await moveAction(services, lead, down)).toEqual({ ok: true, value: { moved: true } });
    expect(await moveAction(services, lead, down)).toEqual({ ok: true, value: { moved: true } });
    expect(await order()).toEqual(['Second 1', 'Third 1', 'Name a board sponsor 1']);
    expect(await moveAction(services, lead, down)).toEqual({ ok: true, value: { moved: false } });
    expect((await trail()).filter(({ event }) => event === 'action-moved')).toHaveLength(2);
    const gone = { ...down, actionId: 'gone' };
    expect(await moveAction(services, lead, gone)).toMatchObject({ ok: false });
  });
});

test.each(REFUSED)('an action is not moved by %s', async (_, actor, code) => {
  const { services, lead, assessmentId, ids, trail } = await planned();
  await addAction(services, lead, { assessmentId, action: draftOf({ objective: 'Second' }) });
  const result = await moveAction(services, actor, { ...ids, direction: 'down' });
  expect(result).toEqual({ ok: false, problem: { code } });
  expect(await trail()).toHaveLength(2);
});

describe('the progress log', () => {
  const log = async ({ services, lead, ids }: Awaited<ReturnType<typeof planned>>) => {
    const view = await assessmentView(services, lead, ids.assessmentId);
    const page = view && (await actionPage(services, { view, actor: lead, action: ids.actionId }));
    return { status: page?.status, notes: page?.progress ?? [] };
  };

  test('holds every note with its status, newest first, and the action has the newest', async () => {
    const begun = await planned();
    const { services, lead, colleague, ids, trail } = begun;
    const note = (text: string, status: string) => ({ ...ids, progress: { note: text, status } });
    await noteProgress(services, colleague, note('Begun', 'on-track'));
    const later = { ...services, clock: () => new Date(services.clock().getTime() + 60_000) };
    await noteProgress(later, lead, note('The money is late', 'at-risk'));
    expect(await log(begun)).toMatchObject({
      status: 'at-risk',
      notes: [
        { note: 'The money is late', status: 'at-risk', by: null },
        { note: 'Begun', status: 'on-track', by: 'Siân O’Dowd' },
      ],
    });
    expect((await trail()).map(({ event }) => event)).toEqual([
      'action-added',
      'action-progress-noted',
      'action-progress-noted',
    ]);
  });

  test('takes two notes at once', async () => {
    const begun = await planned();
    const { services, lead, colleague, ids } = begun;
    const results = await Promise.all([
      noteProgress(services, lead, { ...ids, progress: { note: 'One', status: 'on-track' } }),
      noteProgress(services, colleague, { ...ids, progress: { note: 'Two', status: 'complete' } }),
    ]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect((await log(begun)).notes).toHaveLength(2);
  });

  test('takes no empty note and no unknown status', async () => {
    const begun = await planned();
    const { services, lead, ids } = begun;
    const result = await noteProgress(services, lead, {
      ...ids,
      progress: { note: ' ', status: 'ongoing' },
    });
    expect(result).toMatchObject({
      problem: {
        fields: [
          { field: 'note', code: 'required' },
          { field: 'status', code: 'not-listed', value: 'ongoing' },
        ],
      },
    });
    expect((await log(begun)).notes).toEqual([]);
  });
});
