import { describe, expect, test } from 'vitest';
import { decideAdding, decideChanging, decideImport } from '#app/domain/plan/decide-action.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'G1' }] });
const action = draftOf({});

const planOf = (length: number) =>
  Array.from({ length }, (_, at) => ({ id: `a${at}`, version: 1, position: at * 2 }));

const full = { ok: false, problem: { code: 'too-many-actions', most: 300 } };
const notValid = { ok: false, problem: { code: 'not-valid' } };

describe('adding an action', () => {
  test('it comes last, and carries on only what is a number of an action', () => {
    expect(decideAdding(charter, planOf(3), { action, carries: '12' })).toMatchObject({
      value: { position: 5, carries: '12' },
    });
    for (const carries of [null, '0', 'x1']) {
      expect(decideAdding(charter, [], { action, carries })).toMatchObject({
        value: { position: 0, carries: null },
      });
    }
  });

  test('is refused where a field is wrong, or the plan is full', () => {
    const wrong = { action: draftOf({ objective: '' }), carries: null };
    expect(decideAdding(charter, [], wrong)).toMatchObject(notValid);
    expect(decideAdding(charter, planOf(299), { action, carries: null }).ok).toBe(true);
    expect(decideAdding(charter, planOf(300), { action, carries: null })).toEqual(full);
  });
});

test('changing an action to what it is already changes nothing', () => {
  const saved = decideAdding(charter, [], { action, carries: null });
  if (!saved.ok) throw new Error(saved.problem.code);
  const { fields } = saved.value;
  expect(decideChanging(charter, fields, action)).toEqual({ ok: true, value: null });
  expect(decideChanging(charter, fields, draftOf({ owner: 'Chief nurse' }))).toMatchObject({
    value: { owner: 'Chief nurse' },
  });
  expect(decideChanging(charter, fields, draftOf({ objective: '' }))).toMatchObject(notValid);
});

describe('rows of a file', () => {
  const added = { id: null, version: null, action };
  const changed = { id: 'a1', version: 1, action };

  test('add and change, all at once', () => {
    expect(decideImport(charter, planOf(2), [added, changed])).toMatchObject({
      ok: true,
      value: {
        added: [{ objective: action.objective }],
        changed: [{ saved: { id: 'a1' }, fields: { objective: action.objective } }],
      },
    });
  });

  test('are all refused where one is wrong, too many or of an earlier version', () => {
    const wrong = { ...added, action: draftOf({ objective: '' }) };
    expect(decideImport(charter, planOf(2), [added, wrong])).toMatchObject(notValid);
    expect(decideImport(charter, planOf(299), [added, added])).toEqual(full);
    for (const parts of [{ version: 2 }, { version: null }, { id: 'gone' }]) {
      expect(decideImport(charter, planOf(2), [added, { ...changed, ...parts }])).toEqual({
        ok: false,
        problem: { code: 'plan-changed-meanwhile' },
      });
    }
  });
});
