import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder, by its POSIX path in it, sorted. Throws where the folder cannot be read. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .toSorted();
}
