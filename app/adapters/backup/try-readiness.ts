// Whether the service can do its work at this moment, tried and not believed (catalogue REL-25): a row is
// committed, a file written, and there is room. Asked more often, it answers what it found last.
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '#app/ports.ts';
import type { Log } from '#app/adapters/log.ts';

const KEPT_MS = 5000;
/** Ends like an upload that is still arriving, so that no backup takes it. */
const TRIED = 'readyz.part';

/** What is tried, each in turn; one throws, or says in a word or two what is wrong. */
export type Trial = () => Promise<string | null> | string | null;

/** Whether all goes well; tried at most once in five seconds. */
export function createReadiness(
  trials: readonly Trial[],
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): () => Promise<boolean> {
  let last: { readonly at: number; readonly ready: Promise<boolean> } | null = null;
  const tryAll = async (): Promise<boolean> => {
    const wrong = await firstWrong(trials);
    if (wrong !== null) log('not-ready', { error: wrong });
    return wrong === null;
  };
  return () => {
    const at = clock().getTime();
    if (last === null || Math.abs(at - last.at) >= KEPT_MS) last = { at, ready: tryAll() };
    return last.ready;
  };
}

async function firstWrong(trials: readonly Trial[]): Promise<string | null> {
  try {
    for (const trial of trials) {
      const wrong = await trial();
      if (wrong !== null) return wrong;
    }
    return null;
  } catch (error) {
    // Named recovery: whatever keeps the service from its work, the answer is 'not ready'.
    return error instanceof Error ? error.message : String(error);
  }
}

/** Writes a small file into a folder, to the disk, and takes it away. Throws where that fails. */
export async function tryToWrite(folder: string): Promise<void> {
  const place = path.join(folder, TRIED);
  const handle = await open(place, 'w', 0o600);
  try {
    await handle.writeFile('readyz\n');
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(place, { force: true });
}
