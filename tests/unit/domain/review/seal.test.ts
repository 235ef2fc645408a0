import { describe, expect, test } from 'vitest';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { sealOf } from '#app/domain/review/seal.ts';
import { charterOf } from '#tests/support/charter-factory.ts';

const charter = charterOf({ criteria: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });

const rated = (criterion: string, parts: object = {}) => ({
  criterion,
  rating: 2,
  notApplicable: false,
  reason: 'The minutes show it.',
  ...parts,
});

describe('sealing ratings', () => {
  test('all of the charter’s criteria are sealed, in its order and nothing else with them', () => {
    const notThere = rated('b', { rating: null, notApplicable: true });
    const given = [rated('c', { version: 7 }), notThere, rated('a'), rated('gone')];
    expect(sealOf(allCriteria(charter), given)).toEqual({
      ok: true,
      value: [rated('a'), notThere, rated('c')],
    });
  });

  test.each([
    ['is not rated', []],
    ['has no rating', [rated('b', { rating: null })]],
    ['has no reason', [rated('b', { reason: '' })]],
    ['has a reason that nobody can see', [rated('b', { reason: '\u200b' })]],
  ])('refuses while one %s', (_, given) => {
    expect(sealOf(allCriteria(charter), [rated('a'), ...given, rated('c')])).toEqual({
      ok: false,
      problem: { code: 'not-all-rated', criteria: ['b'] },
    });
  });
});
