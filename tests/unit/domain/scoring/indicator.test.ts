import { expect, test } from 'vitest';
import { indicatorState, ratioText, satisfies } from '#app/domain/scoring/indicator.ts';
import { counts, ratioOf, relativeLikelihood, trend } from '#tests/support/charter-factory.ts';

const ratio = relativeLikelihood('ratio', 10);
const change = trend('change', 10);

test('a relative likelihood is the first share over the second', () => {
  const state = indicatorState(ratio, counts([8, 40], [10, 20]));
  expect(state).toEqual({ kind: 'ratio', value: { numerator: 160n, denominator: 400n } });
  expect(state.kind === 'ratio' && ratioText(state.value)).toBe('0.40');
});

test('a ratio is shown rounded down', () => {
  expect(ratioText({ numerator: 7999n, denominator: 10_000n })).toBe('0.79');
  expect(ratioText({ numerator: 4n, denominator: 3n }, 3)).toBe('1.333');
});

test('exactly 0.80 satisfies a minimum and a maximum of 0.80', () => {
  const state = indicatorState(ratio, counts([8, 10], [10, 10]));
  const rule = { indicator: 'ratio', from: 3 };
  expect(satisfies(state, { ...rule, min: ratioOf('0.80') })).toBe(true);
  expect(satisfies(state, { ...rule, max: ratioOf('0.80') })).toBe(true);
  expect(satisfies(state, { ...rule, min: ratioOf('0.8001') })).toBe(false);
  expect(satisfies(state, { ...rule, max: ratioOf('0.7999') })).toBe(false);
});

test('large counts are compared exactly', () => {
  const big = 3_000_000_001;
  const state = indicatorState(ratio, counts([big, big + 1], [big + 1, big + 2]));
  expect(satisfies(state, { indicator: 'ratio', from: 1, min: ratioOf('1') })).toBe(false);
});

test('an indicator without counts is missing', () => {
  expect(indicatorState(ratio, undefined)).toEqual({ kind: 'missing', why: 'no-counts' });
});

test('a zero denominator or too few people in either group make it missing', () => {
  const why = (one: [number, number], other: [number, number]) => {
    const state = indicatorState(ratio, counts(one, other));
    return state.kind === 'missing' ? state.why : state.kind;
  };
  expect(why([0, 0], [5, 10])).toBe('zero-denominator');
  expect(why([5, 10], [0, 0])).toBe('zero-denominator');
  expect(why([5, 9], [5, 10])).toBe('too-few');
  expect(why([5, 10], [5, 9])).toBe('too-few');
  expect(why([5, 10], [5, 10])).toBe('ratio');
});

// scoring.md, Indicator rules: a·d ≥ m·b·c with c = 0 and a > 0.
test('where only the first group had the outcome, every minimum holds and every maximum fails', () => {
  const state = indicatorState(ratio, counts([1, 10], [0, 10_000]));
  const rule = { indicator: 'ratio', from: 1 };
  expect(satisfies(state, { ...rule, min: ratioOf('999.9999') })).toBe(true);
  expect(satisfies(state, { ...rule, max: ratioOf('999.9999') })).toBe(false);
  expect(satisfies(state, { ...rule, min: ratioOf('0'), max: ratioOf('999') })).toBe(false);
});

test('where nobody in the first group had it the ratio is 0, and in neither it is missing', () => {
  expect(indicatorState(ratio, counts([0, 10], [5, 10])).kind).toBe('ratio');
  const neither = indicatorState(ratio, counts([0, 10], [0, 10]));
  expect(neither).toEqual({ kind: 'missing', why: 'no-outcome' });
  expect(satisfies(neither, { indicator: 'ratio', from: 1, min: ratioOf('0') })).toBe(false);
  expect(satisfies(neither, { indicator: 'ratio', from: 1, max: ratioOf('1') })).toBe(false);
});

test('of several reasons for a missing figure the first holds', () => {
  const why = (one: [number, number], other: [number, number]) => {
    const state = indicatorState(ratio, counts(one, other));
    return state.kind === 'missing' ? state.why : state.kind;
  };
  expect(why([0, 0], [0, 3])).toBe('zero-denominator');
  expect(why([0, 9], [0, 9])).toBe('too-few');
  expect(why([2, 9], [0, 12])).toBe('too-few');
});

test('a trend from nobody to nobody does not rise, and is not missing', () => {
  expect(indicatorState(change, counts([0, 10], [0, 10]))).toMatchObject({ rises: false });
});

test('a missing indicator satisfies no rule', () => {
  const state = indicatorState(ratio, undefined);
  expect(satisfies(state, { indicator: 'ratio', from: 1, min: ratioOf('0') })).toBe(false);
});

test('a trend needs the end to be strictly higher than the start', () => {
  const rises = (start: [number, number], end: [number, number]) =>
    satisfies(indicatorState(change, counts(start, end)), {
      indicator: 'change',
      from: 1,
      rises: 'true',
    });
  expect(rises([5, 10], [11, 20])).toBe(true);
  expect(rises([5, 10], [10, 20])).toBe(false);
  expect(rises([5, 10], [9, 20])).toBe(false);
  expect(rises([0, 10], [1, 10])).toBe(true);
});
