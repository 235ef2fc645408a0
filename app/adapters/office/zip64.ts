// The numbers of a zip that do not fit into 32 bits, which only an archive of ours may have: where one is
// all ones, it stands in a record of its own ([APPNOTE] 4.3.14, 4.3.15, 4.5.3).
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';
import type { ZipEntry } from './zip-entry.ts';

/** Where the directory ends, how many entries it has, how long it is and where it begins. */
export type End = {
  readonly at: number;
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
};

const LOCATOR_SIZE = 20;
const LOCATOR_MARK = 0x07064b50;
const RECORD_SIZE = 56;
const RECORD_MARK = 0x06064b50;
const EXTRA_MARK = 1;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** The end of the directory with its large numbers; null where they are not where they must be. */
export async function largeEnd(bytes: ByteSource, end: End): Promise<End | null> {
  if (end.entries !== FULL_16 && end.size !== FULL_32 && end.offset !== FULL_32) return end;
  const locatorAt = end.at - LOCATOR_SIZE;
  const at = locatorAt - RECORD_SIZE;
  if (at < 0) return null;
  const both = await bytes.read(at, RECORD_SIZE + LOCATOR_SIZE);
  const [record, locator] = [both.subarray(0, RECORD_SIZE), both.subarray(RECORD_SIZE)];
  const there = record.readUInt32LE(0) === RECORD_MARK && locator.readUInt32LE(0) === LOCATOR_MARK;
  // The record lies where its locator says, and nothing is hidden behind it.
  const led = numberAt(locator, 8) === at && numberAt(record, 4) === RECORD_SIZE - 12;
  if (!there || !led || numberAt(record, 24) !== numberAt(record, 32)) return null;
  const [entries, size, offset] = [
    numberAt(record, 32),
    numberAt(record, 40),
    numberAt(record, 48),
  ];
  return { at, entries, size, offset };
}

/** The entry with its large numbers, which stand in this order in its extra field. */
export function largeEntry(entry: ZipEntry, extra: Buffer): ZipEntry {
  const large = largeField(extra);
  let at = 0;
  const next = (short: number) => {
    if (short !== FULL_32 || large === null || at + 8 > large.length) return short;
    at += 8;
    return numberAt(large, at - 8);
  };
  const [size, compressed, offset] = [next(entry.size), next(entry.compressed), next(entry.offset)];
  return { ...entry, size, compressed, offset };
}

function largeField(extra: Buffer): Buffer | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    if (extra.readUInt16LE(at) === EXTRA_MARK) return field;
  }
  return null;
}

// No archive comes near to where numbers are no longer exact; one that says so is refused by its limits.
function numberAt(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
