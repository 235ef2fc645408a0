// Files that are on the disk when the call returns: written, synced, and their folder synced too.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type Digest = { readonly size: number; readonly sha256: string };

/** Copies a file, for the owner only, and returns the size and SHA-256 of what was copied. */
export async function copyDurably(source: string, target: string): Promise<Digest> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const { meter, digest } = measure();
  const output = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(createReadStream(source), meter, output);
  return digest();
}

/** The size and SHA-256 of a file. */
export async function digestOf(file: string): Promise<Digest> {
  const { meter, digest } = measure();
  await pipeline(createReadStream(file), meter, async (chunks: AsyncIterable<unknown>) => {
    for await (const _ of chunks);
  });
  return digest();
}

function measure() {
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.byteLength;
      done(null, chunk);
    },
  });
  return { meter, digest: (): Digest => ({ size, sha256: hash.digest('hex') }) };
}

/** Writes a new file, for the owner only. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes renames and new names in these folders last. */
export async function syncFolders(...folders: readonly string[]): Promise<void> {
  // Windows has no way to sync a folder.
  if (process.platform === 'win32') return;
  for (const folder of folders) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
