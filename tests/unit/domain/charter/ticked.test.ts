import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isNoneTicked,
  isSameTicked,
  knownTicks,
  stayingTicks,
  type Ticked,
  tickedRating,
  tickedUpTo,
} from '#app/domain/charter/ticked.ts';

const criterion = { statements: [[], ['a', 'b'], ['c'], ['d']] };

test.each([
  ['none of these yet', {}, 0],
  ['short of all of rating 1', { 1: [1] }, 0],
  ['all of rating 1', { 1: [2, 1] }, 1],
  ['one above without one below', { 1: [1, 2], 3: [1] }, 1],
  ['all up to 2', { 1: [1, 2], 2: [1] }, 2],
  ['all', { 1: [1, 2], 2: [1], 3: [1] }, 3],
  ['what the criterion does not have changes nothing', { 1: [1, 2, 9], 7: [1] }, 1],
])('%s', (_, ticked, rating) => {
  expect(tickedRating(criterion, ticked)).toBe(rating);
});

describe('choosing a rating', () => {
  test('ticks every statement up to it and none above', () => {
    expect(tickedUpTo(criterion, 2)).toEqual({ 1: [1, 2], 2: [1] });
    expect(tickedUpTo(criterion, 0)).toEqual({});
  });

  test('claims that rating; without any one of its ticks it claims less', () => {
    const texts = fc.array(fc.array(fc.constant('It is so.'), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (above, chosen, lost) => {
        const some = { statements: [[], ...above] };
        const rating = chosen % some.statements.length;
        const ticked = tickedUpTo(some, rating);
        expect(tickedRating(some, ticked)).toBe(rating);
        const pairs = Object.entries(ticked).flatMap(([of, places]) =>
          places.map((place) => [of, place] as const),
        );
        const [of, place] = pairs[lost % pairs.length] ?? ['0', 0];
        if (pairs.length === 0) return;
        const without = { ...ticked, [of]: (ticked[of] ?? []).filter((one) => one !== place) };
        expect(tickedRating(some, without)).toBe(Number(of) - 1);
      }),
    );
  });
});

test('only statements that the criterion has are known, in their order and each once', () => {
  const odd = { 1: [2, 9, 1, 1], 7: [1], '-1': [1] };
  expect(knownTicks(criterion, odd)).toEqual({ 1: [1, 2] });
  expect(isSameTicked(criterion, odd, { 1: [1, 2], 2: [] })).toBe(true);
  expect(isSameTicked(criterion, odd, { 1: [1] })).toBe(false);
});

test('none is ticked where every list is empty', () => {
  expect(isNoneTicked({ 1: [], 2: [] })).toBe(true);
  expect(isNoneTicked({ 1: [], 2: [1] })).toBe(false);
});

test.each<[string, readonly (readonly string[])[], Ticked]>([
  ['the same words stay', [[], ['a', 'b'], ['c'], ['d']], { 1: [1, 2], 2: [1] }],
  ['in another order they stay, too', [[], ['b', 'x', 'a'], ['c'], ['d']], { 1: [1, 3], 2: [1] }],
  ['other words do not', [[], ['a', 'B'], ['c'], ['d']], { 1: [1], 2: [1] }],
  ['the same words under another rating do not', [[], ['a'], ['b'], ['c']], { 1: [1] }],
  ['where nothing is asked, nothing does', [[], [], [], []], {}],
])('in another version: %s', (_, statements, staying) => {
  expect(stayingTicks(criterion, { statements }, { 1: [1, 2], 2: [1] })).toEqual(staying);
});
