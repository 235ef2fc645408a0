import { expect, test } from 'vitest';
import {
  decimalsBeside,
  meetsThreshold,
  percentText,
  pointsNeeded,
  pointsShort,
  thresholdText,
} from '#app/domain/charter/percent.ts';
import { threshold } from '#tests/support/charter-factory.ts';

test('three of five points meets 60 %', () => {
  const score = { points: 3, available: 5 };
  expect(meetsThreshold(score, threshold('60'))).toBe(true);
  expect(percentText(score)).toBe('60.0');
});

test('a score just under a threshold is never shown as having reached it', () => {
  const score = { points: 59_999, available: 100_000 };
  expect(meetsThreshold(score, threshold('60'))).toBe(false);
  expect(percentText(score)).toBe('59.9');
  expect(percentText(score, 2)).toBe('59.99');
});

test('one third is shown rounded down, with as many decimals as asked for', () => {
  const score = { points: 1, available: 3 };
  expect([0, 1, 2].map((decimals) => percentText(score, decimals))).toEqual([
    '33',
    '33.3',
    '33.33',
  ]);
});

test('nothing and everything are 0.0 and 100.0', () => {
  expect(percentText({ points: 0, available: 7 })).toBe('0.0');
  expect(percentText({ points: 7, available: 7 })).toBe('100.0');
  expect(percentText({ points: 0, available: 0 })).toBe('0.0');
});

test('a score beside a threshold has one decimal, or as many as the threshold', () => {
  expect(['60', '60.5', '66.67'].map((text) => decimalsBeside(threshold(text)))).toEqual([1, 1, 2]);
});

test('a threshold keeps the decimals that it is written with', () => {
  const written = ['0', '60', '59.5', '59.50', '100.00'];
  expect(written.map((text) => thresholdText(threshold(text)))).toEqual(written);
});

test('66.67 % of 3 points needs all three, 66.66 % only two', () => {
  expect(pointsNeeded(threshold('66.67'), 3)).toBe(3);
  expect(pointsNeeded(threshold('66.66'), 3)).toBe(2);
  expect(pointsNeeded(threshold('0'), 3)).toBe(0);
});

test('a score falls short by whole points, and by none once it is met', () => {
  expect(pointsShort({ points: 10, available: 20 }, threshold('62.5'))).toBe(3);
  expect(pointsShort({ points: 20, available: 20 }, threshold('62.5'))).toBe(0);
});
