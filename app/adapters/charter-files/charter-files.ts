// A charter's folder on disk: read, hashed, and checked unless a build has found it sound before. A published version whose
// files differ from charter-criteria/published.yaml is refused (scoring.md, Versions).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assembleCharter } from '#app/domain/charter/charter.ts';
import { filesBelow } from '#app/adapters/backup/files-below.ts';
import type { CheckedFiles } from './checked-files.ts';
import { type SoundFiles, soundBefore } from './sound-before.ts';

export type { Mistake } from './yaml-place.ts';

const MOST_FILES = 60;

/** SHA-256 of each file and of the whole, in hexadecimal. */
export type FolderHash = {
  readonly files: ReadonlyMap<string, string>;
  readonly whole: string;
};

export type CharterFolder = Omit<CheckedFiles, 'files'> & { readonly hash: FolderHash };

/**
 * The charter in a folder, or every mistake in it, sorted by file and line.
 * Throws only where the folder itself cannot be read.
 */
export async function readCharterFolder(folder: string): Promise<CharterFolder> {
  const { files: _, ...read } = await readFolder(folder);
  return read;
}

/** What a build keeps of a folder without a mistake; null of any other. */
export async function soundFiles(
  folder: string,
): Promise<{ readonly whole: string; readonly files: SoundFiles } | null> {
  const { charter, files, remarks, hash } = await readFolder(folder);
  if (charter === null || files === null) return null;
  return { whole: hash.whole, files: { ...files, remarks } };
}

/** The folder with what the schemas made of its files; null where one has another shape. */
async function readFolder(folder: string): Promise<CheckedFiles & { readonly hash: FolderHash }> {
  const names = await filesBelow(folder);
  const contents = new Map<string, Uint8Array>();
  for (const name of names.slice(0, MOST_FILES)) {
    contents.set(name, await readFile(path.join(folder, name)));
  }
  const hash = hashFiles(contents);
  const sound = soundBefore(hash.whole);
  if (sound !== null) {
    const charter = assembleCharter(sound.charter, sound.levels, sound.sections);
    return { charter, files: sound, mistakes: [], remarks: sound.remarks, hash };
  }
  // Loaded here, because a report of a sound charter does without.
  const { checkedFiles } = await import('./checked-files.ts');
  return { ...checkedFiles(names, contents), hash };
}

/** The hash of a version: of each file, and of the lines `path NUL hex LF` sorted by bytes. */
function hashFiles(contents: ReadonlyMap<string, Uint8Array>): FolderHash {
  const files = new Map(
    [...contents]
      .toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')] as const),
  );
  const lines = [...files].map(([name, hex]) => `${name}\0${hex}\n`).join('');
  return { files, whole: createHash('sha256').update(lines).digest('hex') };
}
