// The list of what was erased for good, one line each, beside the database: a backup that was made earlier
// still holds the files, and whatever is restored here is compared with this list (restore.ts).
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Erasure } from '#app/domain/evidence/erasure.ts';
import { syncFolders, writeDurably } from './durable-files.ts';

/** The list in a data folder and in a backup. */
export const ERASED_LIST = 'erased.jsonl';

const erasure: z.ZodType<Erasure> = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  organisation: z.string().nullable(),
  at: z.iso.datetime(),
  reason: z.string(),
});

/** The erasures of a list; empty where there is no such file. Throws where a line is none of ours. */
export async function readErasedList(file: string): Promise<readonly Erasure[]> {
  if (!existsSync(file)) return [];
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const read = erasure.safeParse(jsonOf(line));
    if (read.success) return read.data;
    throw new Error(`${file}:${index + 1}: this is no line of a list of erased files`);
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Named recovery: whoever reads the list says which line it is.
    return null;
  }
}

/** Adds what the list does not have yet; it is on the disk when the promise is kept, whole or as before. */
export async function addToErasedList(folder: string, erasures: readonly Erasure[]): Promise<void> {
  const file = path.join(folder, ERASED_LIST);
  const known = await readErasedList(file);
  const all = uniqueErasures([...known, ...erasures]);
  if (all.length === known.length) return;
  const arriving = `${file}.part`;
  await rm(arriving, { force: true });
  await writeDurably(arriving, all.map((one) => `${JSON.stringify(one)}\n`).join(''));
  await rename(arriving, file);
  await syncFolders(folder);
}

/** The same erasures, each once. */
export function uniqueErasures(erasures: readonly Erasure[]): readonly Erasure[] {
  return [...new Map(erasures.map((one) => [keyOf(one), one])).values()];
}

function keyOf({ sha256, organisation, at }: Erasure): string {
  return `${sha256} ${organisation ?? '*'} ${at}`;
}
