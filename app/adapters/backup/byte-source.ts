// A file as bytes that can be read at any place, so that nothing large is ever held in memory.
import type { FileHandle } from 'node:fs/promises';

const CHUNK = 64 * 1024;

export type ByteSource = {
  readonly size: number;
  /** The bytes from a position; fewer where the file ends. */
  readonly read: (position: number, length: number) => Promise<Buffer>;
  /** All bytes in order, a piece at a time. */
  readonly chunks: () => AsyncIterable<Buffer>;
  /** Where they lie on the disk; null = only in memory. */
  readonly place: string | null;
};

/** Bytes in memory. */
export function bytesIn(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: async (at, length) => bytes.subarray(at, at + length),
    async *chunks() {
      yield bytes;
    },
    place: null,
  };
}

/** The bytes of an open file. */
export function bytesOf(handle: FileHandle, size: number, place: string | null): ByteSource {
  const read: ByteSource['read'] = async (position, length) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
    let filled = 0;
    while (filled < buffer.length) {
      const at = position + filled;
      const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, at);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  };
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let position = 0; position < size; position += CHUNK) yield await read(position, CHUNK);
  }
  return { size, read, chunks, place };
}
