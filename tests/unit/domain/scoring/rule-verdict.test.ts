// Rules of format 2 on workforce figures, from the words of scoring.md, What charter format 2 adds, Indicators.
import { describe, expect, test } from 'vitest';
import type { IndicatorRule } from '#app/domain/charter/schema.ts';
import type { IndicatorCounts } from '#app/domain/scoring/answer.ts';
import { withoutCounts } from '#app/domain/scoring/indicator.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import {
  answer,
  answersOf,
  charterOf,
  counts,
  evidence,
  ratioOf,
  relativeLikelihood,
  trend,
} from '#tests/support/charter-factory.ts';

const kinds = [{ id: 'testimony', label: 'Testimony', means: 'What people say.' }];
const indicators = [trend('senior', 10), trend('middle', 10), relativeLikelihood('reach', 10)];
const atLeast = { indicator: 'senior', atLeastShareOf: 'middle' } as const;
const rises = { indicator: 'senior', rises: 'true', numeratorNotLower: 'true' } as const;

type Figures = Readonly<Record<string, IndicatorCounts>>;

/** The one criterion that claims 4 under a rule, with items of evidence of one kind; scored both ways. */
function supported(rule: Omit<IndicatorRule, 'from'>, figures: Figures, items = 0) {
  const charter = charterOf({
    format: 2,
    kinds,
    indicators,
    criteria: [{ id: 'A1', indicatorRules: [{ ...rule, from: 3 }] }],
  });
  const said = answer({
    claimed: 4,
    evidence: evidence(items).map((item) => ({ ...item, kind: 'testimony' })),
  });
  const set = answersOf({ A1: said }, figures);
  const [score] = scoreAssessment(charter, set).criteria;
  const [shown] = scoreAssessment(charter, withoutCounts(charter, set)).criteria;
  expect(shown).toEqual(score);
  return score;
}

const level = counts([30, 100], [30, 100]);

describe('the share of one trend beside that of another', () => {
  test.each([
    ['level', counts([0, 10], [20, 50]), 4, undefined],
    ['lower by one', counts([0, 10], [19, 50]), 2, undefined],
    ['too few at the end', counts([9, 20], [9, 9]), 2, 'too-few'],
    ['nobody at the end', counts([9, 20], [0, 0]), 2, 'zero-denominator'],
    ['too few at the start only', counts([1, 2], [20, 50]), 4, undefined],
  ] as const)('%s', (_, senior, rating, why) => {
    const score = supported(atLeast, { senior, middle: counts([1, 50], [40, 100]) });
    expect(score?.supported).toBe(rating);
    expect(score?.reasons.map((cap) => ('why' in cap ? cap.why : undefined))).toEqual(
      rating === 4 ? [] : [why],
    );
  });

  test('nobody in either numerator leaves nothing to compare', () => {
    const none = counts([5, 50], [0, 50]);
    expect(supported(atLeast, { senior: none, middle: none })?.reasons).toMatchObject([
      { why: 'no-outcome' },
    ]);
  });

  test('it names the figure whose counts are not entered', () => {
    expect(supported(atLeast, { senior: level })?.reasons).toMatchObject([
      { indicator: 'senior', state: 'missing', why: 'no-counts', enter: 'middle' },
    ]);
  });
});

test('a rise by fewer people in the whole is none where no fewer people may be counted', () => {
  const smaller = counts([4, 20], [3, 14]);
  expect(supported({ indicator: 'senior', rises: 'true' }, { senior: smaller })?.supported).toBe(4);
  expect(supported(rises, { senior: smaller })?.supported).toBe(2);
  expect(supported(rises, { senior: counts([3, 20], [3, 19]) })?.supported).toBe(4);
});

describe('one of several', () => {
  const or = [rises, atLeast];

  test('a share that stays is enough where it is level with the other', () => {
    expect(supported({ or }, { senior: level, middle: counts([1, 9], [30, 100]) })?.supported).toBe(
      4,
    );
    expect(
      supported({ or }, { senior: level, middle: counts([1, 9], [31, 100]) })?.reasons,
    ).toMatchObject([{ state: 'outside', or: [{ rises: true }, { atLeastShareOf: 'middle' }] }]);
  });

  test('it is missing where one is missing and none is met, with the first reason of all', () => {
    const few = supported({ or }, { senior: level, middle: counts([1, 9], [3, 9]) });
    expect(few?.reasons).toMatchObject([{ state: 'missing', why: 'too-few' }]);
    expect(supported({ or }, {})?.reasons).toMatchObject([{ state: 'missing', why: 'no-counts' }]);
  });
});

describe('evidence in place of a figure', () => {
  const alternative = {
    when: ['too-few', 'zero-denominator'] as const,
    evidence: { minimum: 2, kind: 'testimony' },
  };
  const rule = {
    indicator: 'reach',
    min: ratioOf('0.80'),
    alternative: { ...alternative, when: [...alternative.when] },
  };
  const few = { reach: counts([3, 8], [100, 400]) };

  test('so many items of that kind stand in for it, and no fewer', () => {
    expect(supported(rule, few, 2)?.supported).toBe(4);
    expect(supported(rule, few, 1)).toMatchObject({
      supported: 2,
      reasons: [
        {
          kind: 'evidence',
          from: 3,
          minimum: 2,
          has: 1,
          evidenceKind: 'testimony',
          insteadOf: { indicator: 'reach', why: 'too-few' },
        },
      ],
    });
  });

  test('only for a reason that is named: counts are entered before, and a figure outside stays outside', () => {
    expect(supported(rule, {}, 2)?.reasons).toMatchObject([
      { kind: 'indicator', why: 'no-counts' },
    ]);
    const nobody = { reach: counts([0, 20], [0, 20]) };
    expect(supported(rule, nobody, 2)?.reasons).toMatchObject([{ why: 'no-outcome' }]);
    const outside = { reach: counts([1, 20], [20, 20]) };
    expect(supported(rule, outside, 2)?.reasons).toMatchObject([{ state: 'outside' }]);
  });

  test('beside several things it opens where all without a figure lack it for a named reason', () => {
    const several = { or: [rises, atLeast], alternative: rule.alternative };
    const tooFew = { senior: counts([30, 100], [30, 100]), middle: counts([1, 9], [1, 9]) };
    expect(supported(several, tooFew, 2)?.supported).toBe(4);
    expect(supported(several, { senior: level }, 2)?.supported).toBe(2);
  });
});

test('rules of a kind count items of that kind; those without one count every item', () => {
  const charter = charterOf({
    format: 2,
    kinds: [...kinds, { id: 'figure', label: 'Figure', means: 'A number.' }],
    criteria: [
      {
        id: 'A1',
        evidenceRules: [
          { from: 2, minimum: 2 },
          { from: 3, minimum: 1, kind: 'testimony' },
        ],
      },
    ],
  });
  const items = evidence(2);
  const score = (given: readonly object[]) =>
    scoreAssessment(
      charter,
      answersOf({
        A1: answer({ claimed: 4, evidence: items.map((item, at) => ({ ...item, ...given[at] })) }),
      }),
    ).criteria[0];
  expect(score([{}, { kind: 'testimony' }])?.supported).toBe(4);
  expect(score([{}, { kind: 'figure' }])).toMatchObject({
    supported: 2,
    reasons: [{ from: 3, minimum: 1, has: 0, evidenceKind: 'testimony' }],
  });
});
