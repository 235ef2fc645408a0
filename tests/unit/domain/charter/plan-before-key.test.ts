import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCharterFolder } from '#app/adapters/charter-files/charter-files.ts';
import { checkPreviousPlan } from '#app/domain/charter/checks/check-previous-plan.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';
import { planSupport } from '#app/domain/charter/plan-before-key.ts';
import { Place } from '#app/domain/charter/view.ts';
import { charterOf, threshold } from '#tests/support/charter-factory.ts';

const share = (rating: number, written: string) => ({ rating, least: threshold(written) });
const previousPlan = {
  criterion: 'P2',
  done: [share(2, '50'), share(3, '66.66'), share(4, '80')],
};
const charter = charterOf({ criteria: [{ id: 'P2' }], previousPlan });

describe('what a previous plan supports', () => {
  test.each([
    [0, 9, 0, 2],
    [4, 9, 0, 2],
    [1, 2, 2, 3],
    [2, 3, 3, 4],
    [7, 9, 3, 4],
    [4, 5, 4, null],
    [9, 9, 4, null],
  ])('%d of %d actions: %d, and next %j', (done, all, rating, next) => {
    const support = planSupport(charter, { done, all });
    expect(support?.rating).toBe(rating);
    expect(support?.next?.rating ?? null).toBe(next);
  });

  test('nothing where the charter says nothing, or there was no action', () => {
    const silent = charterOf({ criteria: [{ id: 'P2' }] });
    expect(planSupport(silent, { done: 1, all: 1 })).toBeNull();
    expect(planSupport(charter, { done: 0, all: 0 })).toBeNull();
  });

  test('is what exact fractions say, and never falls when more is done', () => {
    const plans = fc
      .integer({ min: 1, max: 300 })
      .chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 0, max: all })));
    fc.assert(
      fc.property(plans, ([all, done]) => {
        // Half, two thirds and four fifths, without a percentage.
        const exact = done * 5 >= all * 4 ? 4 : done * 3 >= all * 2 ? 3 : done * 2 >= all ? 2 : 0;
        expect(planSupport(charter, { done, all })?.rating).toBe(exact);
      }),
    );
  });
});

describe('the key of the charter', () => {
  const known = {
    highest: 4,
    labels: [],
    sections: new Map(),
    criteria: new Map([['P2', new Place('sections/1.yaml', [], {})]]),
    indicators: new Map(),
    kinds: new Map(),
    facts: new Map(),
  };
  const check = (data: object) =>
    checkPreviousPlan(new Place('charter.yaml', ['previousPlan'], data), known).map(
      ({ code, path: at, on }) => [code, at.slice(1).join('.'), on],
    );

  test.each([
    [{ criterion: 'P2', done: { 2: '50', 3: '66.66', 4: '80' } }, []],
    [{ criterion: 'P3', done: { 2: '50' } }, [['unknown-criterion', 'criterion', 'value']]],
    [{ criterion: 'P2', done: {} }, [['missing-rating', 'done', 'key']]],
    [{ criterion: 'P2', done: { 0: '50' } }, [['bad-rating', 'done.0', 'key']]],
    [{ criterion: 'P2', done: { 5: '50' } }, [['bad-rating', 'done.5', 'key']]],
    [
      { criterion: 'P2', done: { 2: '50', 3: '50.00', 4: '49.99' } },
      [
        ['previous-plan-order', 'done.3', 'value'],
        ['previous-plan-order', 'done.4', 'value'],
      ],
    ],
    // What has the wrong shape is reported elsewhere.
    [{ criterion: 7, done: { best: '50', 2: 'half' } }, []],
  ])('%j', (data, expected) => {
    expect(check(data)).toEqual(expected);
  });

  test('left out is nothing wrong', () => {
    expect(
      checkPreviousPlan(new Place('charter.yaml', ['previousPlan'], undefined), known),
    ).toEqual([]);
  });

  test.each(['1.0.1', '1.0.2'])(
    'in %s says what the descriptors of its criterion say',
    async (version) => {
      const folder = path.resolve(`charter-criteria/bme-mentoring/${version}`);
      const read = await readCharterFolder(folder);
      const shares = read.charter?.previousPlan;
      expect(shares?.done.map(({ rating, least }) => [rating, least.hundredths])).toEqual([
        [2, 5000],
        [3, 6666],
        [4, 8000],
      ]);
      const text = await readFile(path.join(folder, 'sections/7-plan.yaml'), 'utf8');
      for (const words of [
        'half of the actions',
        'two thirds were done',
        'four fifths were done',
      ]) {
        expect(text).toContain(words);
      }
    },
  );
});

test('shares that are written out for the first time are a patch', () => {
  const before = charterOf({ criteria: [{ id: 'P2' }] });
  expect(diffCharters(before, { ...charter, version: '1.0.1' })).toMatchObject({
    needs: 'patch',
    truthful: true,
    causes: [{ what: 'previous-plan', id: 'P2' }],
  });
});

test('another share is at least a minor step; the same share written differently is none', () => {
  const changed = (parts: typeof previousPlan | null) =>
    diffCharters(charter, { ...charter, version: '1.0.1', previousPlan: parts });
  const more = { ...previousPlan, done: [share(2, '60'), ...previousPlan.done.slice(1)] };
  for (const parts of [more, null, { ...previousPlan, criterion: 'P1' }]) {
    expect(changed(parts)).toMatchObject({
      needs: 'minor',
      truthful: false,
      causes: [{ what: 'previous-plan' }],
    });
  }
  const same = { ...previousPlan, done: [share(2, '50.00'), ...previousPlan.done.slice(1)] };
  expect(changed(same)).toMatchObject({ needs: 'none', causes: [] });
});
