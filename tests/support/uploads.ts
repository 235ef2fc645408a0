// Small files as people upload them, and the way through the store.
import type { StoredFile } from '#app/ports.ts';
import { ok } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';

/** Content in pieces, as it arrives. */
export async function* pieces(...parts: readonly (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

/** A text file that the store holds and no row points to. */
export async function storedText({ files }: Services, text = 'Minutes'): Promise<StoredFile> {
  const received = await files.receive(pieces(text), async () => ok('text/plain'));
  if (!received.ok) throw new Error('not stored');
  const { id, size, sha256, found: mediaType } = received.value;
  return { id, size, sha256, mediaType, name: 'minutes.txt' };
}
