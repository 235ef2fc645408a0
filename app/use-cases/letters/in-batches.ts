// The work of a job over very many things: a part at a time, so that pages are answered in between.
import { othersFirst } from '#app/doors/others-first.ts';

/** So many at a time are read with one set of statements, quickly enough for nobody to wait. */
const BATCH = 200;

/** Does the work on all, a part after the other, and adds up what each gave. */
export async function inBatches<T>(
  all: readonly T[],
  work: (batch: readonly T[]) => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (let from = 0; from < all.length; from += BATCH) {
    if (from > 0) await othersFirst();
    sum += await work(all.slice(from, from + BATCH));
  }
  return sum;
}
