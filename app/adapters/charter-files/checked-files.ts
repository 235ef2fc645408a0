// The files of a charter's folder, parsed with positions and checked: the charter, or every mistake in them.
import { assembleCharter, type Charter } from '#app/domain/charter/charter.ts';
import { checkCharter } from '#app/domain/charter/check-charter.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { charterFile, levelsFile, sectionFile } from '#app/domain/charter/schema.ts';
import { parseShape } from '#app/domain/charter/shape.ts';
import type { SoundFiles } from './sound-before.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';
import type { Mistake } from './yaml-place.ts';

const SECTION_FILE = /^sections\/[A-Za-z0-9][A-Za-z0-9._-]*\.yaml$/;

export type CheckedFiles = {
  /** null when there is any mistake. */
  readonly charter: Charter | null;
  /** What the schemas made of the files; null where one has another shape. */
  readonly files: Omit<SoundFiles, 'remarks'> | null;
  readonly mistakes: readonly Mistake[];
  /** What is worth saying of a charter that is sound all the same. */
  readonly remarks: readonly Mistake[];
};

/**
 * The charter in a folder of these names, or every mistake, sorted by file and line; `contents` is of as many of them
 * as a version has at most.
 */
export function checkedFiles(
  names: readonly string[],
  contents: ReadonlyMap<string, Uint8Array>,
): CheckedFiles {
  const known = names.filter(isCharterFile);
  const mistakes: Mistake[] = [...strayFiles(names, contents.size), ...absentFiles(known)];
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
  };
}

function parsedFiles(contents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, YamlFile> {
  const known = [...contents].filter(([name]) => isCharterFile(name));
  return new Map(known.map(([name, bytes]) => [name, readYaml(name, bytes)]));
}

function isCharterFile(name: string): boolean {
  return name === 'charter.yaml' || name === 'levels.yaml' || SECTION_FILE.test(name);
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
        'this file does not belong here; a version has charter.yaml, levels.yaml and sections/*.yaml',
    }));
  if (names.length <= most) return stray;
  const message = `${names.length} files; a version has at most ${most}`;
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
