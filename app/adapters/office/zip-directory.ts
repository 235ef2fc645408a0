// Reads what a zip says of itself, without unpacking anything, and refuses what no office program
// writes: several disks, overlapping or encrypted entries, links, paths that leave the archive, and more
// than it is safe to unpack. Zip64 is read where the limits allow for more than 4 GiB: in our own archives.
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';
import { LOCAL_SIZE, type ZipEntry } from './zip-entry.ts';
import { type End, largeEnd, largeEntry } from './zip64.ts';

export type ZipProblem = 'broken' | 'encrypted' | 'backslash-names' | 'unsafe-archive';

/** What an archive may hold at most. */
export type ZipLimits = {
  readonly entries: number;
  readonly directoryBytes: number;
  readonly unpackedBytes: number;
  /** How many times its own size it may unpack to. */
  readonly ratio: number;
  readonly zip64: boolean;
};

const OFFICE: ZipLimits = {
  entries: 5_000,
  directoryBytes: 2 * 1024 * 1024,
  unpackedBytes: 500 * 1024 * 1024,
  ratio: 200,
  zip64: false,
};
const MOST_NAME_BYTES = 500;

const END_SIZE = 22;
const END_MARK = 0x06054b50;
const ENTRY_SIZE = 46;
const ENTRY_MARK = 0x02014b50;

/** The entries of the archive, or why it is not read; without limits, of an office file. */
export async function zipEntries(
  bytes: ByteSource,
  limits: ZipLimits = OFFICE,
): Promise<Result<readonly ZipEntry[], ZipProblem>> {
  const found = await findEnd(bytes);
  const end = found !== null && limits.zip64 ? await largeEnd(bytes, found) : found;
  if (end === null) return refused('broken');
  // The directory ends where the end record begins: nothing is hidden in between.
  if (end.offset + end.size !== end.at) return refused('broken');
  if (end.entries > limits.entries || end.size > limits.directoryBytes) {
    return refused('unsafe-archive');
  }
  const directory = await bytes.read(end.offset, end.size);
  const entries = entriesIn(directory, end.entries, limits);
  if (!entries.ok) return entries;
  const problem = problemOf(entries.value, { directory: end.offset, archive: bytes.size, limits });
  return problem === null ? entries : refused(problem);
}

async function findEnd(bytes: ByteSource): Promise<End | null> {
  const from = Math.max(0, bytes.size - END_SIZE - 0xffff);
  const tail = await bytes.read(from, bytes.size - from);
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_MARK) continue;
    // Only a record whose comment ends with the file: readers agree on no other.
    if (at + END_SIZE + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const oneDisk = tail.readUInt32LE(at + 4) === 0;
    const entries = tail.readUInt16LE(at + 10);
    const size = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    const whole = oneDisk && entries === tail.readUInt16LE(at + 8) && entries > 0;
    return whole ? { at: from + at, entries, size, offset } : null;
  }
  return null;
}

function entriesIn(
  directory: Buffer,
  count: number,
  { zip64 }: ZipLimits,
): Result<readonly ZipEntry[], ZipProblem> {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > directory.length) return refused('broken');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraAt = at + ENTRY_SIZE + nameLength;
    const commentAt = extraAt + directory.readUInt16LE(at + 30);
    const next = commentAt + directory.readUInt16LE(at + 32);
    if (directory.readUInt32LE(at) !== ENTRY_MARK || next > directory.length) {
      return refused('broken');
    }
    const entry = entryOf(directory.subarray(at, next), nameLength);
    if (!entry.ok) return entry;
    entries.push(
      zip64 ? largeEntry(entry.value, directory.subarray(extraAt, commentAt)) : entry.value,
    );
    at = next;
  }
  return at === directory.length ? ok(entries) : refused('broken');
}

function entryOf(record: Buffer, nameLength: number): Result<ZipEntry, ZipProblem> {
  const problem = headerProblem(record);
  if (problem !== null) return refused(problem);
  return ok({
    name: record.toString('utf8', ENTRY_SIZE, ENTRY_SIZE + nameLength),
    method: record.readUInt16LE(10),
    compressed: record.readUInt32LE(20),
    size: record.readUInt32LE(24),
    offset: record.readUInt32LE(42),
  });
}

function headerProblem(header: Buffer): ZipProblem | null {
  const flags = header.readUInt16LE(8);
  const method = header.readUInt16LE(10);
  const fileType = (header.readUInt32LE(38) >>> 16) & 0o170000;
  // Bit 0 encrypts the entry, bit 6 strongly, bit 13 hides the directory.
  if ((flags & 0x2041) !== 0) return 'encrypted';
  if (method !== 0 && method !== 8) return 'unsafe-archive';
  if (method === 0 && header.readUInt32LE(20) !== header.readUInt32LE(24)) return 'broken';
  const ordinary = fileType === 0 || fileType === 0o100000 || fileType === 0o040000;
  return ordinary ? null : 'unsafe-archive';
}

function problemOf(
  entries: readonly ZipEntry[],
  { directory, archive, limits }: { directory: number; archive: number; limits: ZipLimits },
): ZipProblem | null {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > limits.unpackedBytes || unpacked > archive * limits.ratio) {
    return 'unsafe-archive';
  }
  if (!entries.every(({ name }) => isSafeName(name))) return 'unsafe-archive';
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) return 'unsafe-archive';
  if (overlaps(entries, directory)) return 'unsafe-archive';
  return entries.some(({ name }) => name.includes('\\')) ? 'backslash-names' : null;
}

/** Whether it stays inside, whichever slash it is written with. */
function isSafeName(written: string): boolean {
  const name = written.replaceAll('\\', '/');
  return (
    name !== '' &&
    Buffer.byteLength(name) <= MOST_NAME_BYTES &&
    !/\p{Cc}/u.test(name) &&
    !/^(?:\/|[a-z]:)/i.test(name) &&
    !name.split('/').includes('..')
  );
}

// Entries that share bytes unpack to far more than the archive holds.
function overlaps(entries: readonly ZipEntry[], directory: number): boolean {
  const inOrder = entries.toSorted((first, second) => first.offset - second.offset);
  return inOrder.some(({ offset, compressed, name }, index) => {
    const end = offset + LOCAL_SIZE + Buffer.byteLength(name) + compressed;
    return end > (inOrder[index + 1]?.offset ?? directory);
  });
}
