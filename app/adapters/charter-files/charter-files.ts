// A charter's folder on disk: read, hashed, and checked unless a build has found it sound before. A published version whose
// files differ from charter-criteria/published.yaml is refused (scoring.md, Versions).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assembleCharter, type Charter } from '#app/domain/charter/charter.ts';
import { filesBelow } from '#app/adapters/backup/files-below.ts';
import { type SoundFiles, soundBefore } from './sound-before.ts';
import { MOST_LANGUAGES, type Translation, translationsIn } from './translations.ts';
import type { Mistake } from './yaml-place.ts';

export type { Mistake } from './yaml-place.ts';

/** The most files of one language of a version. */
const MOST_FILES = 60;

/** Versions that are kept as they were read: who writes one has it read at every save, beside those that did not change. */
const MOST_SOUND = 12;

/** SHA-256 of each file and of the whole, in hexadecimal. */
export type FolderHash = {
  readonly files: ReadonlyMap<string, string>;
  readonly whole: string;
};

export type CharterFolder = {
  /** null when there is any mistake. */
  readonly charter: Charter | null;
  /** The charter in other languages, by tag; none when there is any mistake. */
  readonly translations: ReadonlyMap<string, Translation>;
  readonly mistakes: readonly Mistake[];
  /** What is worth saying of a charter that is sound all the same. */
  readonly remarks: readonly Mistake[];
  readonly hash: FolderHash;
};

/**
 * The charter in a folder, or every mistake in it, sorted by file and line.
 * Throws only where the folder itself cannot be read.
 */
export async function readCharterFolder(folder: string): Promise<CharterFolder> {
  const { files: _, ...read } = await readFolder(folder);
  return read;
}

/** The same of files that are in memory, by their names below the folder of the version. */
export async function charterIn(contents: ReadonlyMap<string, Uint8Array>): Promise<CharterFolder> {
  const { files: _, ...read } = await checked(contents, [...contents.keys()]);
  return read;
}

/** The bytes of every file of a folder, by its name in it. */
export async function filesOf(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  return contentsOf(folder, await filesBelow(folder));
}

/** What a build keeps of a folder without a mistake; null of any other. */
export async function soundFiles(
  folder: string,
): Promise<{ readonly whole: string; readonly files: SoundFiles } | null> {
  const { files, hash } = await readFolder(folder);
  return files === null ? null : { whole: hash.whole, files };
}

type Checked = CharterFolder & {
  /** What the schemas made of the files; null where one has another shape. */
  readonly files: SoundFiles | null;
};

async function readFolder(folder: string): Promise<Checked> {
  const names = await filesBelow(folder);
  const most = MOST_FILES * (MOST_LANGUAGES + 1);
  return checked(await contentsOf(folder, names.slice(0, most)), names);
}

async function contentsOf(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  for (const name of names) contents.set(name, await readFile(path.join(folder, name)));
  return contents;
}

/** What is in these files, of all that the folder has. */
async function checked(
  contents: ReadonlyMap<string, Uint8Array>,
  names: readonly string[],
): Promise<Checked> {
  const hash = hashFiles(contents);
  // The hash says nothing of files that are too many to be read.
  const whole = names.length === contents.size ? hash.whole : '';
  const sound = soundBefore(whole) ?? soundHere.get(whole);
  if (sound !== undefined) return { ...fromSound(sound), mistakes: [], hash };
  // Loaded here, because a report of a sound charter does without.
  const { checkedFiles } = await import('./checked-files.ts');
  const { files, mistakes, remarks } = checkedFiles(names, contents, MOST_FILES);
  if (files !== null) {
    keepSound(hash.whole, files);
    return { ...fromSound(files), mistakes, hash };
  }
  return { charter: null, translations: new Map(), files, mistakes, remarks, hash };
}

/** What this process has found sound, those read last, by the hash of every name and byte. */
const soundHere = new Map<string, SoundFiles>();

function keepSound(whole: string, files: SoundFiles): void {
  soundHere.set(whole, files);
  const [oldest] = soundHere.keys();
  if (soundHere.size > MOST_SOUND && oldest !== undefined) soundHere.delete(oldest);
}

function fromSound(files: SoundFiles) {
  return {
    charter: assembleCharter(files.charter, files.levels, files.sections),
    translations: translationsIn(files.translations),
    files,
    remarks: files.remarks,
  };
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
