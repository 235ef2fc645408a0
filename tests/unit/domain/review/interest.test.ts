import { expect, test } from 'vitest';
import { checkInterest, followsDeclaring } from '#app/domain/review/interest.ts';
import type { Standing } from '#app/domain/review/standing.ts';

test('a conflict is declared with what it is', () => {
  expect(checkInterest({ conflict: true, reason: ' We wrote a paper. ' })).toEqual({
    ok: true,
    value: 'We wrote a paper.',
  });
  expect(checkInterest({ conflict: false, reason: ' ' })).toEqual({ ok: true, value: '' });
  for (const [conflict, reason] of [
    [true, ' '],
    [true, 'x'.repeat(1_001)],
    [false, 'x'.repeat(1_001)],
  ] as const) {
    expect(checkInterest({ conflict, reason })).toEqual({
      ok: false,
      problem: { code: 'interest-reason-wrong', most: 1_000 },
    });
  }
});

test('while the panel rates, no conflict accepts a seat, and a conflict ends the waiting for somebody', () => {
  const standing: Standing = { kind: 'to-declare', seat: 'reviewer' };
  const sealed: Standing = { kind: 'cleared', seat: 'reviewer', sealed: true };
  const rating = { phase: 'rating', standing } as const;
  expect(followsDeclaring({ ...rating, conflict: false })).toBe('accepts-seat');
  expect(followsDeclaring({ ...rating, conflict: true })).toBe('awaited-no-more');
  expect(followsDeclaring({ ...rating, standing: sealed, conflict: true })).toBe(null);
  for (const conflict of [true, false]) {
    expect(followsDeclaring({ phase: 'discussion', standing, conflict })).toBe(null);
  }
});
