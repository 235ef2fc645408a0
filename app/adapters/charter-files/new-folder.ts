// A folder that was not there before, with the files of a charter version. What is there is never written over.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SkeletonFile } from '#app/domain/charter/authoring/skeleton.ts';
import { yamlText } from './yaml-text.ts';

/** Files by their names within the folder; false = something of the name is there already, and nothing was done. */
export async function writeNewFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<boolean> {
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    await mkdir(folder);
  } catch (error) {
    // Named recovery: the answer to the question whether it is there.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  }
  return true;
}

/** A file of a skeleton as YAML, under what is said of it. */
export function skeletonText({ about, data }: SkeletonFile): string {
  const heading = about.map((line) => `# ${line}\n`).join('');
  return heading + yamlText(data);
}
