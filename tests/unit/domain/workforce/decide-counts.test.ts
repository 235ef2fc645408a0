import { expect, test } from 'vitest';
import { decideCounts } from '#app/domain/workforce/decide-counts.ts';
import { charterOf, relativeLikelihood } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'a' }], indicators: [relativeLikelihood('i1')] });

const entered = {
  firstNumerator: 12,
  firstDenominator: 40,
  secondNumerator: 30,
  secondDenominator: 60,
  source: 'Staff record, March 2027',
};
const cleared = {
  firstNumerator: null,
  firstDenominator: null,
  secondNumerator: null,
  secondDenominator: null,
  source: '',
};
const saved = { ...entered, version: 4 };
const facts = { indicator: 'i1', entered, saved, readVersion: 4, assessmentVersion: 9 };

const decide = (parts: object) => decideCounts(charter, { ...facts, ...parts });

test('what is saved already is not written again', () => {
  expect(decide({})).toMatchObject({ value: { changes: false, version: 4 } });
  expect(decide({ entered: cleared, saved: null })).toMatchObject({
    value: { changes: false, version: 0 },
  });
});

test('one number or the source changed is a new version', () => {
  for (const part of [{ firstNumerator: 13 }, { secondDenominator: 61 }, { source: 'Other' }]) {
    expect(decide({ entered: { ...entered, ...part } })).toMatchObject({
      value: { changes: true, version: 5 },
    });
  }
});

test('cleared counts have no version, and those entered afterwards one that they never had', () => {
  expect(decide({ entered: cleared })).toMatchObject({
    value: { changes: true, version: 0, counts: null },
  });
  expect(decide({ saved: null, readVersion: 0 })).toMatchObject({
    value: { changes: true, version: 10 },
  });
});

test('another indicator is not found, and a wrong number is said', () => {
  expect(decide({ indicator: 'i2' })).toEqual({ ok: false, problem: { code: 'not-found' } });
  expect(decide({ entered: { ...entered, firstNumerator: 41 } })).toEqual({
    ok: false,
    problem: {
      code: 'not-valid',
      fields: [{ field: 'firstNumerator', code: 'above-denominator' }],
    },
  });
});
