// A charter's folder on disk: read, parsed with positions, checked, hashed. A published version whose
// files differ from charter-criteria/published.yaml is refused (scoring.md, Versions).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { assembleCharter, type Charter } from '#app/domain/charter/charter.ts';
import { checkCharter } from '#app/domain/charter/check-charter.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { charterFile, levelsFile, sectionFile } from '#app/domain/charter/schema.ts';
import { parseShape } from '#app/domain/charter/shape.ts';
import { filesBelow } from '#app/adapters/backup/files-below.ts';
import { type SoundFiles, soundBefore } from './sound-before.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';
import type { Mistake } from './yaml-place.ts';

export type { Mistake } from './yaml-place.ts';

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

/** What a build keeps of a folder without a mistake; null of any other. */
export async function soundFiles(
  folder: string,
): Promise<{ readonly whole: string; readonly files: SoundFiles } | null> {
  const { charter, files, remarks, hash } = await readFolder(folder);
  if (charter === null || files === null) return null;
  return { whole: hash.whole, files: { ...files, remarks } };
}

/** The folder with what the schemas made of its files; null where one has another shape. */
async function readFolder(
  folder: string,
): Promise<CharterFolder & { readonly files: Omit<SoundFiles, 'remarks'> | null }> {
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
  const known = names.filter(isCharterFile);
  const mistakes: Mistake[] = [...strayFiles(names), ...absentFiles(known)];
  const parsed = parsedFiles(contents);
  for (const file of parsed.values()) mistakes.push(...file.mistakes);
  const shaped = shape(parsed);
  mistakes.push(...place(shaped.findings, parsed));
  const found = crossCheck(parsed);
  const wrong = found.filter(({ harmless }) => harmless !== true);
  const harmless = found.filter((finding) => finding.harmless === true);
  mistakes.push(...place(wrong, parsed));
  return {
    charter: mistakes.length === 0 ? shaped.charter : null,
    files: shaped.files,
    mistakes: mistakes.toSorted(byPlace),
    remarks: place(harmless, parsed).toSorted(byPlace),
    hash,
  };
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
  return name === 'charter.yaml' || name === 'levels.yaml' || SECTION_FILE.test(name);
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
        'this file does not belong here; a version has charter.yaml, levels.yaml and sections/*.yaml',
    }));
  if (names.length <= MOST_FILES) return stray;
  const message = `${names.length} files; a version has at most ${MOST_FILES}`;
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

function shape(parsed: ReadonlyMap<string, YamlFile>) {
  const sections = [...parsed].filter(([name]) => name.startsWith('sections/'));
  const charter = parseShape(charterFile, 'charter.yaml', parsed.get('charter.yaml')?.data);
  const levels = parseShape(levelsFile, 'levels.yaml', parsed.get('levels.yaml')?.data);
  const shapedSections = sections.map(([name, file]) => parseShape(sectionFile, name, file.data));
  const values = shapedSections.flatMap((section) => section.value ?? []);
  const complete =
    charter.value !== null && levels.value !== null && values.length === sections.length;
  const files =
    complete && charter.value && levels.value
      ? { charter: charter.value, levels: levels.value, sections: values }
      : null;
  return {
    files,
    charter: files === null ? null : assembleCharter(files.charter, files.levels, files.sections),
    findings: [charter, levels, ...shapedSections].flatMap((part) => part.findings),
  };
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
