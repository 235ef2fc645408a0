// Whether the log beside a database is its own. SQLite applies any log whose sums are right, also one that
// was left by another database, or by the one that lay here before; so each database has a mark of its own.
// Formats: https://www.sqlite.org/fileformat.html, of the database 1.3, of the log 4.1.
import { closeSync, existsSync, openSync, readSync } from 'node:fs';

const HEADER = 32;
const FRAME = 24;
/** Where the first page has user_version, which holds the mark. */
const MARK = 60;

/** Whether the log holds first pages, and none with the mark of the database; without a mark it does not. */
export function isForeignLog(file: string): boolean {
  if (!existsSync(`${file}-wal`)) return false;
  const mark = reading(file, (read) => read(MARK, 4)?.readUInt32BE(0) ?? 0);
  if (mark === 0) return false;
  const marks = marksIn(`${file}-wal`);
  // One that is its own is enough: another may be damaged, and SQLite reads no further than that.
  return marks.length > 0 && !marks.includes(mark);
}

function marksIn(log: string): readonly number[] {
  return reading(log, (read) => {
    const marks: number[] = [];
    const header = read(0, HEADER);
    if (header === null) return marks;
    const size = header.readUInt32BE(8);
    const salts = header.subarray(16, 24);
    for (let at = HEADER; ; at += FRAME + size) {
      const frame = read(at, FRAME + MARK + 4);
      // Frames of an earlier round of the log have other salts: SQLite does not read them either.
      if (frame === null || !frame.subarray(8, 16).equals(salts)) return marks;
      if (frame.readUInt32BE(0) === 1) marks.push(frame.readUInt32BE(FRAME + MARK));
    }
  });
}

type Read = (at: number, length: number) => Buffer | null;

function reading<T>(file: string, use: (read: Read) => T): T {
  const descriptor = openSync(file, 'r');
  try {
    return use((at, length) => {
      const bytes = Buffer.alloc(length);
      return readSync(descriptor, bytes, 0, length, at) < length ? null : bytes;
    });
  } finally {
    closeSync(descriptor);
  }
}
