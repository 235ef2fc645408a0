// The verbs about charters: validate, show, diff, publish, schema.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CharterFolder,
  readCharterFolder,
} from '#app/adapters/charter-files/charter-files.ts';
import { publishVersion } from '#app/adapters/charter-files/charter-library.ts';
import { type Charter, charterName } from '#app/domain/charter/charter.ts';
import { ADDED } from '#app/domain/charter/checks/check-format.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';
import { diffTranslations } from '#app/domain/charter/diff/diff-translations.ts';
import { JSON_SCHEMAS, jsonSchemaText } from '#app/domain/charter/json-schemas.ts';
import { ownName } from '#app/domain/charter/translation/language-tag.ts';
import type { Translation } from '#app/adapters/charter-files/translations.ts';
import { charterAt, translationIn, versionAt } from './input.ts';
import { only, type Options, usage } from './options.ts';
import { CommandFailure, EXIT, print, printJson, STANDARD_OUTPUT, tell } from './output.ts';
import { charterLines, diffLines } from './text.ts';

/**
 * Every mistake in the folders of charter versions, as file:line:column, and how much of each is translated; with a
 * language, everything that is not there in it.
 */
export async function validate(paths: readonly string[], { language }: Options): Promise<number> {
  if (paths.length === 0) throw usage('validate needs the folder of a charter version');
  let wrong = 0;
  for (const folder of paths) {
    const read = await readCharterFolder(folder).catch(() => {
      throw new CommandFailure(EXIT.io, `cannot read the folder ${folder}`);
    });
    tellFindings(folder, read);
    for (const line of translationLines(read, language)) tell(`${folder}: ${line}`);
    const { charter, mistakes } = read;
    wrong += mistakes.length;
    tell(
      charter
        ? `${folder}: ${charterName(charter)} is sound`
        : `${folder}: ${mistakes.length} found`,
    );
  }
  return wrong === 0 ? EXIT.ok : EXIT.findings;
}

function tellFindings(folder: string, { mistakes, remarks }: CharterFolder): void {
  for (const { file, line, column, code, message } of mistakes) {
    print(`${path.join(folder, file)}:${line}:${column}: ${code} ${message}`);
  }
  for (const { file, line, column, code, message } of remarks) {
    tell(`${path.join(folder, file)}:${line}:${column}: remark ${code} ${message}`);
  }
}

/** How much of the charter is translated; with a language, everything that is not there in it. */
function translationLines(
  { charter, translations }: CharterFolder,
  language: string | undefined,
): readonly string[] {
  if (charter !== null && language !== undefined) {
    const found = translationIn({ charter, translations }, language);
    return completenessLines(language, found, Infinity);
  }
  return [...translations].flatMap(([tag, found]) => completenessLines(tag, found, MOST_MISSING));
}

const MOST_MISSING = 40;

/** How much of the charter a translation has, and what it leaves out. */
function completenessLines(
  language: string,
  { all, missing, approvedBy }: Translation,
  most: number,
): readonly string[] {
  const approved =
    approvedBy === null ? 'not approved by a speaker yet' : `approved: ${approvedBy}`;
  const more = missing.length - most;
  return [
    `translations/${language} (${ownName(language)}): ${all - missing.length} of ${all} texts; ${approved}`,
    ...missing.slice(0, most).map(({ file, place }) => `  not there: ${file} ${place}`),
    ...(more > 0 ? [`  and ${more} more; --language ${language} lists them all`] : []),
  ];
}

/** A charter as it is read. */
export async function show(paths: readonly string[], options: Options): Promise<number> {
  const charter = await charterAt(only(paths, 'show'), options.language);
  if (options.json) {
    printJson(shownJson(charter));
  } else print(charterLines(charter).join('\n'));
  return EXIT.ok;
}

/** A charter as JSON; what only format 2 has is left out of format 1. */
function shownJson(charter: Charter): unknown {
  const levels = charter.levels.map((level) => ({
    ...level,
    sections: Object.fromEntries(level.sections),
    requires: Object.fromEntries(level.requires),
    floors: Object.fromEntries(level.floors),
  }));
  if (charter.format === 2) return { ...charter, levels };
  const { format: _, ...plain } = charter;
  return without([...ADDED.charter, 'standards'], {
    ...plain,
    levels: levels.map((level) => without(ADDED.level, level)),
    sections: charter.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => without(ADDED.criterion, criterion)),
    })),
  });
}

function without(keys: readonly string[], value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** What changed between two versions. */
export async function diff(paths: readonly string[], options: Options): Promise<number> {
  const [before, after] = paths;
  if (before === undefined || after === undefined || paths.length > 2) {
    throw usage('diff takes two charters');
  }
  const [older, newer] = [await versionAt(before), await versionAt(after)];
  const found = diffCharters(older.charter, newer.charter);
  const translations = diffTranslations(older, newer);
  if (options.json) printJson(translations.length === 0 ? found : { ...found, translations });
  else print(diffLines(found, translations).join('\n'));
  return found.truthful ? EXIT.ok : EXIT.findings;
}

/** Lists a version as published. */
export async function publish(paths: readonly string[]): Promise<number> {
  const folder = path.resolve(only(paths, 'publish'));
  const result = await publishVersion(path.resolve(folder, '../..'), folder);
  if ('name' in result) {
    tell(`${result.name} is published`);
    return EXIT.ok;
  }
  for (const m of result.mistakes) print(`${m.file}:${m.line}:${m.column}: ${m.code} ${m.message}`);
  return EXIT.findings;
}

/** One JSON Schema printed, or all of them written into a folder. */
export async function schema(paths: readonly string[], { out }: Options): Promise<number> {
  const names = [...JSON_SCHEMAS.keys()];
  if (out === undefined) {
    const name = only(paths, 'schema');
    const found = JSON_SCHEMAS.get(name);
    if (found === undefined) throw usage(`the schemas are ${names.join(', ')}`);
    print(jsonSchemaText(found).trimEnd());
    return EXIT.ok;
  }
  if (paths.length > 0 || out === STANDARD_OUTPUT) {
    throw usage('schema takes a name or --out FOLDER');
  }
  try {
    await mkdir(out, { recursive: true });
    for (const [name, made] of JSON_SCHEMAS) {
      await writeFile(path.join(out, `${name}.schema.json`), jsonSchemaText(made));
    }
  } catch {
    throw new CommandFailure(EXIT.io, `cannot write into ${out}`);
  }
  tell(`${out}: ${names.map((name) => `${name}.schema.json`).join(', ')}`);
  return EXIT.ok;
}
