import { expect, test } from 'vitest';
import { inBatches } from '#app/use-cases/letters/in-batches.ts';

test('everything is done once and in order, and others get their turn in between', async () => {
  const all = Array.from({ length: 450 }, (_, index) => index);
  const happened: (number | 'other')[] = [];
  const done = inBatches(all, async (batch) => {
    setImmediate(() => happened.push('other'));
    happened.push(...batch);
    return batch.length;
  });
  expect(await done).toBe(450);
  expect(happened.filter((one) => one !== 'other')).toEqual(all);
  expect([happened.indexOf('other'), happened.lastIndexOf('other')]).toEqual([200, 401]);
});
