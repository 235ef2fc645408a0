// A stored file without a row is thrown away; what cannot be removed now, the daily sweep collects.
import type { Services } from '#app/services.server.ts';
import { listKnownFiles } from '#db/repositories/evidence/evidence-rows.ts';

/** Removes the stored file unless a row points to it; does nothing for null. */
export async function discardUnusedFile(
  { engine, files }: Pick<Services, 'engine' | 'files'>,
  id: string | null,
): Promise<void> {
  if (id === null) return;
  const known = await listKnownFiles(engine.db, [id]);
  if (!known.has(id)) await files.remove(id);
}
