import { describe, expect, test } from 'vitest';
import type { Membership } from '#app/domain/policy/actor.ts';
import { checkOther, isOperator, usableAccount } from '#app/domain/policy/people.ts';
import {
  checkAccepting,
  checkBodyRole,
  checkNewRole,
  checkSteppingIn,
  checkTakingAway,
  checkTogether,
} from '#app/domain/policy/role-given.ts';

const lead: Membership = { role: 'assessment-lead', organisation: 'trust', department: null };
const ward: Membership = { ...lead, department: 'ward' };
const body: Membership = { role: 'charter-administrator', organisation: null, department: null };
const refusal = (code: string) => ({ ok: false, problem: { code } });
const fine = { ok: true, value: null };

describe('another role', () => {
  test('is none that somebody holds at the same place', () => {
    expect(checkNewRole([lead], ward)).toEqual(fine);
    expect(checkNewRole([lead], { ...lead })).toEqual(refusal('role-held'));
  });

  test('goes with those that they hold: whoever administers does nothing else', () => {
    expect(checkNewRole([body], lead)).toEqual(refusal('role-apart'));
    expect(checkTogether([lead, body])).toEqual(refusal('role-apart'));
    expect(checkTogether([lead, ward])).toEqual(fine);
  });

  test('of the awarding body is given by the awarding body', () => {
    for (const role of ['panel-member', 'panel-chair', 'charter-administrator'] as const) {
      expect(checkBodyRole(role)).toEqual(fine);
    }
    expect(checkBodyRole('assessment-lead')).toEqual(refusal('role-elsewhere'));
  });
});

test('nobody takes away their own administration', () => {
  const own = { person: 'ann', role: 'charter-administrator' };
  expect(checkTakingAway({ id: 'ann' }, own)).toEqual(refusal('own-administration'));
  expect(checkTakingAway({ id: 'bob' }, own)).toEqual(fine);
  expect(checkTakingAway({ id: 'ann' }, { ...own, role: 'panel-member' })).toEqual(fine);
});

test('some things are done to others alone, and some by the operator alone', () => {
  expect(checkOther({ id: 'ann' }, 'ann', 'own-account')).toEqual(refusal('own-account'));
  expect(checkOther({ id: 'ann' }, 'bob', 'own-account')).toEqual(fine);
  expect([isOperator('operator'), isOperator({ id: 'ann', memberships: [body] })]).toEqual([
    true,
    false,
  ]);
});

test('an invitation is accepted by whose address it is for; a role that is held is not given again', () => {
  const facts = { actor: { id: 'ann' }, person: { id: 'ann' }, membership: lead, held: [] };
  expect(checkAccepting(facts)).toEqual({ ok: true, value: true });
  expect(checkAccepting({ ...facts, held: [lead] })).toEqual({ ok: true, value: false });
  expect(checkAccepting({ ...facts, actor: { id: 'bob' } })).toEqual(refusal('other-address'));
  expect(checkAccepting({ ...facts, membership: null })).toEqual(refusal('invitation-unknown'));
  expect(checkAccepting({ ...facts, held: [body] })).toEqual(refusal('role-apart'));
});

test('the awarding body steps in for others, with a reason, where somebody hears of it', () => {
  const facts = {
    reason: ' All have left. ',
    email: 'new@example.org',
    own: 'ann@example.org',
    keepers: [{}],
  };
  expect(checkSteppingIn(facts)).toEqual({ ok: true, value: 'All have left.' });
  expect(checkSteppingIn({ ...facts, email: facts.own })).toEqual(refusal('own-role'));
  expect(checkSteppingIn({ ...facts, keepers: [] })).toEqual(refusal('nobody-to-tell'));
  expect(checkSteppingIn({ ...facts, reason: '' })).toEqual({
    ok: false,
    problem: { code: 'reason-wrong', most: 1_000 },
  });
});

test('an account that was closed can be used no more than none', () => {
  const open = { closedAt: null };
  expect(usableAccount(open)).toBe(open);
  expect([null, { closedAt: '2027-03-01' }].map(usableAccount)).toEqual([null, null]);
});
