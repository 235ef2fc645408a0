// Files that are no folder yet, checked as the one that they would be.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { filesBelow } from '#app/adapters/backup/files-below.ts';
import { type CharterFolder, readCharterFolder } from './charter-files.ts';
import { writeNewFolder } from './new-folder.ts';

/** What a folder of these files, by their names in it, would be read as. */
export async function checkFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<CharterFolder> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'charter-check-'));
  try {
    const folder = path.join(root, 'version');
    await writeNewFolder(folder, files);
    return await readCharterFolder(folder);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** The bytes of every file of a folder, by its name in it. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = await filesBelow(folder);
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(folder, name))] as const),
    ),
  );
}
