import { describe, expect, test } from 'vitest';
import { ACTION_LIMITS } from '#app/domain/assessment/limits.ts';
import { assessmentView } from '#app/queries/assessment.ts';
import { addAction } from '#app/use-cases/add-action.ts';
import { changeAction } from '#app/use-cases/change-action.ts';
import { removeAction } from '#app/use-cases/remove-action.ts';
import { insertAction } from '#db/repositories/actions.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';

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

  test('a plan never has more actions than it may have, however many are added at once', async () => {
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
