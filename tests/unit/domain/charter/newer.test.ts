import { describe, expect, test } from 'vitest';
import { takesVersion } from '#app/domain/assessment/round-times.ts';
import {
  differInWordingOnly,
  isNewer,
  latestOfEach,
  latestOfEachMajor,
} from '#app/domain/charter/newer.ts';

const version = (name: string) => {
  const [id = '', number = ''] = name.split('@');
  return { id, version: number };
};

test.each([
  ['a@1.0.0', 'a@1.0.1', true],
  ['a@1.9.0', 'a@1.10.0', true],
  ['a@1.9.9', 'a@2.0.0', true],
  ['a@1.0.0', 'a@1.0.0', false],
  ['a@1.10.0', 'a@1.9.9', false],
  ['a@1.0.0', 'b@2.0.0', false],
])('after %s comes %s: %s', (one, other, expected) => {
  expect(isNewer(version(one), version(other))).toBe(expected);
});

describe('versions that differ in wording alone', () => {
  test.each([
    ['a@1.0.0', 'a@1.0.1', true],
    ['a@1.0.7', 'a@1.0.0', true],
    ['a@1.0.0', 'a@1.0.0', true],
    ['a@1.0.0', 'a@1.1.0', false],
    ['a@1.1.0', 'a@11.0.0', false],
    ['a@1.1.0', 'a@2.1.0', false],
    ['a@1.0.0', 'b@1.0.0', false],
  ])('%s and %s: %s; a round for one takes the other', (one, other, expected) => {
    expect(differInWordingOnly(version(one), version(other))).toBe(expected);
    expect(takesVersion({ charter: one }, other)).toBe(expected);
  });
});

test('the latest of each charter, in the order given', () => {
  const all = ['b@1.2.0', 'a@1.9.0', 'a@1.10.0', 'b@1.2.1', 'c@0.1.0', 'a@1.0.0'].map(version);
  expect(latestOfEach(all)).toEqual(['a@1.10.0', 'b@1.2.1', 'c@0.1.0'].map(version));
  expect(latestOfEach([])).toEqual([]);
});

test('the latest of each charter and major number, in the order given', () => {
  const all = ['b@1.2.0', 'a@1.9.0', 'a@2.0.0', 'a@1.10.0', 'b@1.2.1', 'a@2.0.1', 'a@1.0.0'].map(
    version,
  );
  expect(latestOfEachMajor(all)).toEqual(['a@1.10.0', 'b@1.2.1', 'a@2.0.1'].map(version));
});
