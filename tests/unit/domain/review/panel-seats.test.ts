import { expect, test } from 'vitest';
import { checkSeating, checkUnseating } from '#app/domain/review/panel-seats.ts';

const candidates = [
  { id: 'ann', role: 'panel-chair' },
  { id: 'bob', role: 'panel-member' },
];
const empty = { members: [], candidates };
const chair = { userId: 'zoe', seat: 'chair', sits: true };

test('a chair is somebody with that role, and every seat somebody whom panels know', () => {
  expect(checkSeating({ ...empty, userId: 'ann', seat: 'chair' })).toEqual({
    ok: true,
    value: null,
  });
  expect(checkSeating({ ...empty, userId: 'bob', seat: 'reviewer' }).ok).toBe(true);
  for (const one of [
    { userId: 'bob', seat: 'chair' },
    { userId: 'zoe', seat: 'observer' },
  ] as const) {
    const problem = { code: 'no-candidate' };
    expect(checkSeating({ ...empty, ...one })).toEqual({ ok: false, problem });
  }
});

test('a panel has one chair; the seat of one who lost the role is free', () => {
  const ann = { ...empty, userId: 'ann', seat: 'chair' } as const;
  expect(checkSeating({ ...ann, members: [chair] })).toEqual({
    ok: false,
    problem: { code: 'chair-already' },
  });
  expect(checkSeating({ ...ann, members: [{ ...chair, sits: false }] }).ok).toBe(true);
  expect(checkSeating({ ...ann, seat: 'reviewer', members: [chair] }).ok).toBe(true);
});

test('one person has one seat', () => {
  const members = [{ userId: 'ann', seat: 'observer', sits: true }];
  expect(checkSeating({ ...empty, members, userId: 'ann', seat: 'chair' })).toEqual({
    ok: false,
    problem: { code: 'sits-already' },
  });
});

test('whoever sits leaves a panel in which they have not begun', () => {
  const panel = { members: [{ userId: 'ann' }, { userId: 'bob' }], begun: new Set(['bob']) };
  expect(checkUnseating('ann', panel)).toEqual({ ok: true, value: null });
  expect(checkUnseating('bob', panel)).toEqual({ ok: false, problem: { code: 'has-begun' } });
  expect(checkUnseating('zoe', panel)).toEqual({ ok: false, problem: { code: 'not-found' } });
});
