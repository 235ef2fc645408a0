import { describe, expect, test } from 'vitest';
import { promiseOf } from '#app/domain/review/promise.ts';

const submittedOn = '2027-05-14';

describe('an outcome within 12 weeks', () => {
  test.each([
    ['2027-05-14', { days: 0, kind: 'open', left: 84 }],
    ['2027-08-05', { days: 83, kind: 'open', left: 1 }],
    ['2027-08-06', { days: 84, kind: 'open', left: 0 }],
    ['2027-08-07', { days: 85, kind: 'late', over: 1 }],
  ])('undecided on %s', (today, promised) => {
    expect(promiseOf({ submittedOn, decidedOn: null, today })).toEqual({
      dueOn: '2027-08-06',
      ...promised,
    });
  });

  test.each([
    ['2027-08-06', { days: 84, kind: 'kept' }],
    ['2027-08-07', { days: 85, kind: 'missed' }],
  ])('decided on %s, whatever day it is now', (decidedOn, promised) => {
    for (const today of [decidedOn, '2030-01-01']) {
      expect(promiseOf({ submittedOn, decidedOn, today })).toEqual({
        dueOn: '2027-08-06',
        ...promised,
      });
    }
  });
});
