// HarfBuzz, loaded by the first document that has letters for it: most have none, and start sooner without.
import type * as shaping from './shaping.ts';

type Shaping = typeof shaping;

let held: Shaping | null = null;

/** Loads it, once in a process. */
export async function loadShaper(): Promise<void> {
  held ??= await import('./shaping.ts');
}

/** Shapes a word of a face whose letters join. Throws where it was not loaded before. */
export const shaped: Shaping['shaped'] = (...word) => {
  if (held === null) throw new Error('a document with letters that join needs its shaper first');
  return held.shaped(...word);
};
