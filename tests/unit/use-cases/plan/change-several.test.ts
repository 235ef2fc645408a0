import { describe, expect, test } from 'vitest';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { changeSeveral } from '#app/use-cases/plan/change-several.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { REFUSED, startedAssessment } from '#tests/support/started-assessment.ts';

async function planned() {
  const begun = await startedAssessment();
  const { services, lead, id: assessmentId } = begun;
  const ids: string[] = [];
  for (const parts of [
    { objective: 'First', owner: 'Ana', startOn: '2027-03-01', dueOn: '2027-06-30' },
    { objective: 'Second', owner: 'Siân', startOn: '2027-09-01', dueOn: '2027-12-31' },
    { objective: 'Third', owner: 'Siân' },
  ]) {
    const added = await addAction(services, lead, { assessmentId, action: draftOf(parts) });
    if (!added.ok) throw new Error(added.problem.code);
    ids.push(added.value.id);
  }
  const actions = async () => (await assessmentView(services, lead, assessmentId))?.actions ?? [];
  const change = (chosen: readonly string[], parts: object, actor = lead) =>
    changeSeveral(services, actor, { assessmentId, chosen, change: parts });
  return { ...begun, assessmentId, ids, actions, change };
}

describe('several actions', () => {
  test('are changed in one, each in what was given alone, and the trail says so once', async () => {
    const { ids, actions, change, trail } = await planned();
    const [first = '', second = ''] = ids;
    const result = await change([first, second, 'gone'], { owner: ' Siân ', status: 'on-track' });
    expect(result).toEqual({ ok: true, value: { changed: 2 } });
    expect(await actions()).toMatchObject([
      { objective: 'First', owner: 'Siân', status: 'on-track', dueOn: '2027-06-30', version: 2 },
      { objective: 'Second', owner: 'Siân', status: 'on-track', dueOn: '2027-12-31', version: 2 },
      { objective: 'Third', owner: 'Siân', status: 'not-started', version: 1 },
    ]);
    expect((await trail()).map(({ event }) => event).slice(3)).toEqual(['actions-changed']);
  });

  test('that are so already stay as they are', async () => {
    const { ids, actions, change, trail } = await planned();
    expect(await change(ids.slice(1), { owner: 'Siân' })).toEqual({
      ok: true,
      value: { changed: 0 },
    });
    expect((await actions()).map(({ version }) => version)).toEqual([1, 1, 1]);
    expect(await trail()).toHaveLength(3);
  });

  test('are all left where one of them would not be valid, and that one is named', async () => {
    const { ids, actions, change } = await planned();
    // The second begins later than that.
    expect(await change(ids, { dueOn: '2027-08-31' })).toMatchObject({
      problem: { code: 'action-not-valid', number: 2 },
    });
    expect(await change(ids, { owner: 'x'.repeat(201) })).toMatchObject({
      problem: { code: 'action-not-valid', number: 1 },
    });
    expect(await change(ids, { status: 'nearly' })).toMatchObject({
      problem: { code: 'action-not-valid' },
    });
    expect((await actions()).map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  test('are asked for, and what is to change', async () => {
    const { ids, change } = await planned();
    expect(await change(['gone'], { owner: 'Ana' })).toMatchObject({
      problem: { code: 'no-actions-chosen' },
    });
    const nothing = { owner: ' ', dueOn: null, priority: '' };
    expect(await change(ids, nothing)).toMatchObject({ problem: { code: 'no-field-changed' } });
  });

  test.each(REFUSED)('%s cannot change them', async (_, actor, code) => {
    const { ids, change, actions } = await planned();
    expect(await change(ids, { owner: 'Ana' }, actor)).toMatchObject({ problem: { code } });
    expect((await actions()).map(({ version }) => version)).toEqual([1, 1, 1]);
  });
});
