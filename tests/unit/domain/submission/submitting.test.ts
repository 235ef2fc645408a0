import { describe, expect, test } from 'vitest';
import {
  checkRival,
  checkRevising,
  checkRoundChoice,
  checkSubmitting,
  checkWithdrawing,
  roundTaking,
} from '#app/domain/submission/submitting.ts';

const OPENS = '2027-03-01T09:00:00.000Z';
const CLOSES = '2027-03-31T16:00:00.000Z';
const NOW = '2027-03-10T12:00:00.000Z';

const round = { id: 'spring', opensAt: OPENS, closesAt: CLOSES };
const own = { round, extensions: [] };
const refusal = (problem: object) => ({ ok: false, problem });

describe('the round that takes an assessment', () => {
  const facts = { revision: null, roundId: 'spring', own, now: NOW };

  test('is the one it is meant for, from its opening to before its closing instant', () => {
    expect(roundTaking({ ...facts, now: OPENS })).toEqual({ ok: true, value: 'spring' });
    expect(roundTaking({ ...facts, now: '2027-03-01T08:59:59.999Z' })).toEqual(
      refusal({ code: 'round-not-open-yet', opensAt: OPENS }),
    );
    expect(roundTaking({ ...facts, now: CLOSES })).toEqual(
      refusal({ code: 'round-closed', closedAt: CLOSES }),
    );
    expect(roundTaking({ ...facts, own: null })).toEqual(refusal({ code: 'no-round' }));
  });

  test('takes it later where it has an extension', () => {
    const closesAt = '2027-04-02T16:00:00.000Z';
    const extended = { ...own, extensions: [{ closesAt }] };
    expect(roundTaking({ ...facts, own: extended, now: CLOSES })).toMatchObject({ ok: true });
    expect(roundTaking({ ...facts, own: extended, now: closesAt })).toEqual(
      refusal({ code: 'round-closed', closedAt: closesAt }),
    );
  });

  test('is not asked where the panel wants revisions: their last day in London counts', () => {
    const revision = { dueOn: '2027-06-30' };
    const revising = { ...facts, revision, own: null };
    expect(roundTaking({ ...revising, now: '2027-06-30T22:59:00.000Z' })).toEqual({
      ok: true,
      value: 'spring',
    });
    expect(roundTaking({ ...revising, now: '2027-06-30T23:01:00.000Z' })).toEqual(
      refusal({ code: 'revisions-over', dueOn: '2027-06-30' }),
    );
  });
});

describe('submitting', () => {
  const facts = {
    state: 'signed-off',
    by: 'lead',
    signature: { id: 's1', userId: 'sponsor', contentSha256: 'aa' },
    sha256: 'aa',
    read: { signatureId: 's1', roundId: 'spring' },
    revision: null,
    roundId: 'spring',
    own,
    now: NOW,
  } as const;

  test('what was signed goes to its round, by another person than who signed', () => {
    const value = { next: 'submitted', signatureId: 's1', roundId: 'spring' };
    expect(checkSubmitting(facts)).toEqual({ ok: true, value });
    expect(checkSubmitting({ ...facts, read: undefined })).toEqual({ ok: true, value });
  });

  test.each([
    ['not-signed', { state: 'draft' as const }],
    ['not-signed', { signature: null }],
    ['not-signed', { sha256: 'bb' }],
    ['signed-it', { by: 'sponsor' }],
    ['no-round', { own: null }],
    ['not-as-read', { read: { signatureId: 's0', roundId: 'spring' } }],
    ['not-as-read', { read: { signatureId: 's1', roundId: 'autumn' } }],
  ])('is refused with %s', (code, parts) => {
    expect(checkSubmitting({ ...facts, ...parts })).toEqual(refusal({ code }));
  });
});

describe('a step back from a submission', () => {
  const facts = {
    state: 'submitted',
    latest: { id: 'one' },
    reviewed: ['another'],
    own,
    now: NOW,
  } as const;

  test('it is withdrawn while its round is open, or where there is none', () => {
    const value = { next: 'draft', submission: { id: 'one' } };
    expect(checkWithdrawing(facts)).toEqual({ ok: true, value });
    expect(checkWithdrawing({ ...facts, own: null })).toEqual({ ok: true, value });
  });

  test.each([
    [{ state: 'draft' as const }, { code: 'not-submitted' }],
    [{ latest: undefined }, { code: 'not-submitted' }],
    [{ reviewed: ['one'] }, { code: 'before-a-panel' }],
    [{ now: CLOSES }, { code: 'round-closed', closedAt: CLOSES }],
  ])('%# is refused', (parts, problem) => {
    expect(checkWithdrawing({ ...facts, ...parts })).toEqual(refusal(problem));
  });

  test('it is revised only where a panel asked for it, until that day is over', () => {
    const revision = { dueOn: '2027-03-10' };
    expect(checkRevising('submitted', revision, NOW)).toEqual({
      ok: true,
      value: { next: 'draft', revision },
    });
    expect(checkRevising('submitted', null, NOW)).toEqual(refusal({ code: 'no-revision' }));
    expect(checkRevising('draft', revision, NOW)).toEqual(refusal({ code: 'no-revision' }));
    expect(checkRevising('submitted', { dueOn: '2027-03-09' }, NOW)).toEqual(
      refusal({ code: 'revisions-over', dueOn: '2027-03-09' }),
    );
  });
});

test('a round is chosen that takes the version, while it is not submitted', () => {
  const facts = { state: 'signed-off', charter: 'example@1.2.0', isBound: false } as const;
  const takes = { charter: 'example@1.2.3' };
  expect(checkRoundChoice(facts, takes)).toEqual({ ok: true, value: takes });
  for (const other of [null, { charter: 'example@1.3.0' }]) {
    expect(checkRoundChoice(facts, other)).toEqual(refusal({ code: 'no-such-round' }));
  }
  const bound = { ...facts, isBound: true } as const;
  expect(checkRoundChoice(bound, takes)).toEqual(refusal({ code: 'locked', state: 'signed-off' }));
  expect(checkRoundChoice({ ...bound, state: 'draft' }, takes)).toMatchObject({ ok: true });
  expect(checkRoundChoice({ ...facts, state: 'submitted' }, takes)).toEqual(
    refusal({ code: 'locked', state: 'submitted' }),
  );
});

test('one assessment of a department is before a round for a charter', () => {
  expect(checkRival(null)).toEqual({ ok: true, value: null });
  expect(checkRival({ number: 7 })).toEqual(refusal({ code: 'submitted-another', number: 7 }));
});
