// The file of heads: a line each time the head of the trail has moved on. It lies outside the data folder,
// where neither a restore nor whoever replaces the database reaches it by the way.
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Head, headText, readHead } from '#app/domain/audit/event.ts';
import type { TrailHeads } from '#app/ports.ts';
import { hasCode } from './file-errors.ts';

/** From this size on a new file is begun; the one before it is kept beside it. */
const MOST_BYTES = 4_000_000;

/** The heads in this file, which is made with the first of them. */
export function openTrailHeads(file: string): TrailHeads {
  let newest: Head | null = null;
  const list = async () => [...(await headsIn(earlier(file))), ...(await headsIn(file))];
  return {
    add: async (head, at) => {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      if ((await sizeOf(file)) > MOST_BYTES) await rename(file, earlier(file));
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.writeFile(`${JSON.stringify({ at, head: headText(head) })}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      newest = head;
    },
    newest: async () => (newest ??= (await list()).at(-1) ?? null),
    list,
  };
}

function earlier(file: string): string {
  return `${file}.earlier`;
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    // Named recovery: none was written yet.
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

async function headsIn(file: string) {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n');
    return lines.flatMap((line) => readHead(/"head":"([^"]*)"/.exec(line)?.[1] ?? '') ?? []);
  } catch (error) {
    // Named recovery: none was written yet.
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
