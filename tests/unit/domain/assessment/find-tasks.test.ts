import { describe, expect, test } from 'vitest';
import {
  isLookedFor,
  type Task,
  TASK_STATES,
  taskFilterOf,
} from '#app/domain/assessment/find-tasks.ts';
import { type FindQuery, isEverything } from '#app/domain/search-terms.ts';

const TASK: Task = {
  state: 'in-progress',
  review: false,
  required: false,
  answerReview: null,
  isLate: false,
  openComments: 0,
  names: ['Siân O’Dowd', 'Ama Mensah'],
  isMine: false,
  texts: ['G2', 'Networks that open doors', 'Openness', 'Our café for mentors meets monthly.'],
};

const asked = (parts: Partial<FindQuery>) =>
  taskFilterOf({ find: '', state: '', person: '', ...parts });
const finds = (parts: Partial<FindQuery>, task: Partial<Task> = {}) =>
  isLookedFor({ ...TASK, ...task }, asked(parts));

test('nothing asked for is everything', () => {
  expect(isEverything(asked({ find: '  ' }))).toBe(true);
  expect(finds({})).toBe(true);
  for (const parts of [{ find: 'x' }, { state: 'open' }, { person: 'me' }, { find: 'state:x' }])
    expect(isEverything(asked(parts))).toBe(false);
});

describe('words', () => {
  test.each([
    ['networks', true],
    ['NETWORKS doors', true],
    ['doors networks', true],
    ['"open doors"', true],
    ['"doors open"', false],
    ['"open doors', true],
    ['cafe monthly', true],
    ['cafe weekly', false],
    ['g2', true],
    ['openness', true],
    ['state', false],
    ['http://example.org', false],
  ])('%s', (find, is) => {
    expect(finds({ find })).toBe(is);
  });
});

describe('state', () => {
  const OF: Readonly<Record<(typeof TASK_STATES)[number], Partial<Task>>> = {
    open: { state: 'not-started' },
    'not-started': { state: 'not-started' },
    'in-progress': { state: 'in-progress' },
    'needs-evidence': { state: 'needs-evidence' },
    ready: { state: 'ready' },
    'does-not-apply': { state: 'does-not-apply' },
    'look-again': { review: true },
    required: { required: true },
    comments: { openComments: 1 },
    'in-review': { answerReview: 'in-review' },
    agreed: { answerReview: 'agreed' },
    'sent-back': { answerReview: 'sent-back' },
    late: { isLate: true },
  };

  test.each(TASK_STATES)('%s is found chosen and typed, and no other is', (state) => {
    const other: Partial<Task> = { state: state === 'ready' ? 'in-progress' : 'ready' };
    for (const parts of [{ state }, { find: `state:${state}` }, { find: `STATE:"${state}"` }]) {
      expect(finds(parts, OF[state])).toBe(true);
      expect(finds(parts, other)).toBe(false);
    }
  });

  test('in two words is the same', () => {
    expect(finds({ find: 'state:"not started"' }, { state: 'not-started' })).toBe(true);
  });

  test('that is none is told, and nothing is found by it', () => {
    const filter = asked({ find: 'state:done', state: '<b>' });
    expect(filter.unknown).toEqual(['done', '<b>']);
    expect(isLookedFor(TASK, filter)).toBe(false);
  });

  test('chosen and typed have both to hold', () => {
    const parts = { find: 'state:comments', state: 'open' };
    expect(finds(parts)).toBe(false);
    expect(finds(parts, { openComments: 2 })).toBe(true);
    expect(finds(parts, { openComments: 2, state: 'ready' })).toBe(false);
  });
});

describe('person', () => {
  test.each([
    ['sian', true],
    ['Ama Mensah', true],
    ['mensah', true],
    ['dai', false],
    ['me', false],
    ['nobody', false],
  ])('%s', (person, is) => {
    expect(finds({ person })).toBe(is);
    expect(finds({ find: `person:"${person}"` })).toBe(is);
  });

  test('me and nobody', () => {
    expect(finds({ person: 'me' }, { isMine: true })).toBe(true);
    expect(finds({ person: 'nobody' }, { names: [] })).toBe(true);
  });

  test('may stand apart from what it is asked with', () => {
    expect(finds({ find: 'person: mensah networks' })).toBe(true);
    expect(finds({ find: 'person: networks' })).toBe(false);
  });
});
