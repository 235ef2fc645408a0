import { describe, expect, test } from 'vitest';
import { checkComing, whoGoes } from '#app/domain/review/seat-change.ts';
import type { Standing } from '#app/domain/review/standing.ts';

const NOW = '2027-03-10T09:00:00.000Z';
const LATER = '2027-03-10T09:00:00.001Z';

const member = (userId: string, standing: Standing, parts: object = {}) => ({
  userId,
  seat: 'reviewer',
  statistics: false,
  standing,
  ...parts,
});
const rating = (sealed: boolean): Standing => ({ kind: 'cleared', seat: 'reviewer', sealed });
const refusal = (problem: object) => ({ ok: false, problem });

describe('whose seat may be taken', () => {
  const members = [
    member('late', rating(false)),
    member('sealed', rating(true)),
    member('gone', { kind: 'left' }),
    member('out', { kind: 'replaced' }),
    member('looks', { kind: 'cleared', seat: 'observer', sealed: false }, { seat: 'observer' }),
  ];
  const facts = { members, phase: 'rating', ratingsDueAt: NOW, now: NOW } as const;

  test('that of who has not sealed when ratings are due', () => {
    expect(whoGoes('late', facts)).toMatchObject({ ok: true, value: { userId: 'late' } });
    for (const until of [LATER, null]) {
      expect(whoGoes('late', { ...facts, ratingsDueAt: until })).toEqual(
        refusal({ code: 'ratings-not-due', until }),
      );
    }
  });

  test('that of who takes no part any more, at any time', () => {
    expect(whoGoes('gone', { ...facts, ratingsDueAt: null }).ok).toBe(true);
  });

  test.each([
    ['sealed', 'has-sealed'],
    ['out', 'no-such-member'],
    ['looks', 'no-such-member'],
    ['nobody', 'no-such-member'],
  ])('not that of %s', (id, code) => {
    expect(whoGoes(id, facts)).toEqual(refusal({ code }));
  });

  test('nobody’s once the discussion is open', () => {
    expect(whoGoes('late', { ...facts, phase: 'discussion' })).toEqual(
      refusal({ code: 'wrong-phase', phase: 'discussion' }),
    );
  });
});

describe('who may take a seat', () => {
  const gone = member('late', rating(false), { statistics: true });
  const facts = {
    userId: 'new',
    statistics: true,
    gone,
    members: [gone, member('sealed', rating(true)), member('out', { kind: 'replaced' })],
    candidates: [
      { id: 'new', role: 'reviewer' },
      { id: 'head', role: 'panel-chair' },
    ],
    hasConflict: false,
  };

  test('a candidate without a conflict, where somebody can read statistics', () => {
    expect(checkComing(facts)).toEqual({ ok: true, value: null });
    expect(checkComing({ ...facts, statistics: false })).toEqual(
      refusal({ code: 'statistics-needed' }),
    );
    const reads = member('reads', rating(true), { statistics: true });
    const members = [...facts.members, reads];
    expect(checkComing({ ...facts, statistics: false, members }).ok).toBe(true);
  });

  test('a chair’s seat is taken by a chair alone', () => {
    const chair = { ...facts, gone: { ...gone, seat: 'chair' } };
    expect(checkComing(chair)).toEqual(refusal({ code: 'no-candidate' }));
    expect(checkComing({ ...chair, userId: 'head' }).ok).toBe(true);
  });

  test.each([
    ['sits-already', { userId: 'sealed' }],
    ['was-replaced', { userId: 'out' }],
    ['no-candidate', { userId: 'stranger' }],
    ['conflict-found', { hasConflict: true }],
  ])('%s is refused', (code, parts) => {
    expect(checkComing({ ...facts, ...parts })).toEqual(refusal({ code }));
  });
});
