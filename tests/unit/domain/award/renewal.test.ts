import { expect, test } from 'vitest';
import { countingAward } from '#app/domain/award/award.ts';
import { checkRenewal } from '#app/domain/award/renewal.ts';
import { charterOf, level } from '#tests/support/charter-factory.ts';

const charter = charterOf({
  criteria: [{ id: 'a' }],
  levels: [level('bronze', { overall: '50' })],
});
const award = {
  awardedOn: '2027-03-01',
  validUntil: '2032-02-29',
  graceUntil: null,
  publishedAt: '2027-03-02T09:00:00.000Z',
  withdrawnAt: null,
  charter: `${charter.id}@0.9.0`,
  level: 'bronze',
};
const facts = { version: { published: true, charter }, isRetired: false, today: '2031-02-28' };

test('a renewal is started in the last year, on a version of the same charter with the same level', () => {
  expect(checkRenewal(award, facts)).toEqual({ ok: true, value: null });
  expect(checkRenewal(award, { ...facts, today: '2032-02-29' }).ok).toBe(true);
});

test.each([
  [{ withdrawnAt: '2030-01-01T09:00:00.000Z' }, {}, { code: 'award-withdrawn' }],
  [{}, { today: '2031-02-27' }, { code: 'renewal-too-early', from: '2031-02-28' }],
  [{}, { today: '2032-03-01' }, { code: 'award-ended', endedOn: '2032-02-29' }],
  [{}, { version: undefined }, { code: 'charter-not-published' }],
  [{}, { isRetired: true }, { code: 'charter-not-published' }],
  [{ level: 'gold' }, {}, { code: 'charter-not-published' }],
  [{ charter: 'other@0.9.0' }, {}, { code: 'charter-not-published' }],
])('%# is refused', (held, parts, problem) => {
  const checked = checkRenewal({ ...award, ...held }, { ...facts, ...parts });
  expect(checked).toEqual({ ok: false, problem });
});

test('the award that counts is the one that stands, or else the last one', () => {
  const [gone, before] = [{ withdrawnAt: '2030-01-01' }, { withdrawnAt: '2029-01-01' }];
  const stands = { withdrawnAt: null };
  expect(countingAward([gone, stands])).toBe(stands);
  expect(countingAward([gone, before])).toBe(gone);
  expect(countingAward([])).toBe(undefined);
});
