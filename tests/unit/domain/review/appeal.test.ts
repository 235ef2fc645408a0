import { expect, test } from 'vitest';
import { checkAnswering, checkAppeal, checkOtherPanel } from '#app/domain/review/appeal.ts';

// Easter lies between: ten working days in England from Monday 22 March 2027 end on Wednesday 7 April.
const decision = { id: 'd1', decidedAt: '2027-03-22T10:00:00.000Z' };
const facts = { decision, appeals: [], grounds: ' It was read wrongly. ', today: '2027-04-07' };

test('a decision is appealed within ten working days, with grounds', () => {
  expect(checkAppeal(facts)).toEqual({
    ok: true,
    value: { decision, grounds: 'It was read wrongly.' },
  });
});

test('an appeal that was dismissed before another decision stands in the way of none', () => {
  const appeals = [{ decisionId: 'd0', outcome: 'dismissed' }];
  expect(checkAppeal({ ...facts, appeals }).ok).toBe(true);
});

test.each([
  [{ decision: undefined }, { code: 'no-decision' }],
  [{ appeals: [{ decisionId: 'd1', outcome: null }] }, { code: 'appealed-already' }],
  [{ appeals: [{ decisionId: 'd0', outcome: 'accepted' }] }, { code: 'appealed-already' }],
  [{ today: '2027-04-08' }, { code: 'too-late-to-appeal', lastDay: '2027-04-07' }],
  [{ grounds: ' ' }, { code: 'grounds-wrong', most: 6_000 }],
])('%# is refused', (parts, problem) => {
  expect(checkAppeal({ ...facts, ...parts })).toEqual({ ok: false, problem });
});

test('an appeal is answered once', () => {
  expect(checkAnswering({ closedAt: null })).toEqual({ ok: true, value: { closedAt: null } });
  const problem = { code: 'answered-already' };
  expect(checkAnswering({ closedAt: decision.decidedAt })).toEqual({ ok: false, problem });
});

test('the panel that reviews again shares nobody with the first', () => {
  expect(checkOtherPanel(['ann', 'bob'], ['cat', 'dan'])).toEqual({ ok: true, value: null });
  expect(checkOtherPanel(['ann', 'bob'], ['cat', 'bob'])).toEqual({
    ok: false,
    problem: { code: 'same-people' },
  });
});
