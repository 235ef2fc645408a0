import { expect, test } from 'vitest';
import {
  evidenceCaps,
  indicatorCaps,
  supportedRating,
} from '#app/domain/scoring/supported-rating.ts';
import {
  charterOf,
  counts,
  criterion,
  evidence,
  ratioOf,
  relativeLikelihood,
  trend,
} from '#tests/support/charter-factory.ts';

const needsEvidence = criterion({
  id: 'A1',
  evidenceRules: [
    { from: 2, minimum: 1 },
    { from: 4, minimum: 3 },
  ],
});

test('a claim counts in full where its evidence suffices', () => {
  const caps = evidenceCaps(needsEvidence, evidence(3));
  expect(supportedRating(4, caps)).toEqual({ rating: 4, reasons: [] });
});

test('a claim without enough evidence counts up to just below the lowest rule that fails', () => {
  const rating = (items: number) =>
    supportedRating(4, evidenceCaps(needsEvidence, evidence(items))).rating;
  expect([0, 1, 2, 3].map(rating)).toEqual([1, 3, 3, 4]);
});

test('every rule that lowers the claim is reported, and none above the claim', () => {
  const caps = evidenceCaps(needsEvidence, []);
  expect(supportedRating(4, caps).reasons).toEqual([
    { kind: 'evidence', from: 2, minimum: 1, has: 0 },
    { kind: 'evidence', from: 4, minimum: 3, has: 0 },
  ]);
  expect(supportedRating(3, caps).reasons).toHaveLength(1);
  expect(supportedRating(1, caps)).toEqual({ rating: 1, reasons: [] });
});

test('an item without a title, or with nothing to show, is no evidence', () => {
  const [item] = evidence(1);
  const useless = item
    ? [
        { ...item, title: ' ' },
        { ...item, file: null },
        { ...item, file: '' },
      ]
    : [];
  expect(useless).toHaveLength(3);
  expect(supportedRating(2, evidenceCaps(needsEvidence, useless)).rating).toBe(1);
  const linked = item ? [{ ...item, file: null, link: 'https://example.org/' }] : [];
  expect(supportedRating(2, evidenceCaps(needsEvidence, linked)).rating).toBe(2);
});

const charter = charterOf({
  criteria: [],
  indicators: [relativeLikelihood('ratio', 10), trend('trend')],
});
const needsRatio = criterion({
  id: 'A1',
  evidenceRules: [{ from: 2, minimum: 1 }],
  indicatorRules: [
    { indicator: 'ratio', from: 3, min: ratioOf('0.80'), max: ratioOf('1.25') },
    { indicator: 'trend', from: 4, rises: 'true' },
  ],
});

test('the lowest cap holds and every reason is reported, evidence and indicators alike', () => {
  const outside = new Map([['ratio', counts([7, 10], [10, 10])]]);
  const caps = [
    ...evidenceCaps(needsRatio, []),
    ...indicatorCaps(needsRatio, charter, { figures: { indicators: outside }, evidence: [] }),
  ];
  expect(supportedRating(4, caps)).toEqual({
    rating: 1,
    reasons: [
      { kind: 'evidence', from: 2, minimum: 1, has: 0 },
      {
        kind: 'indicator',
        indicator: 'ratio',
        from: 3,
        state: 'outside',
        min: { numerator: 80, denominator: 100 },
        max: { numerator: 125, denominator: 100 },
        rises: false,
      },
      {
        kind: 'indicator',
        indicator: 'trend',
        from: 4,
        state: 'missing',
        why: 'no-counts',
        min: null,
        max: null,
        rises: true,
      },
    ],
  });
});

test('an indicator within its bounds caps nothing', () => {
  const good = new Map([
    ['ratio', counts([8, 10], [10, 10])],
    ['trend', counts([1, 3], [2, 5])],
  ]);
  expect(
    indicatorCaps(needsRatio, charter, { figures: { indicators: good }, evidence: [] }),
  ).toEqual([]);
});
