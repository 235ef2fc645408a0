// What an OLE container (the format of Office before 2007, and the envelope of a file with a password) holds,
// by the names in its own directory ([MS-CFB] 2.2 and 2.6). Nothing of its content is read.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';

export const OLE_SIGNATURE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

const HEADER = 512;
const ENTRY = 128;
const MOST_NAME = 64;
/** The names that tell stand in the first few; a container may have very many. */
const MOST_SECTORS = 64;

/** Streams that only one kind of file has; one with a password has no other. */
const BY_STREAM: ReadonlyMap<string, KindProblem['reason']> = new Map([
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'old-word'],
  ['Workbook', 'old-excel'],
  ['Book', 'old-excel'],
  ['PowerPoint Document', 'old-powerpoint'],
  ['__properties_version1.0', 'outlook-message'],
]);

/** Why such a file is not kept: each of its kinds has its own way out. */
export async function oleProblem(bytes: ByteSource): Promise<KindProblem['reason']> {
  const header = await bytes.read(0, HEADER);
  if (header.length < HEADER) return 'old-office';
  const names = await namesIn(bytes, header);
  const known = [...BY_STREAM].find(([stream]) => names.has(stream));
  return known?.[1] ?? 'old-office';
}

async function namesIn(bytes: ByteSource, header: Buffer): Promise<ReadonlySet<string>> {
  const size = header.readUInt16LE(30) === 12 ? 4_096 : 512;
  const names = new Set<string>();
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < MOST_SECTORS; count += 1) {
    const entries = await bytes.read((sector + 1) * size, size);
    for (let at = 0; at + ENTRY <= entries.length; at += ENTRY) {
      names.add(nameOf(entries.subarray(at, at + ENTRY)));
    }
    const next = entries.length < size ? null : await sectorAfter(bytes, { header, size, sector });
    if (next === null) break;
    sector = next;
  }
  return names;
}

function nameOf(entry: Buffer): string {
  const length = Math.min(entry.readUInt16LE(MOST_NAME), MOST_NAME);
  return entry.toString('utf16le', 0, Math.max(0, length - 2));
}

/** The sector that follows; null at the end, or where the header alone does not say. */
async function sectorAfter(
  bytes: ByteSource,
  {
    header,
    size,
    sector,
  }: { readonly header: Buffer; readonly size: number; readonly sector: number },
): Promise<number | null> {
  const perSector = size / 4;
  const place = 76 + 4 * Math.floor(sector / perSector);
  if (place + 4 > HEADER) return null;
  const table = header.readUInt32LE(place);
  const cell = await bytes.read((table + 1) * size + 4 * (sector % perSector), 4);
  if (cell.length < 4) return null;
  const next = cell.readUInt32LE(0);
  // The highest numbers say that it ends, or that it is free.
  return next >= 0xffff_fffa ? null : next;
}
