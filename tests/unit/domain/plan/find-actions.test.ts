import { describe, expect, test } from 'vitest';
import { findActions, PLAN_STATES, planFilterOf } from '#app/domain/plan/find-actions.ts';
import { ANY, type FindQuery, isEverything } from '#app/domain/search-terms.ts';

const TODAY = '2027-03-10';
const plain = {
  reason: '',
  steps: [],
  owner: '',
  successMeasure: '',
  status: 'not-started',
  dueOn: null,
  criteria: [],
} as const;
const ACTIONS = [
  {
    ...plain,
    id: 'sponsor',
    objective: 'Name a board sponsor',
    owner: 'Siân O’Dowd',
    status: 'complete',
    // Done: no day makes it late.
    dueOn: '2027-01-01',
    criteria: ['G1'],
  },
  {
    ...plain,
    id: 'café',
    objective: 'Open a mentors’ café',
    reason: 'Nobody meets.',
    steps: ['Find a room'],
    owner: 'Ama Mensah',
    status: 'at-risk',
    dueOn: '2027-03-09',
  },
  // Its last day is not over.
  {
    ...plain,
    id: 'survey',
    objective: 'Ask everybody',
    status: 'on-track',
    dueOn: TODAY,
    successMeasure: 'Half of them answer',
  },
  { ...plain, id: 'undated', objective: 'Think about it' },
] as const;

const found = (parts: Partial<FindQuery>) =>
  findActions(ACTIONS, planFilterOf({ ...ANY, ...parts }), TODAY).map(({ id }) => id);

test('nothing asked for is the whole plan', () => {
  expect(isEverything(planFilterOf(ANY))).toBe(true);
  expect(found({})).toEqual(ACTIONS.map(({ id }) => id));
});

describe('words', () => {
  test.each<[string, readonly string[]]>([
    ['sponsor', ['sponsor']],
    ['G1', ['sponsor']],
    ['cafe', ['café']],
    ['room meets', ['café']],
    ['half answer', ['survey']],
    ['mensah', ['café']],
    ['"board sponsor" g1', ['sponsor']],
    ['penguins', []],
  ])('%s', (find, ids) => {
    expect(found({ find })).toEqual(ids);
  });
});

describe('status', () => {
  const OF: Readonly<Record<(typeof PLAN_STATES)[number], readonly string[]>> = {
    open: ['café', 'survey', 'undated'],
    overdue: ['café'],
    'not-started': ['undated'],
    'on-track': ['survey'],
    'at-risk': ['café'],
    'off-track': [],
    complete: ['sponsor'],
  };

  test.each(PLAN_STATES)('%s, chosen and typed', (state) => {
    expect(found({ state })).toEqual(OF[state]);
    expect(found({ find: `state:${state}` })).toEqual(OF[state]);
    expect(found({ find: `state:"${state.replace('-', ' ')}"` })).toEqual(OF[state]);
  });

  test('that is none is told, and nothing is found by it', () => {
    expect(planFilterOf({ ...ANY, find: 'state:done' }).unknown).toEqual(['done']);
    expect(found({ find: 'state:done' })).toEqual([]);
  });
});

test('an owner, by a part of the name', () => {
  expect(found({ person: 'Siân O’Dowd' })).toEqual(['sponsor']);
  expect(found({ find: 'person:ama' })).toEqual(['café']);
  expect(found({ find: 'person:ama', state: 'complete' })).toEqual([]);
});
