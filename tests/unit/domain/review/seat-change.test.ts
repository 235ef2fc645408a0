import { describe, expect, test } from 'vitest';
import { checkAskingToGo, checkComing, whoGoes } from '#app/domain/review/seat-change.ts';
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

describe('for whom a chair may ask to be replaced', () => {
  const late = { userId: 'late', seat: 'reviewer' };
  const asking = {
    by: 'chair',
    userId: 'late',
    reason: ' Nothing was heard. ',
    members: [late, { userId: 'looks', seat: 'observer' }, { userId: 'chair', seat: 'chair' }],
    changes: [] as readonly { memberId: string; askedBy: string | null }[],
    ratingsDueAt: NOW,
    now: NOW,
  };

  test('anybody who rates, once ratings are due, with the reason', () => {
    const value = { member: late, before: null, reason: 'Nothing was heard.' };
    expect(checkAskingToGo(asking)).toEqual({ ok: true, value });
  });

  test('a seat that was taken before anybody asked can be asked for afterwards', () => {
    const before = { memberId: 'late', askedBy: null };
    expect(checkAskingToGo({ ...asking, changes: [before] })).toMatchObject({ value: { before } });
  });

  test.each([
    [{ ratingsDueAt: LATER }, { code: 'ratings-not-due', until: LATER }],
    [{ ratingsDueAt: null }, { code: 'ratings-not-due', until: null }],
    [{ userId: 'looks' }, { code: 'no-such-member' }],
    [{ userId: 'nobody' }, { code: 'no-such-member' }],
    [{ userId: 'chair' }, { code: 'no-such-member' }],
    [{ changes: [{ memberId: 'late', askedBy: 'chair' }] }, { code: 'asked-already' }],
    [{ reason: ' ' }, { code: 'asked-reason-wrong', most: 1_000 }],
  ])('%# is refused', (parts, problem) => {
    expect(checkAskingToGo({ ...asking, ...parts })).toEqual(refusal(problem));
  });
});
