import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changedCriteria,
  otherChanges,
  type Standing,
} from '#app/domain/assessment/content-changes.ts';

const ORDER = ['G1', 'G2', 'G3', 'M1'];

const item = (id: string, criterion: string, title = `Title of ${id}`) => ({
  id,
  criterion,
  title,
  description: '',
  link: 'https://example.org/minutes',
  file: null,
});

const standing = fc
  .record({
    answers: fc.dictionary(
      fc.constantFrom(...ORDER),
      fc.record({ rating: fc.nat(4), narrative: fc.string() }),
    ),
    evidence: fc.uniqueArray(fc.record({ id: fc.nat(20), at: fc.constantFrom(...ORDER) }), {
      selector: ({ id }) => id,
    }),
  })
  .map(({ answers, evidence }): Standing => ({
    content: { answers },
    evidence: evidence.map(({ id, at }) => item(String(id), at)),
  }));

describe('what changed since', () => {
  test('is another tick, too, though the rating is the same', () => {
    const ticked = (statements: Record<string, number[]>): Standing => ({
      content: { answers: { G1: { rating: 1, statements } } },
      evidence: [],
    });
    const changed = changedCriteria(ticked({ 1: [1] }), ticked({ 1: [1], 3: [2] }), ORDER);
    expect(changed).toMatchObject([{ criterion: 'G1', ticks: true, added: [], removed: [] }]);
    expect(changedCriteria(ticked({}), ticked({}), ORDER)).toEqual([]);
  });

  test('is nothing where it is the same', () => {
    fc.assert(
      fc.property(standing, (one) => {
        expect(changedCriteria(one, structuredClone(one), ORDER)).toEqual([]);
        expect(otherChanges(one, structuredClone(one), { counts: false })).toEqual([]);
      }),
    );
  });

  test('there and back is each with its sides exchanged', () => {
    fc.assert(
      fc.property(standing, standing, (one, other) => {
        const back = changedCriteria(other, one, ORDER).map((change) => ({
          ...change,
          claimed: { before: change.claimed.now, now: change.claimed.before },
          text: { before: change.text.now, now: change.text.before },
          added: change.removed,
          removed: change.added,
        }));
        const there = changedCriteria(one, other, ORDER);
        expect(back.map(({ altered: _, ...rest }) => rest)).toEqual(
          there.map(({ altered: _, ...rest }) => rest),
        );
      }),
    );
  });

  test('is told by criterion: rating, text, reason why it does not apply, evidence', () => {
    const before: Standing = {
      content: {
        answers: {
          G1: { rating: 2, narrative: 'As it is.' },
          G2: { narrative: 'Here.' },
          G3: { rating: 1 },
        },
      },
      evidence: [item('1', 'G3'), item('2', 'G3'), item('4', 'M1')],
    };
    const now: Standing = {
      content: {
        answers: {
          G1: { rating: 3, narrative: 'As it is.' },
          G2: { notApplicable: 'Nobody works here.' },
          G3: { rating: 1 },
        },
      },
      evidence: [item('2', 'G3', 'Renamed'), item('3', 'G3'), item('4', 'M1')],
    };
    const same = { ticks: false, added: [], removed: [], altered: [] };
    expect(changedCriteria(before, now, ORDER)).toEqual([
      {
        criterion: 'G1',
        claimed: { before: 2, now: 3 },
        text: { before: 'As it is.', now: 'As it is.' },
        ...same,
      },
      {
        criterion: 'G2',
        claimed: { before: null, now: null },
        text: { before: 'Here.', now: 'Nobody works here.' },
        ...same,
      },
      {
        criterion: 'G3',
        claimed: { before: 1, now: 1 },
        text: { before: '', now: '' },
        ...same,
        added: ['Title of 3'],
        removed: ['Title of 1'],
        altered: ['Renamed'],
      },
    ]);
  });

  test('is told of the plan, the counts, the facts and the target', () => {
    const before: Standing = { content: { targetLevel: 'bronze' }, evidence: [] };
    const now: Standing = {
      content: {
        targetLevel: 'silver',
        facts: { nation: 'wales' },
        actions: [{ objective: 'Train all' }],
      },
      evidence: [],
    };
    expect(otherChanges(before, now, { counts: true })).toEqual([
      'actions',
      'counts',
      'facts',
      'target',
    ]);
    expect(otherChanges(before, now, { counts: false })).toEqual(['actions', 'facts', 'target']);
  });
});
