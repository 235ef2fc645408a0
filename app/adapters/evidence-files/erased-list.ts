// The list of what was erased for good, one line each, beside the database: a backup that was made earlier
// still holds the files, and whatever is restored here is compared with this list (restore.ts).
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Erasure } from '#app/domain/evidence/erasure.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { ErasedList, ErasedListDamaged } from '#app/ports.ts';
import { syncFolders, writeDurably } from '#app/adapters/backup/durable-files.ts';

/** The list in a data folder and in a backup. */
export const ERASED_LIST = 'erased.jsonl';

const erasure: z.ZodType<Erasure> = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  organisation: z.string().nullable(),
  departments: z.array(z.string()).nullable(),
  at: z.iso.datetime(),
  reason: z.string(),
});

/** The list of a data folder. Changes at the same time are made one after the other. */
export function openErasedList(folder: string): ErasedList {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (change: (known: readonly Erasure[]) => readonly Erasure[]) => {
    const changing = last.then(() => changeErasedList(folder, change));
    // Named recovery: whoever changes it hears of the failure; the next one starts afresh.
    last = changing.catch(() => {});
    return changing;
  };
  return {
    read: () => readErasedList(path.join(folder, ERASED_LIST)),
    add: (erasures) => inTurn((known) => [...known, ...erasures]),
    takeBack: (erasures) => {
      const gone = new Set(erasures.map(keyOf));
      return inTurn((known) => known.filter((one) => !gone.has(keyOf(one))));
    },
  };
}

/** The erasures of a list, none where there is no such file; or which of its lines is none of ours. */
export async function readErasedList(
  file: string,
): Promise<Result<readonly Erasure[], ErasedListDamaged>> {
  if (!existsSync(file)) return ok([]);
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => erasure.safeParse(jsonOf(line)));
  const wrong = read.findIndex(({ success }) => !success);
  if (wrong >= 0) {
    const why = `${file}:${wrong + 1}: this is no line of a list of erased files`;
    return refused({ code: 'erased-list-damaged', why });
  }
  return ok(read.flatMap(({ data }) => data ?? []));
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Named recovery: whoever reads the list says which line it is.
    return null;
  }
}

/** Adds what the list does not have yet. */
export function addToErasedList(
  folder: string,
  erasures: readonly Erasure[],
): Promise<Result<null, ErasedListDamaged>> {
  return changeErasedList(folder, (known) => [...known, ...erasures]);
}

/** What is changed is on the disk when the promise is kept, whole or as before. */
async function changeErasedList(
  folder: string,
  change: (known: readonly Erasure[]) => readonly Erasure[],
): Promise<Result<null, ErasedListDamaged>> {
  const file = path.join(folder, ERASED_LIST);
  const known = await readErasedList(file);
  if (!known.ok) return known;
  const all = uniqueErasures(change(known.value));
  if (all.length === known.value.length) return ok(null);
  const arriving = `${file}.part`;
  await rm(arriving, { force: true });
  await writeDurably(arriving, all.map((one) => `${JSON.stringify(one)}\n`).join(''));
  await rename(arriving, file);
  await syncFolders(folder);
  return ok(null);
}

/** The same erasures, each once. */
export function uniqueErasures(erasures: readonly Erasure[]): readonly Erasure[] {
  return [...new Map(erasures.map((one) => [keyOf(one), one])).values()];
}

function keyOf({ sha256, organisation, departments, at, reason }: Erasure): string {
  return JSON.stringify([sha256, organisation, departments, at, reason]);
}
