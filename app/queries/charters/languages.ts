// In which languages a charter can be read, and how much of it is there.
import { englishName, ownName } from '#app/domain/charter/translation/language-tag.ts';
import type { Services } from '#app/services.server.ts';
import { LANGUAGES } from '#words/charters/languages.ts';

/** The other languages of a version, by id@version: their tags and what their speakers call them. */
export function languagesOf({ library }: Pick<Services, 'library'>, charter: string) {
  const tags = library.versions.get(charter)?.translations.keys() ?? [];
  return [...tags].map((tag) => ({ tag, name: ownName(tag) }));
}

/** What is to be said of the language that a version is read in; null where it is read in its own. */
export function translationNote(
  { library }: Pick<Services, 'library'>,
  charter: string,
  language: string | null,
) {
  const found = library.versions.get(charter)?.translations.get(language ?? '');
  if (found === undefined || language === null) return null;
  const { all, missing, approvedBy } = found;
  const name = englishName(language);
  return {
    sentences: [
      LANGUAGES.shown(name),
      LANGUAGES.missing(missing.length, all),
      approvedBy === null ? LANGUAGES.notApproved(name) : LANGUAGES.approved(approvedBy),
    ],
    missing: missing.map(({ file, place, text }) => ({ where: `${file}: ${place}`, text })),
  };
}

export type Language = ReturnType<typeof languagesOf>[number];
export type TranslationNote = NonNullable<ReturnType<typeof translationNote>>;
