// One entry of a zip: where its bytes lie, and what they unpack to.
import { inflateRawSync } from 'node:zlib';
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
};

/** The size of an entry's own header, without its name. */
export const LOCAL_SIZE = 30;
const LOCAL_MARK = 0x04034b50;

/** Where the bytes of an entry begin, by its own header; null where there is none. */
export function contentStart({ offset }: ZipEntry, header: Buffer): number | null {
  if (header.length < LOCAL_SIZE || header.readUInt32LE(0) !== LOCAL_MARK) return null;
  return offset + LOCAL_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The bytes of an entry of an archive in memory; null where it is damaged. */
export function unpacked(archive: Buffer, entry: ZipEntry): Buffer | null {
  const { offset, compressed } = entry;
  const start = contentStart(entry, archive.subarray(offset, offset + LOCAL_SIZE));
  return start === null ? null : inflated(archive.subarray(start, start + compressed), entry);
}

/** The bytes of an entry of an archive on the disk; null where they are not what it says of itself. */
export async function entryBytes(archive: ByteSource, entry: ZipEntry): Promise<Buffer | null> {
  const start = contentStart(entry, await archive.read(entry.offset, LOCAL_SIZE));
  if (start === null) return null;
  const content = inflated(await archive.read(start, entry.compressed), entry);
  return content?.length === entry.size ? content : null;
}

function inflated(stored: Buffer, { method, size }: ZipEntry): Buffer | null {
  if (method === 0) return stored;
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, size) });
  } catch {
    // Named recovery: damaged, or more than it says of itself.
    return null;
  }
}
