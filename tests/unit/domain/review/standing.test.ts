import { describe, expect, test } from 'vitest';
import { conflictsOf } from '#app/domain/review/interest.ts';
import { gapsIn } from '#app/domain/review/panel-size.ts';
import { isAwaited, type Standing, standingOf } from '#app/domain/review/standing.ts';

const chair = (sealed: boolean): Standing => ({ kind: 'cleared', seat: 'chair', sealed });
const reviewer = (sealed: boolean): Standing => ({ kind: 'cleared', seat: 'reviewer', sealed });
const observer: Standing = { kind: 'cleared', seat: 'observer', sealed: false };

describe('where a member of a panel stands', () => {
  test('whoever was replaced takes no part, whatever else is so', () => {
    for (const [sealed, found] of [
      [true, false],
      [false, false],
      [false, true],
    ] as const) {
      const facts = { seat: 'chair', sits: true, declared: { conflict: false }, replaced: true };
      expect(standingOf({ ...facts, seat: 'chair', sealed, found })).toEqual({ kind: 'replaced' });
    }
  });

  test('a conflict, found or declared, comes before everything else', () => {
    const facts = { seat: 'chair', sealed: true, sits: true } as const;
    expect(standingOf({ ...facts, found: true, declared: { conflict: false } }).kind).toBe(
      'conflicted',
    );
    expect(standingOf({ ...facts, found: false, declared: { conflict: true } }).kind).toBe(
      'conflicted',
    );
    expect(standingOf({ ...facts, found: false, declared: null }).kind).toBe('to-declare');
  });

  test('who loses the role takes no part, except that what they had sealed counts', () => {
    const facts = { seat: 'reviewer', sits: false, found: false } as const;
    const declared = { conflict: false };
    expect(standingOf({ ...facts, declared: null, sealed: false })).toEqual({ kind: 'left' });
    expect(standingOf({ ...facts, declared, sealed: false })).toEqual({ kind: 'left' });
    expect(standingOf({ ...facts, declared, sealed: true })).toEqual(reviewer(true));
    expect(standingOf({ ...facts, found: true, declared, sealed: true }).kind).toBe('conflicted');
  });

  test.each([
    ['who has not declared', { kind: 'to-declare', seat: 'reviewer' }, true],
    ['a reviewer before sealing', reviewer(false), true],
    ['the chair before sealing', chair(false), true],
    ['a reviewer who has sealed', reviewer(true), false],
    ['an observer', observer, false],
    ['an observer who has not declared', { kind: 'to-declare', seat: 'observer' }, false],
    ['who has a conflict', { kind: 'conflicted' }, false],
    ['who is no longer on panels', { kind: 'left' }, false],
  ] as const)('the panel waits for %s: %s', (_, standing, awaited) => {
    expect(isAwaited(standing)).toBe(awaited);
  });
});

describe('SEC-08 conflicts of interest that are found', () => {
  const sponsor = { id: 'sponsor', now: ['northfield'], before: ['harbour'] };
  const find = (now: readonly string[], before: readonly string[]) =>
    conflictsOf({ member: { id: 'me', now, before }, organisation: 'northfield', sponsor });

  test('none for someone from elsewhere', () => {
    expect(find(['riverside'], ['lakeside'])).toEqual([]);
    expect(find([], [])).toEqual([]);
  });

  test('the same organisation, which is the sponsor’s as well', () => {
    expect(find(['northfield'], [])).toEqual(['same-organisation', 'worked-with-sponsor']);
  });

  test('work in the past there', () => {
    expect(find([], ['northfield'])).toEqual(['past-employment', 'worked-with-sponsor']);
  });

  test('an employer shared with the sponsor, now or before', () => {
    expect(find(['harbour'], [])).toEqual(['worked-with-sponsor']);
    expect(find([], ['harbour'])).toEqual(['worked-with-sponsor']);
  });

  test('the sponsor in person', () => {
    const self = { id: 'sponsor', now: [], before: [] };
    expect(conflictsOf({ member: self, organisation: 'northfield', sponsor })).toEqual([
      'worked-with-sponsor',
    ]);
  });
});

describe('a panel', () => {
  const seat = (of: 'chair' | 'reviewer' | 'observer', statistics = false) => ({
    seat: of,
    statistics,
  });

  test('is complete with a chair, the quorum and someone for statistics', () => {
    expect(gapsIn([seat('chair'), seat('reviewer', true), seat('reviewer')], 3)).toEqual([]);
  });

  test('observers fill no gap', () => {
    expect(gapsIn([seat('chair'), seat('reviewer'), seat('observer', true)], 3)).toEqual([
      { code: 'too-few', has: 2, needs: 3 },
      { code: 'no-statistics' },
    ]);
    expect(gapsIn([], 1)).toHaveLength(3);
  });
});
