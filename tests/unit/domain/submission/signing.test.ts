import { describe, expect, test } from 'vitest';
import {
  barFor,
  checkAsking,
  checkSendingBack,
  checkSigning,
  checkTakingBack,
} from '#app/domain/submission/signing.ts';

const refusal = (problem: object) => ({ ok: false, problem });

const waiting = { id: 'now', closedAt: null };
const closed = { id: 'before', closedAt: '2027-03-01T09:00:00.000Z' };
const submitted = { code: 'submitted-it' } as const;

describe('who may sign', () => {
  const free = { hasSubmitted: false, share: { own: 1, all: 2 }, heldUntil: null };

  test('whoever wrote half of it may, and whoever wrote more may not', () => {
    expect(barFor(free)).toBeNull();
    expect(barFor({ ...free, share: { own: 2, all: 3 } })).toEqual({
      code: 'wrote-most',
      own: 2,
      all: 3,
    });
  });

  test('not who submitted it, nor whose password was reset lately', () => {
    expect(barFor({ ...free, hasSubmitted: true })).toEqual(submitted);
    const until = '2027-03-02T09:00:00.000Z';
    expect(barFor({ ...free, heldUntil: until })).toEqual({ code: 'reset-lately', until });
  });
});

describe('signing', () => {
  const facts = {
    state: 'draft',
    bar: null,
    obstacles: 0,
    sha256: 'aa',
    readSha256: 'aa',
  } as const;

  test('a draft that was read as it is becomes signed off', () => {
    expect(checkSigning(facts)).toEqual({ ok: true, value: 'signed-off' });
  });

  test.each([
    [{ state: 'submitted' } as const, { code: 'not-a-draft' }],
    [{ bar: submitted }, submitted],
    [{ obstacles: 2 }, { code: 'obstacles', count: 2 }],
    [{ readSha256: 'bb' }, { code: 'content-changed' }],
  ])('%o is refused', (parts, problem) => {
    expect(checkSigning({ ...facts, ...parts })).toEqual(refusal(problem));
  });
});

describe('asking for a signature', () => {
  const facts = { message: ' Please. ', obstacles: 0, newest: closed, signers: 1 };

  test('is done with the message as it is kept, also after an answer', () => {
    expect(checkAsking(facts)).toEqual({ ok: true, value: 'Please.' });
    expect(checkAsking({ ...facts, message: '', newest: null })).toEqual({ ok: true, value: '' });
  });

  test.each([
    [{ message: 'x'.repeat(2_001) }, { code: 'message-too-long', most: 2_000 }],
    [{ obstacles: 3 }, { code: 'obstacles', count: 3 }],
    [{ newest: waiting }, { code: 'asked-already' }],
    [{ signers: 0 }, { code: 'nobody-signs' }],
  ])('%# is refused', (parts, problem) => {
    expect(checkAsking({ ...facts, ...parts })).toEqual(refusal(problem));
  });

  test('only what waits is taken back', () => {
    expect(checkTakingBack(waiting)).toEqual({ ok: true, value: waiting });
    for (const none of [closed, null]) {
      expect(checkTakingBack(none)).toEqual(refusal({ code: 'not-asked' }));
    }
  });

  test('only what waits is sent back, with what is to be changed, by whoever may sign', () => {
    const back = { comments: ' Say more. ', bar: null, newest: waiting };
    expect(checkSendingBack(back)).toEqual({
      ok: true,
      value: { request: waiting, comments: 'Say more.' },
    });
    expect(checkSendingBack({ ...back, comments: ' ' })).toEqual(
      refusal({ code: 'comments-wrong', most: 2_000 }),
    );
    expect(checkSendingBack({ ...back, bar: submitted })).toEqual(refusal(submitted));
    expect(checkSendingBack({ ...back, newest: closed })).toEqual(refusal({ code: 'not-asked' }));
  });
});
