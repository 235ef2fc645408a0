import { afterAll, describe, expect, test } from 'vitest';
import type { WayQuestion } from '#app/ports.ts';
import { openWays } from '#app/adapters/workers/ways.ts';
import { openWork } from '#app/adapters/workers/work.ts';
import { sequence } from '#tests/bench/charters.ts';
import { answersOf, charterOf, level } from '#tests/support/charter-factory.ts';

const work = openWork(() => {});
afterAll(() => work.close());

function questionOf(criteria: number, pins: readonly string[] = []): WayQuestion {
  const next = sequence(5);
  return {
    charter: charterOf({
      highest: 10,
      criteria: Array.from({ length: criteria }, (_, index) => ({
        id: `c${index}`,
        section: `s${Math.floor(index / 20)}`,
        weight: 1 + next(100),
        effort: Array.from({ length: 10 }, () => 1 + next(100)),
      })),
      levels: [level('high', { overall: '80', section: '66.67' })],
    }),
    answerSet: answersOf({}),
    to: 'high',
    pins,
  };
}

/** A pool that says what it is asked for and lets the test decide when it is done. */
function heldWork() {
  const asked: string[] = [];
  const gate = Promise.withResolvers<void>();
  const own: typeof work.own = {
    close: () => {},
    run: async (name, task, asker) => {
      asked.push(name);
      await gate.promise;
      return work.own.run(name, task, asker);
    },
  };
  return { asked, open: () => gate.resolve(), ways: openWays({ own }) };
}

describe('the cheapest way', () => {
  test('of an ordinary charter is there at once, and no thread is asked', async () => {
    const { ways, asked } = heldWork();
    expect(await ways.soon(questionOf(40), 'a')).toMatchObject({ status: 'reachable' });
    expect(asked).toEqual([]);
  });

  test('of the largest is being worked out once, whoever asks, and is there afterwards', async () => {
    const { ways, asked, open } = heldWork();
    const question = questionOf(400);
    expect(await ways.soon(question, 'a')).toBeNull();
    expect(await ways.soon(question, 'b')).toBeNull();
    const whole = ways.find(question, 'a');
    open();
    const found = await whole;
    expect(found).toMatchObject({ ok: true, value: { status: 'reachable' } });
    expect(await ways.soon(question, 'a')).toEqual(found.ok && found.value);
    expect(asked).toEqual(['findWay']);
  });

  test('is another one with other pins or answers, and the same with another text', async () => {
    const { ways } = heldWork();
    const question = questionOf(20);
    const path = await ways.soon(question, 'a');
    const [first = ''] = path?.steps.map(({ criterion }) => criterion) ?? [];
    const pinned = await ways.soon(questionOf(20, [first]), 'a');
    expect(pinned?.steps.map(({ criterion }) => criterion)).not.toContain(first);
    const answered = { ...question, answerSet: answersOf({ [first]: 10 }) };
    expect(await ways.soon(answered, 'a')).not.toBe(path);
    expect(await ways.soon({ ...question }, 'a')).toBe(path);
    const told = { ...question.answerSet, facts: new Map([['posts', '3']]) };
    expect(await ways.soon({ ...question, answerSet: told }, 'a')).not.toBe(path);
    const held = { ...question.answerSet, held: new Map([['high', 2]]) };
    expect(await ways.soon({ ...question, answerSet: held }, 'a')).not.toBe(path);
  });

  test.each(['out-of-time', 'out-of-memory'] as const)(
    'that ran %s is said to be not found',
    async (code) => {
      const run = async () => ({ ok: false, problem: { code, seconds: 1 } }) as const;
      const ways = openWays({ own: { run, close: () => {} } });
      const found = await ways.find(questionOf(400), 'a');
      expect(found).toMatchObject({ ok: true, value: { status: 'not-found', steps: [] } });
    },
  );

  test('that may not wait for its turn is asked for again by the next page', async () => {
    const asked: string[] = [];
    const run = async (name: string) => {
      asked.push(name);
      return { ok: false, problem: { code: 'work-waiting', seconds: 5 } } as const;
    };
    const ways = openWays({ own: { run, close: () => {} } });
    expect(await ways.find(questionOf(400), 'a')).toMatchObject({
      problem: { code: 'work-waiting' },
    });
    expect(await ways.soon(questionOf(400), 'a')).toBeNull();
    expect(asked).toHaveLength(2);
  });
});
