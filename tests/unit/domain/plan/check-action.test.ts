import { describe, expect, test } from 'vitest';
import { type ActionDraft, checkAction } from '#app/domain/plan/check-action.ts';
import { draftOf } from '#tests/support/action-draft.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'G1' }, { id: 'G2' }] });

describe('an action', () => {
  test('is kept without space around texts, blank steps and repeated criteria', () => {
    const draft = draftOf({
      objective: '  Name a sponsor\r\n',
      criteria: ['G2', 'G1', 'G2'],
      steps: ['', ' Ask ', '\n'],
      startOn: ' ',
      dueOn: null,
    });
    expect(checkAction(draft, charter)).toEqual({
      ok: true,
      value: {
        ...draft,
        objective: 'Name a sponsor',
        criteria: ['G2', 'G1'],
        steps: ['Ask'],
        startOn: null,
      },
    });
  });

  test.each<[string, Partial<ActionDraft>, readonly unknown[]]>([
    ['needs an objective', { objective: ' ' }, [{ field: 'objective', code: 'required' }]],
    [
      'has an objective of one line or a few',
      { objective: 'x'.repeat(301) },
      [{ field: 'objective', code: 'too-long', most: 300 }],
    ],
    [
      'fits on a page',
      {
        reason: 'x'.repeat(2_001),
        owner: 'x'.repeat(201),
        resources: 'x'.repeat(2_001),
        successMeasure: 'x'.repeat(2_001),
      },
      [
        { field: 'reason', code: 'too-long', most: 2_000 },
        { field: 'owner', code: 'too-long', most: 200 },
        { field: 'resources', code: 'too-long', most: 2_000 },
        { field: 'successMeasure', code: 'too-long', most: 2_000 },
      ],
    ],
    [
      'has at most thirty steps',
      { steps: Array.from({ length: 31 }, () => 'Ask') },
      [{ field: 'steps', code: 'too-many', most: 30 }],
    ],
    [
      'has short steps',
      { steps: ['x'.repeat(501)] },
      [{ field: 'steps', code: 'too-long', most: 500 }],
    ],
    [
      'names criteria of the charter',
      { criteria: ['G1', 'g1', '__proto__'] },
      [
        { field: 'criteria', code: 'not-listed', value: 'g1' },
        { field: 'criteria', code: 'not-listed', value: '__proto__' },
      ],
    ],
    [
      'has real dates',
      { startOn: '2027-02-29', dueOn: '31 March 2027' },
      [
        { field: 'startOn', code: 'not-a-date' },
        { field: 'dueOn', code: 'not-a-date' },
      ],
    ],
    [
      'has dates that someone can check',
      { startOn: '0000-00-ongoing', dueOn: 'TBC' },
      [
        { field: 'startOn', code: 'open-ended' },
        { field: 'dueOn', code: 'open-ended' },
      ],
    ],
    [
      'has milestones with a day and a text, each told of in its row',
      {
        milestones: [
          { on: ' ', text: ' ', done: true },
          { on: '2027-02-30', text: 'x'.repeat(301), done: false },
          { on: null, text: 'The board agrees', done: false },
          { on: 'ongoing', text: '', done: false },
        ],
      },
      [
        { field: 'milestone-1-on', code: 'not-a-date' },
        { field: 'milestone-1-text', code: 'too-long', most: 300 },
        { field: 'milestone-2-on', code: 'required' },
        { field: 'milestone-3-on', code: 'open-ended' },
        { field: 'milestone-3-text', code: 'required' },
      ],
    ],
    [
      'has at most twenty milestones',
      {
        milestones: Array.from({ length: 21 }, () => ({
          on: '2027-01-01',
          text: 'Done',
          done: true,
        })),
      },
      [{ field: 'milestones', code: 'too-many', most: 20 }],
    ],
    [
      'is not due before it starts',
      { startOn: '2027-04-02', dueOn: '2027-04-01' },
      [{ field: 'dueOn', code: 'before-start' }],
    ],
    [
      'has a priority and a status from the lists',
      { priority: 'HIGH', status: 'constructor' },
      [
        { field: 'priority', code: 'not-listed', value: 'HIGH' },
        { field: 'status', code: 'not-listed', value: 'constructor' },
      ],
    ],
  ])('%s', (_, parts, problem) => {
    expect(checkAction(draftOf(parts), charter)).toEqual({ ok: false, problem });
  });

  test('keeps its milestones in the order of their days', () => {
    const [late, early] = [
      { on: '2027-09-01', text: 'Second', done: false },
      { on: '2027-05-01', text: 'First', done: true },
    ];
    const blank = { on: null, text: '', done: false };
    expect(checkAction(draftOf({ milestones: [late, blank, early] }), charter)).toMatchObject({
      ok: true,
      value: { milestones: [early, late] },
    });
  });

  test('may be due on the day that it starts, and needs no dates', () => {
    for (const parts of [
      { startOn: '2028-02-29', dueOn: '2028-02-29' },
      { startOn: null, dueOn: null },
      { startOn: null, dueOn: '2027-01-01' },
    ]) {
      expect(checkAction(draftOf(parts), charter)).toMatchObject({ ok: true });
    }
  });
});
