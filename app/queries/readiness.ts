// Whether the service can do its work at this moment (catalogue REL-25).
import type { Services } from '#app/services.server.ts';

/** True when the database takes a write, which is undone again, and a published charter is loaded. */
export async function isReady({ engine, library, log }: Services): Promise<boolean> {
  try {
    engine.probe();
    return [...library.versions.values()].some(({ published }) => published);
  } catch (error) {
    // Named recovery: whatever keeps the database from writing, the answer is 'not ready'.
    log('not-ready', { error: error instanceof Error ? error.message : String(error) });
    return false;
  }
}
