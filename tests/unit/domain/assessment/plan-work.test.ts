import { expect, test } from 'vitest';
import { decideWork, type PlanWork } from '#app/domain/assessment/plan-work.ts';

const known = {
  criteria: [
    { id: 'G1', section: 'governance' },
    { id: 'G2', section: 'governance' },
    { id: 'M1', section: 'relationship' },
  ],
  assigned: new Set(['G2']),
  today: '2027-03-01',
};

const decide = (parts: Partial<PlanWork>) => {
  const asked = {
    which: 'ticked',
    ticked: ['M1', 'G1', 'gone'],
    person: 'ana',
    dueOn: '',
    noDay: false,
  };
  const decided = decideWork({ ...asked, ...parts }, known);
  return decided.ok ? decided.value : decided.problem.code;
};

test.each<[Partial<PlanWork>, unknown]>([
  [{}, { criteria: ['G1', 'M1'], person: 'ana', dueOn: undefined }],
  [
    { ticked: [], which: 'governance' },
    { criteria: ['G1', 'G2'], person: 'ana', dueOn: undefined },
  ],
  [
    { ticked: [], which: 'unassigned' },
    { criteria: ['G1', 'M1'], person: 'ana', dueOn: undefined },
  ],
  [
    { person: '', dueOn: '2027-03-05' },
    { criteria: ['G1', 'M1'], person: null, dueOn: '2027-03-05' },
  ],
  [{ noDay: true }, { criteria: ['G1', 'M1'], person: 'ana', dueOn: null }],
  [{ ticked: [] }, 'no-criteria-chosen'],
  [{ ticked: [], which: 'no-such-section' }, 'no-criteria-chosen'],
  [{ person: '' }, 'nothing-to-change'],
  [{ dueOn: '2027-02-30' }, 'due-day-wrong'],
  [{ dueOn: '0099-99-99' }, 'due-day-wrong'],
  [{ dueOn: '2027-02-28' }, 'due-day-past'],
  [{ dueOn: '2027-03-05', noDay: true }, 'due-day-and-none'],
  [{ which: 'governance' }, 'ticked-and-chosen'],
])('%j', (parts, expected) => {
  expect(decide(parts)).toEqual(expected);
});
