import { describe, expect, test } from 'vitest';
import { createPasswordTurns } from '#app/adapters/sign-in/password-turns.ts';

/** Turns in which every work goes on until it is let go. */
function heldTurns() {
  const begun: string[] = [];
  const held: (() => void)[] = [];
  const turn = createPasswordTurns();
  const ask = (account: string, signal?: AbortSignal) =>
    turn({ account, address: '10.0.0.1', known: false, signal }, async () => {
      begun.push(account);
      const until = Promise.withResolvers<void>();
      held.push(until.resolve);
      await until.promise;
      return account;
    });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const letGo = async () => {
    held.shift()?.();
    await settled();
  };
  return { begun, ask, letGo, settled };
}

describe('passwords are looked at in turn', () => {
  test('two at once, and the next when one is done', async () => {
    const { begun, ask, letGo, settled } = heldTurns();
    const first = ask('a');
    void ask('b');
    void ask('c');
    await settled();
    expect(begun).toEqual(['a', 'b']);
    await letGo();
    expect(await first).toEqual({ ok: true, value: 'a' });
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  test('three hundred wait; the next one is told when to come again', async () => {
    const { begun, ask, letGo, settled } = heldTurns();
    const all = Array.from({ length: 302 }, (_, at) => ask(`person${at}`));
    const late = await ask('person302');
    expect(late).toEqual({ ok: false, problem: { code: 'busy', seconds: 15 } });
    await settled();
    for (let at = 0; at < 302; at += 1) await letGo();
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
    expect(begun).toHaveLength(302);
  });

  test('whoever goes away waits no longer', async () => {
    const { begun, ask, letGo, settled } = heldTurns();
    void ask('a');
    void ask('b');
    const gone = new AbortController();
    const left = ask('c', gone.signal);
    void ask('d');
    gone.abort();
    expect((await left).ok).toBe(false);
    await settled();
    await letGo();
    expect(begun).toEqual(['a', 'b', 'd']);
  });

  test('work that fails makes room for the next', async () => {
    const turn = createPasswordTurns({ atOnce: 1, waiting: 300 });
    const asker = { account: 'a', address: null, known: true };
    const broken = turn(asker, () => Promise.reject(new Error('broken')));
    const next = turn(asker, async () => 'done');
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toEqual({ ok: true, value: 'done' });
  });
});
