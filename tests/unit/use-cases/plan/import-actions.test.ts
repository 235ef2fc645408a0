import { describe, expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { changeAction } from '#app/use-cases/plan/change-action.ts';
import { importActions } from '#app/use-cases/plan/import-actions.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

async function planned() {
  const begun = await startedAssessment();
  const { services, lead, id: assessmentId } = begun;
  const added = await addAction(services, lead, { assessmentId, action: draftOf({}) });
  if (!added.ok) throw new Error(added.problem.code);
  const { id } = added.value;
  const actions = async () => (await assessmentView(services, lead, assessmentId))?.actions ?? [];
  return { ...begun, assessmentId, actionId: id, actions };
}

describe('a spreadsheet brought back', () => {
  test('changes and adds actions in one, and the trail says so once', async () => {
    const { services, lead, assessmentId, actionId, actions, trail } = await planned();
    const rows = [
      { id: actionId, version: 1, action: draftOf({ owner: 'Siân' }) },
      { id: null, version: null, action: draftOf({ objective: 'Second' }) },
    ];
    const result = await importActions(services, lead, { assessmentId, rows });
    expect(result).toEqual({ ok: true, value: { added: 1, changed: 1 } });
    expect(await actions()).toMatchObject([
      { owner: 'Siân', version: 2, position: 0 },
      { objective: 'Second', version: 1, position: 1 },
    ]);
    expect((await trail()).map(({ event }) => event)).toEqual(['action-added', 'actions-imported']);
  });

  test('does nothing at all where one action changed since the preview', async () => {
    const { services, lead, colleague, assessmentId, actionId, actions } = await planned();
    const command = { assessmentId, actionId, readVersion: 1, action: draftOf({ owner: 'Siân' }) };
    await changeAction(services, colleague, command);
    const rows = [
      { id: null, version: null, action: draftOf({ objective: 'Second' }) },
      { id: actionId, version: 1, action: draftOf({ owner: 'Nia' }) },
    ];
    expect(await importActions(services, lead, { assessmentId, rows })).toEqual({
      ok: false,
      problem: { code: 'plan-changed-meanwhile' },
    });
    expect(await actions()).toMatchObject([{ owner: 'Siân' }]);
  });

  test('of two at once one is applied', async () => {
    const { services, lead, colleague, assessmentId, actionId } = await planned();
    const rows = (owner: string) => [{ id: actionId, version: 1, action: draftOf({ owner }) }];
    const results = await Promise.all([
      importActions(services, lead, { assessmentId, rows: rows('Nia') }),
      importActions(services, colleague, { assessmentId, rows: rows('Siân') }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is checked again, and names no action of another plan', async () => {
    const { services, lead, assessmentId, trail } = await planned();
    const wrong = [{ id: null, version: null, action: draftOf({ objective: '' }) }];
    expect(await importActions(services, lead, { assessmentId, rows: wrong })).toMatchObject({
      problem: { code: 'not-valid' },
    });
    const foreign = [{ id: 'elsewhere', version: 1, action: draftOf({}) }];
    expect(await importActions(services, lead, { assessmentId, rows: foreign })).toMatchObject({
      problem: { code: 'plan-changed-meanwhile' },
    });
    expect(await trail()).toHaveLength(1);
  });

  test.each(REFUSED)('is refused to %s', async (_, actor, code) => {
    const { services, assessmentId } = await planned();
    const rows = [{ id: null, version: null, action: draftOf({}) }];
    expect(await importActions(services, actor, { assessmentId, rows })).toEqual({
      ok: false,
      problem: { code },
    });
  });
});
