import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFairQueue } from '#app/adapters/workers/fair-queue.ts';

const LIMITS = { places: 2, waitingEach: 2 };

/** Everything that begins now. */
function begun(queue: ReturnType<typeof createFairQueue<string>>): readonly string[] {
  const started: string[] = [];
  for (let next = queue.next(); next !== null; next = queue.next()) started.push(next.job);
  return started;
}

test('as many jobs begin as there are places', () => {
  const queue = createFairQueue<string>(LIMITS);
  for (const person of ['a', 'b', 'c']) expect(queue.add(person, person)).toBe(true);
  expect(begun(queue)).toEqual(['a', 'b']);
  queue.ended('a');
  expect(begun(queue)).toEqual(['c']);
});

test('one person may use every place while nobody else waits', () => {
  const queue = createFairQueue<string>(LIMITS);
  queue.add('a', 'a1');
  queue.add('a', 'a2');
  expect(begun(queue)).toEqual(['a1', 'a2']);
});

test('the place that falls free goes to who has none', () => {
  const queue = createFairQueue<string>(LIMITS);
  queue.add('a', 'a1');
  queue.add('a', 'a2');
  begun(queue);
  queue.add('a', 'a3');
  queue.add('b', 'b1');
  queue.ended('a');
  expect(begun(queue)).toEqual(['b1']);
});

test('with two waiting, the third of a person is not taken, and of the service itself every one is', () => {
  const queue = createFairQueue<string>({ places: 1, waitingEach: 2 });
  queue.add('b', 'b1');
  begun(queue);
  expect(['a1', 'a2', 'a3'].map((job) => queue.add('a', job))).toEqual([true, true, false]);
  expect(['1', '2', '3', '4'].map((job) => queue.add(null, job))).toEqual([true, true, true, true]);
  queue.ended('b');
  expect(begun(queue)).toEqual(['a1']);
  expect(queue.add('a', 'a3')).toBe(true);
});

test('nothing ends that does not run', () => {
  const queue = createFairQueue<string>(LIMITS);
  queue.add('a', 'a1');
  expect(() => queue.ended('a')).toThrow(RangeError);
});

test('whatever others ask for, no one’s next job waits for two jobs of one other person', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd');
  const event = fc.oneof(fc.record({ add: person }), fc.record({ end: fc.nat(9) }));
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 80 }),
      fc.integer({ min: 1, max: 3 }),
      (events, places) => {
        const queue = createFairQueue<string>({ places, waitingEach: 2 });
        const running: string[] = [];
        /** For each person whose next job waits: whose jobs began or ended meanwhile. */
        const passed = new Map<string, string[]>();
        const waiting: string[] = [];
        const begin = () => {
          for (let next = queue.next(); next !== null; next = queue.next()) {
            const name = String(next.person);
            running.push(name);
            waiting.splice(waiting.indexOf(name), 1);
            passed.delete(name);
            for (const [other, names] of passed) {
              if (running.includes(other)) continue;
              expect(names).not.toContain(name);
              names.push(name);
            }
            if (waiting.includes(name)) passed.set(name, []);
          }
        };
        for (const each of events) {
          if ('add' in each) {
            if (queue.add(each.add, each.add)) {
              if (!waiting.includes(each.add) && !running.includes(each.add))
                passed.set(each.add, []);
              waiting.push(each.add);
            }
          } else if (running.length > 0) {
            const [name = ''] = running.splice(each.end % running.length, 1);
            queue.ended(name);
            for (const names of passed.values()) if (!names.includes(name)) names.push(name);
            if (waiting.includes(name)) passed.set(name, []);
          }
          begin();
          expect(running.length).toBe(Math.min(places, running.length + waiting.length));
        }
      },
    ),
    { numRuns: 2000 },
  );
});
