import { expect, test } from 'vitest';
import { checkDiscarding, checkRestoring } from '#app/domain/assessment/discarding.ts';

const facts = {
  name: 'Second try',
  discardedAt: '2027-03-01T09:00:00.000Z',
  renewal: null,
  others: [{ name: 'First try' }],
  now: '2027-03-31T22:59:59.000Z',
};

test('what was ever submitted is not thrown away', () => {
  expect(checkDiscarding([])).toEqual({ ok: true, value: null });
  expect(checkDiscarding([{ number: 1 }])).toEqual({
    ok: false,
    problem: { code: 'was-submitted' },
  });
});

test('a draft comes back within 30 days, to the end of the last one in London', () => {
  expect(checkRestoring(facts)).toEqual({ ok: true, value: null });
  expect(checkRestoring({ ...facts, now: '2027-03-31T23:00:00.000Z' })).toEqual({
    ok: false,
    problem: { code: 'restore-over', lastDay: '2027-03-31' },
  });
});

test.each([
  [{ renewal: 'another' }, 'renewal-runs'],
  [{ others: [{ name: 'second TRY' }] }, 'name-taken-meanwhile'],
  [{ name: '', others: [{ name: '' }] }, 'name-taken-meanwhile'],
])('%# is refused', (parts, code) => {
  expect(checkRestoring({ ...facts, ...parts })).toEqual({ ok: false, problem: { code } });
});
