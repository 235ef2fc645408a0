// The parts of a zip archive that are asked for, unpacked in memory within a limit. The archive is
// looked at as an upload is (zip-directory.ts) before anything is unpacked.
import type { OfficeProblem } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { bytesIn } from '#app/adapters/backup/byte-source.ts';
import { zipEntries } from './zip-directory.ts';
import { unpacked } from './zip-entry.ts';

export type Parts = {
  readonly names: readonly string[];
  /** The bytes of a part; null where there is none or it is damaged. */
  readonly read: (name: string) => Uint8Array | null;
};

/** The parts whose names are wanted; all of them together have at most so many bytes. */
export async function zipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  most: number,
): Promise<Result<Parts, OfficeProblem>> {
  const archive = Buffer.from(bytes);
  const entries = await zipEntries(bytesIn(archive));
  if (!entries.ok) return refused({ code: 'unreadable' });
  const parts = new Map(
    entries.value.filter(({ name }) => wanted(name)).map((entry) => [entry.name, entry]),
  );
  const size = [...parts.values()].reduce((sum, entry) => sum + entry.size, 0);
  if (size > most) return refused({ code: 'too-much-inside', most });
  return ok({
    names: [...parts.keys()],
    read: (name) => {
      const entry = parts.get(name);
      return entry === undefined ? null : unpacked(archive, entry);
    },
  });
}
