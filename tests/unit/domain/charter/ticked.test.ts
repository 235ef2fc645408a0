import { expect, test } from 'vitest';
import { tickedRating } from '#app/domain/charter/ticked.ts';

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
