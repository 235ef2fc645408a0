// A charter's folder on disk: read, parsed with positions, checked, hashed. A published version whose
// files differ from charter-criteria/published.yaml is refused (scoring.md, Versions).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assembleCharter, type Charter } from '#app/domain/charter/charter.ts';
import { checkCharter } from '#app/domain/charter/check-charter.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { filesBelow } from '#app/adapters/backup/files-below.ts';
import { shapedFiles } from './shaped-files.ts';
import { type SoundFiles, soundBefore } from './sound-before.ts';
import {
  checkTranslations,
  misnamedTranslations,
  MOST_LANGUAGES,
  translatedFiles,
  type Translation,
  translationOf,
  translationsIn,
} from './translation-files.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';
import type { Mistake } from './yaml-place.ts';

export type { Mistake } from './yaml-place.ts';

/** The most files of one language of a version. */
const MOST_FILES = 60;
const SECTION_FILE = /^sections\/[A-Za-z0-9][A-Za-z0-9._-]*\.yaml$/;

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

/**
 * The same of files that are in memory, by their names below the folder of the version. `names` are all that the folder
 * has, where not all of them were read.
 */
export function charterIn(
  contents: ReadonlyMap<string, Uint8Array>,
  names: readonly string[] = [...contents.keys()],
): CharterFolder {
  const { files: _, ...read } = checked(contents, names);
  return read;
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
  const contents = new Map<string, Uint8Array>();
  for (const name of names.slice(0, MOST_FILES * (MOST_LANGUAGES + 1))) {
    contents.set(name, await readFile(path.join(folder, name)));
  }
  return checked(contents, names);
}

function checked(contents: ReadonlyMap<string, Uint8Array>, names: readonly string[]): Checked {
  const hash = hashFiles(contents);
  const sound = soundBefore(hash.whole);
  if (sound !== null) return { ...fromSound(sound), mistakes: [], hash };
  const known = names.filter(isCharterFile);
  const parsed = parsedFiles(contents);
  const shaped = shapedFiles(originalsIn(parsed));
  const found = [...crossCheck(parsed), ...checkTranslations(parsed)];
  const mistakes: Mistake[] = [
    ...strayFiles(names),
    ...misnamedTranslations(known),
    ...absentFiles(known),
    ...[...parsed.values()].flatMap((file) => file.mistakes),
    ...place(shaped.findings, parsed),
    ...place(
      found.filter(({ harmless }) => harmless !== true),
      parsed,
    ),
  ];
  const harmless = found.filter((finding) => finding.harmless === true);
  const remarks = place(harmless, parsed).toSorted(byPlace);
  if (shaped.value === null || mistakes.length > 0) {
    const nothing = { charter: null, translations: new Map(), files: null };
    return { ...nothing, mistakes: mistakes.toSorted(byPlace), remarks, hash };
  }
  const files = { ...shaped.value, translations: translatedFiles(parsed), remarks };
  return { ...fromSound(files), mistakes: [], hash };
}

function fromSound(files: SoundFiles) {
  return {
    charter: assembleCharter(files.charter, files.levels, files.sections),
    translations: translationsIn(files.translations),
    files,
    remarks: files.remarks,
  };
}

/** The data of the files of the charter itself, by name. */
function originalsIn(parsed: ReadonlyMap<string, YamlFile>): ReadonlyMap<string, unknown> {
  const own = [...parsed].filter(([name]) => translationOf(name) === null);
  return new Map(own.map(([name, { data }]) => [name, data]));
}

function parsedFiles(contents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, YamlFile> {
  const known = [...contents].filter(([name]) => isCharterFile(name));
  return new Map(known.map(([name, bytes]) => [name, readYaml(name, bytes)]));
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

function isCharterFile(name: string): boolean {
  const own = translationOf(name)?.of ?? name;
  return own === 'charter.yaml' || own === 'levels.yaml' || SECTION_FILE.test(own);
}

function strayFiles(names: readonly string[]): readonly Mistake[] {
  const stray = names
    .filter((name) => !isCharterFile(name))
    .map((file) => ({
      file,
      line: 1,
      column: 1,
      code: 'stray-file',
      message:
        'this file does not belong here; a version has charter.yaml, levels.yaml, sections/*.yaml, and the same in translations/<lang>/',
    }));
  const own = names.filter((name) => translationOf(name) === null).length;
  if (own <= MOST_FILES) return stray;
  const message = `${own} files; a version has at most ${MOST_FILES} besides its translations`;
  return [...stray.slice(0, 10), { file: '.', line: 1, column: 1, code: 'too-many', message }];
}

function absentFiles(names: readonly string[]): readonly Mistake[] {
  const absent = ['charter.yaml', 'levels.yaml'].filter((name) => !names.includes(name));
  const withSections = names.some((name) => name.startsWith('sections/'));
  return [...absent, ...(withSections ? [] : ['sections/*.yaml'])].map((file) => ({
    file,
    line: 1,
    column: 1,
    code: 'missing-file',
    message: `${file} is missing from the folder`,
  }));
}

function crossCheck(parsed: ReadonlyMap<string, YamlFile>): readonly Finding[] {
  const data = (file: string) => ({ file, data: parsed.get(file)?.data });
  return checkCharter({
    charter: data('charter.yaml'),
    levels: data('levels.yaml'),
    sections: [...parsed.keys()].filter((name) => name.startsWith('sections/')).map(data),
  });
}

// What stands behind a break in a file's structure is a guess of the parser's: the break itself is
// reported, what would only follow from it is not.
function place(
  findings: readonly Finding[],
  parsed: ReadonlyMap<string, YamlFile>,
): readonly Mistake[] {
  return findings.flatMap((finding) => {
    const file = parsed.get(finding.file);
    if (file === undefined) return [];
    const mistake = file.locate(finding);
    return file.brokenFrom !== null && mistake.line >= file.brokenFrom ? [] : [mistake];
  });
}

function byPlace(a: Mistake, b: Mistake): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}
