import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionStatus } from '#app/domain/plan/action.ts';
import { boardColumn, planTotals } from '#app/domain/plan/plan-totals.ts';

const TODAY = '2027-03-15';

const action = (owner: string, dueOn: string | null, status: ActionStatus = 'on-track') => ({
  owner,
  dueOn,
  status,
});

describe('the totals of a plan', () => {
  test('by owner, nobody last, and by quarter of the calendar, no date last', () => {
    const plan = [
      action('Siân Rees', '2027-04-01'),
      action('', null),
      action('Ana O’Neill', '2027-03-14'),
      action('Siân Rees', '2026-12-31', 'complete'),
      action('Ana O’Neill', '2027-03-15', 'at-risk'),
      action('Ana O’Neill', '2027-06-30', 'complete'),
    ];
    expect(planTotals(plan, TODAY)).toEqual({
      owners: [
        { owner: 'Ana O’Neill', all: 3, complete: 1, overdue: 1 },
        { owner: 'Siân Rees', all: 2, complete: 1, overdue: 0 },
        { owner: '', all: 1, complete: 0, overdue: 0 },
      ],
      quarters: [
        { quarter: { year: 2026, quarter: 4 }, all: 1, complete: 1, overdue: 0 },
        { quarter: { year: 2027, quarter: 1 }, all: 2, complete: 0, overdue: 1 },
        { quarter: { year: 2027, quarter: 2 }, all: 2, complete: 1, overdue: 0 },
        { quarter: null, all: 1, complete: 0, overdue: 0 },
      ],
    });
  });

  test('count every action once on either side, whatever the plan is', () => {
    const actions = fc.array(
      fc.record({
        owner: fc.constantFrom('', 'A', 'B', 'C'),
        dueOn: fc.constantFrom(null, '2026-01-31', '2026-12-01', '2027-02-28', '2027-10-01'),
        status: fc.constantFrom<ActionStatus[]>('not-started', 'on-track', 'off-track', 'complete'),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(actions, (plan) => {
        const late = plan.filter(
          ({ dueOn, status }) => dueOn !== null && dueOn < TODAY && status !== 'complete',
        );
        for (const rows of Object.values(planTotals(plan, TODAY))) {
          const sum = (field: 'all' | 'complete' | 'overdue') =>
            rows.reduce((total, row) => total + row[field], 0);
          expect(sum('all')).toBe(plan.length);
          expect(sum('overdue')).toBe(late.length);
          expect(sum('complete')).toBe(plan.filter(({ status }) => status === 'complete').length);
        }
      }),
    );
  });
});

test.each<[ActionStatus, string]>([
  ['not-started', 'not-started'],
  ['on-track', 'under-way'],
  ['at-risk', 'under-way'],
  ['off-track', 'under-way'],
  ['complete', 'complete'],
])('an action that is %s stands in the column %s', (status, column) => {
  expect(boardColumn({ status })).toBe(column);
});
