import { describe, expect, test } from 'vitest';
import type { Action } from '#app/domain/plan/action.ts';
import { planWarnings } from '#app/domain/plan/warnings.ts';
import { EMPTY_ACTION } from '#app/domain/plan/per-field.ts';
import { addMonths } from '#app/domain/calendar-entries.ts';

const today = '2027-03-01';

/** An action that nobody would turn down, with the given parts instead. */
function actionOf(parts: Partial<Action>, index = 0): Action {
  return {
    ...EMPTY_ACTION,
    id: `a${index}`,
    criteria: ['G1'],
    objective: 'Roster one hour a month for every pair',
    owner: `Person ${index}`,
    startOn: '2027-04-01',
    dueOn: addMonths('2027-06-30', index),
    successMeasure: '80% of meetings held',
    carries: null,
    ...parts,
  };
}

function codesOf(...parts: readonly Partial<Action>[]): readonly string[] {
  const actions = parts.map((part, index) => actionOf(part, index));
  return planWarnings({ actions, gaps: [], today }).map(({ code }) => code);
}

describe('a panel says nothing', () => {
  test('of a plan that is specific, measured, dated and shared out', () => {
    expect(codesOf({}, {}, {}, {}, {})).toEqual([]);
  });

  test('of a plan that is still empty, gaps or not', () => {
    expect(planWarnings({ actions: [], gaps: ['G2'], today })).toEqual([]);
  });
});

describe('a panel minds', () => {
  test.each<[string, Partial<Action>, string]>([
    ['no success measure', { successMeasure: '' }, 'no-measure'],
    ['words alone', { successMeasure: 'Staff feel better supported' }, 'measure-without-figure'],
    ['no criterion', { criteria: [] }, 'no-criterion'],
    ['an objective that reviews', { objective: 'Review the policy' }, 'too-much-reviewing'],
    ['an objective that explores', { objective: 'To explore options' }, 'too-much-reviewing'],
    ['over a year without milestones', { dueOn: '2028-04-02' }, 'long-without-milestones'],
    ['a start in the past', { startOn: '2027-02-28' }, 'not-started-in-time'],
    ['a due date in the past', { startOn: null, dueOn: '2027-02-28' }, 'not-started-in-time'],
  ])('%s', (_, parts, code) => {
    expect(codesOf(parts)).toEqual([code]);
  });

  test.each<[string, Partial<Action>]>([
    ['a figure in words', { successMeasure: 'All eleven members have the time' }],
    ['a month', { successMeasure: 'Published by the end of March' }],
    ['a target with a figure', { successMeasure: 'More meetings are held', target: '80%' }],
    ['a target and no measure', { successMeasure: '', target: '8 in 10' }],
    ['exactly a year', { dueOn: '2028-04-01' }],
    [
      'over a year with a milestone',
      {
        dueOn: '2028-04-02',
        milestones: [{ on: '2027-09-01', text: 'Half of the wards', done: false }],
      },
    ],
    ['a start in the past that was made', { startOn: '2027-02-28', status: 'on-track' }],
    ['a start today', { startOn: today }],
    ['reviewing later in the objective', { objective: 'Act on the review of 2026' }],
  ])('not %s', (_, parts) => {
    expect(codesOf(parts)).toEqual([]);
  });

  test('gaps on the way that no action is for', () => {
    expect(planWarnings({ actions: [actionOf({})], gaps: ['G2', 'M4'], today })).toEqual([
      { code: 'gap-without-action', criteria: ['G2', 'M4'] },
    ]);
  });

  test('three of five owned by one person, whatever stands after the comma', () => {
    const owners = ['Nia Rees, coordinator', 'nia rees', 'Nia Rees , lead', 'Siân', ''];
    const actions = owners.map((owner, index) => actionOf({ owner }, index));
    expect(planWarnings({ actions, gaps: [], today })).toEqual([
      { code: 'one-owner', owner: 'Nia Rees', actions: ['a0', 'a1', 'a2'], of: 5 },
    ]);
  });

  test('not three of six, and not all of four', () => {
    const nia = { owner: 'Nia Rees' };
    expect(codesOf(nia, nia, nia, {}, {}, {})).toEqual([]);
    expect(codesOf(nia, nia, nia, nia)).toEqual([]);
  });

  test('everything due in the last quarter of a plan of a year or more', () => {
    const late = { dueOn: '2028-03-31', milestones: [{ on: today, text: 'Begun', done: true }] };
    const earlier = { ...late, dueOn: '2027-12-31' };
    expect(codesOf(late, late, late, earlier)).toEqual([]);
    const first = { ...late, startOn: '2027-03-31' };
    expect(codesOf(first, late, late, earlier)).toEqual(['all-due-at-the-end']);
    expect(codesOf(first, late, late, { ...late, dueOn: '2027-12-30' })).toEqual([]);
    expect(codesOf(first, late, late)).toEqual([]);
  });

  test('one objective in four that reviews, not one in five', () => {
    const reviewing = { objective: 'Consider a scheme' };
    expect(codesOf(reviewing, {}, {}, {})).toEqual(['too-much-reviewing']);
    expect(codesOf(reviewing, {}, {}, {}, {})).toEqual([]);
  });
});
