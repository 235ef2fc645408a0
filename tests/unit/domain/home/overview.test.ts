import { describe, expect, test } from 'vitest';
import {
  changeInTenths,
  inOverview,
  OVERVIEW_SORTS,
  type OverviewFacts,
  type OverviewQuery,
  overviewState,
} from '#app/domain/home/overview.ts';

function row(department: string, parts: Partial<OverviewFacts> = {}): OverviewFacts {
  return {
    department,
    name: '',
    charter: 'Mentoring charter, version 1.0.0',
    state: 'draft',
    level: 0,
    overall: null,
    coverage: null,
    dueOn: null,
    plan: { done: 0, all: 0, overdue: 0 },
    ...parts,
  };
}

const out = (percent: number) => ({ points: percent, available: 100 });

const ROWS = [
  row('Therapies', {
    state: 'submitted',
    level: 2,
    overall: out(61),
    coverage: out(100),
    plan: { done: 1, all: 4, overdue: 1 },
  }),
  row('Pharmacy', { state: 'none' }),
  row('Maternity', {
    name: 'Second attempt',
    state: 'draft',
    level: 0,
    // 2 of 3 is more than 61 of 100.
    overall: { points: 2, available: 3 },
    coverage: out(40),
    dueOn: '2027-02-26',
    plan: { done: 3, all: 4, overdue: 0 },
  }),
  row('Audiologie à Émile', {
    state: 'signed',
    level: 1,
    overall: out(0),
    coverage: out(70),
    dueOn: '2027-01-12',
  }),
];

const asked = (parts: Partial<OverviewQuery>) =>
  inOverview(ROWS, { text: '', state: '', sort: 'department', ...parts }).map(
    ({ department }) => department,
  );

describe('the order', () => {
  test.each<[OverviewQuery['sort'], readonly string[]]>([
    ['department', ['Audiologie à Émile', 'Maternity', 'Pharmacy', 'Therapies']],
    ['state', ['Pharmacy', 'Maternity', 'Audiologie à Émile', 'Therapies']],
    ['level', ['Therapies', 'Audiologie à Émile', 'Maternity', 'Pharmacy']],
    ['score', ['Maternity', 'Therapies', 'Audiologie à Émile', 'Pharmacy']],
    ['coverage', ['Therapies', 'Audiologie à Émile', 'Maternity', 'Pharmacy']],
    ['deadline', ['Audiologie à Émile', 'Maternity', 'Pharmacy', 'Therapies']],
    ['plan', ['Maternity', 'Therapies', 'Audiologie à Émile', 'Pharmacy']],
  ])('by %s', (sort, departments) => {
    expect(asked({ sort })).toEqual(departments);
  });

  test('loses no row and makes none', () => {
    for (const sort of OVERVIEW_SORTS) expect(asked({ sort })).toHaveLength(ROWS.length);
  });
});

describe('the filter', () => {
  test.each<[Partial<OverviewQuery>, readonly string[]]>([
    [{ state: 'draft' }, ['Maternity']],
    [{ state: 'none' }, ['Pharmacy']],
    [{ text: 'emile' }, ['Audiologie à Émile']],
    [{ text: 'ATTEMPT second' }, ['Maternity']],
    [{ text: 'version 1.0.0', state: 'signed' }, ['Audiologie à Émile']],
    [{ text: 'Maternity', state: 'signed' }, []],
  ])('%o', (parts, departments) => {
    expect(asked(parts)).toEqual(departments);
  });
});

describe('the state', () => {
  const draft = { state: 'draft', asked: null, isRevised: false, decided: null } as const;
  test.each([
    ['draft', {}],
    ['waiting', { asked: 'waiting' }],
    ['sent-back', { asked: 'sent-back' }],
    ['revisions', { isRevised: true }],
    // Revised and asked for: the signature is what is waited for.
    ['waiting', { asked: 'waiting', isRevised: true }],
    ['signed', { state: 'signed-off' }],
    ['submitted', { state: 'submitted' }],
    ['revisions', { state: 'submitted', isRevised: true, decided: 'other' }],
    ['decided', { state: 'submitted', decided: 'other' }],
    ['awarded', { state: 'submitted', decided: 'award' }],
  ] as const)('%s', (state, parts) => {
    expect(overviewState({ ...draft, ...parts })).toBe(state);
  });
});

test('a change is told in tenths of a percentage point', () => {
  expect(changeInTenths(out(61), out(55))).toBe(60);
  expect(changeInTenths({ points: 1, available: 3 }, { points: 1, available: 2 })).toBe(-167);
  // 42.9% and 42.1%, as they are shown.
  const [now, before] = [4299, 4210].map((points) => ({ points, available: 10_000 }));
  expect(changeInTenths(now ?? null, before ?? null)).toBe(8);
  expect(changeInTenths(out(61), out(61))).toBe(0);
  expect(changeInTenths(null, out(61))).toBeNull();
  expect(changeInTenths(out(61), null)).toBeNull();
  expect(changeInTenths({ points: 0, available: 0 }, out(61))).toBeNull();
});
