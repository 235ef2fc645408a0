// A version's `translations/<lang>/`: files with the names of the charter's own, read, checked against them, and
// the charter in each language. Source: scoring.md, Versions.
import { checkTranslation } from '#app/domain/charter/checks/check-translation.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { parseShape } from '#app/domain/charter/shape.ts';
import { wrongLanguage } from '#app/domain/charter/translation/language-tag.ts';
import { TRANSLATION_FILES } from '#app/domain/charter/translation/translated-files.ts';
import { TEXTS } from '#app/domain/charter/translation/texts.ts';
import {
  inTranslation,
  kindOfFile,
  missingTexts,
} from '#app/domain/charter/translation/translation.ts';
import { Place } from '#app/domain/charter/view.ts';
import { shapedFiles } from './shaped-files.ts';
import type { SoundFiles } from './sound-before.ts';
import { MOST_LANGUAGES } from './translations.ts';
import type { YamlFile } from './yaml-file.ts';
import type { Mistake } from './yaml-place.ts';

const TRANSLATION = /^translations\/([^/]+)\/(.+)$/;

/** The language and the file of the charter that a file translates; null = it is no translation. */
export function translationOf(
  name: string,
): { readonly language: string; readonly of: string } | null {
  const [, language, of] = TRANSLATION.exec(name) ?? [];
  return language === undefined || of === undefined ? null : { language, of };
}

type Parsed = ReadonlyMap<string, YamlFile>;

/** What is wrong with the translations' names: languages that are none, files that the charter does not have. */
export function misnamedTranslations(names: readonly string[]): readonly Mistake[] {
  const found = names.flatMap((name) => {
    const translation = translationOf(name);
    return translation === null ? [] : [{ name, ...translation }];
  });
  const languages = [...new Set(found.map(({ language }) => language))];
  const wrong = languages.flatMap((language): readonly Mistake[] => {
    const message = wrongLanguage(language);
    if (message === null) return [];
    return [mistakeIn(`translations/${language}`, 'bad-language', message)];
  });
  const many = `${languages.length} languages; a version has at most ${MOST_LANGUAGES} besides its own`;
  const stray = found
    .filter(({ of }) => !names.includes(of))
    .map(({ name, of }) =>
      mistakeIn(
        name,
        'stray-file',
        `the charter has no ${of}; the files of a translation have the names of the charter's own`,
      ),
    );
  return [
    ...wrong,
    ...stray,
    ...(languages.length > MOST_LANGUAGES ? [mistakeIn('translations', 'too-many', many)] : []),
  ];
}

function mistakeIn(file: string, code: string, message: string): Mistake {
  return { file, line: 1, column: 1, code, message };
}

/** What is wrong inside the translations' files. */
export function checkTranslations(parsed: Parsed): readonly Finding[] {
  const format1 = parsed.get('charter.yaml')?.data;
  const isFormat1 = new Place('charter.yaml', [], format1).at('format').data === '1';
  return [...parsed].flatMap(([name, { data }]): readonly Finding[] => {
    const of = translationOf(name)?.of ?? '';
    const kind = kindOfFile(of);
    if (kind === null || translationOf(name) === null) return [];
    const { findings } = parseShape(TRANSLATION_FILES[kind], name, data ?? {});
    const original = new Place(of, [], parsed.get(of)?.data);
    const translated = new Place(name, [], data);
    const needs = {
      file: name,
      path: [],
      on: 'value',
      code: 'needs-format-2',
      message: 'translations belong to format 2; write format: 2 in charter.yaml to use them',
    } as const;
    return [
      ...(isFormat1 ? [needs] : []),
      ...findings,
      ...(original.present ? checkTranslation(original, translated, TEXTS[kind]) : []),
    ];
  });
}

/** What the schemas make of a sound version in each of its languages. */
export function translatedFiles(parsed: Parsed): SoundFiles['translations'] {
  const languages = [...parsed.keys()].flatMap((name) => translationOf(name)?.language ?? []);
  const entries = [...new Set(languages)].toSorted().map((language) => {
    const originals = [...parsed].filter(([name]) => translationOf(name) === null);
    const beside = originals.map(([file, { data }]) => ({
      original: { file, data },
      translated: parsed.get(`translations/${language}/${file}`)?.data,
    }));
    const merged = new Map(beside.map((one) => [one.original.file, inTranslation(one)]));
    const counted = beside.map(missingTexts);
    const own = parsed.get(`translations/${language}/charter.yaml`)?.data;
    const approved = new Place('', [], own).at('approvedBy').data;
    const files = shapedFiles(merged);
    if (files.value === null) throw new Error(`the translation ${language} spoils the charter`);
    const made = {
      ...files.value,
      all: counted.reduce((sum, { all }) => sum + all, 0),
      missing: counted.flatMap(({ missing }) => missing),
      approvedBy: typeof approved === 'string' ? approved.trim() : null,
    };
    return [language, made] as const;
  });
  return Object.fromEntries(entries);
}
