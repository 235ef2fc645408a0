// The files of a charter's folder, parsed with positions and checked: what the schemas make of them, or every mistake.
import { checkCharter } from '#app/domain/charter/check-charter.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { shapedFiles } from './shaped-files.ts';
import type { SoundFiles } from './sound-before.ts';
import {
  checkTranslations,
  misnamedTranslations,
  translatedFiles,
  translationOf,
} from './translation-files.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';
import type { Mistake } from './yaml-place.ts';

const SECTION_FILE = /^sections\/[A-Za-z0-9][A-Za-z0-9._-]*\.yaml$/;

export type CheckedFiles = {
  /** null when there is any mistake. */
  readonly files: SoundFiles | null;
  /** Sorted by file and line. */
  readonly mistakes: readonly Mistake[];
  /** What is worth saying of a charter that is sound all the same. */
  readonly remarks: readonly Mistake[];
};

/** What files of these names are; `most` is how many of one language there may be. */
export function checkedFiles(
  names: readonly string[],
  contents: ReadonlyMap<string, Uint8Array>,
  most: number,
): CheckedFiles {
  const known = names.filter(isCharterFile);
  const parsed = parsedFiles(contents);
  const shaped = shapedFiles(originalsIn(parsed));
  const found = [...crossCheck(parsed), ...checkTranslations(parsed)];
  const mistakes: Mistake[] = [
    ...strayFiles(names, most),
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
    return { files: null, mistakes: mistakes.toSorted(byPlace), remarks };
  }
  const files = { ...shaped.value, translations: translatedFiles(parsed), remarks };
  return { files, mistakes: [], remarks };
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

function isCharterFile(name: string): boolean {
  const own = translationOf(name)?.of ?? name;
  return own === 'charter.yaml' || own === 'levels.yaml' || SECTION_FILE.test(own);
}

function strayFiles(names: readonly string[], most: number): readonly Mistake[] {
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
  if (own <= most) return stray;
  const message = `${own} files; a version has at most ${most} besides its translations`;
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
