// In which languages a charter can be read, and how much of it is there.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { englishName, lookUp, ownName } from '#app/domain/charter/translation/language-tag.ts';
import type { MissingText } from '#app/domain/charter/translation/translation.ts';
import type { Services } from '#app/services.server.ts';
import { LANGUAGES } from '#words/charters/languages.ts';

/** How many texts that are not translated are shown; whoever translates has them all from the command line. */
const SHOWN = 5;

type Translations = ReadonlyMap<
  string,
  {
    readonly all: number;
    readonly missing: readonly MissingText[];
    readonly approvedBy: string | null;
  }
>;

/** The other languages of a version, by id@version: their tags and what their speakers call them. */
export function languagesOf({ library }: Pick<Services, 'library'>, charter: string) {
  return languagesIn(library.versions.get(charter)?.translations.keys() ?? []);
}

/** Languages with what their speakers call them. */
export function languagesIn(tags: Iterable<string>) {
  return [...tags].map((tag) => ({ tag, name: ownName(tag) }));
}

/** What is to be said of the language that a charter is read in; null where it is read in its own. */
export function translationNote(
  { charter, translations }: { readonly charter: Charter; readonly translations: Translations },
  asked: string | null,
) {
  const language = asked === null ? null : lookUp(asked, translations.keys());
  const found = translations.get(language ?? '');
  if (found === undefined || language === null) return null;
  const { all, missing, approvedBy } = found;
  const name = englishName(language);
  return {
    sentences: [
      LANGUAGES.shown(name),
      LANGUAGES.missing(missing.length, all),
      approvedBy === null ? LANGUAGES.notApproved(name) : LANGUAGES.approved(approvedBy),
    ],
    /** So many in each part of the charter. */
    parts: countsByPart(charter, missing),
    first: missing
      .slice(0, SHOWN)
      .map(({ file, place, text }) => ({ where: `${file}: ${place}`, text })),
    /** How to have them all; null = all are shown. */
    rest: missing.length > SHOWN ? LANGUAGES.rest(missing.length - SHOWN, language) : null,
  };
}

/** By section where a criterion tells which it is, else by file; in the order of the charter's files. */
function countsByPart(charter: Charter, missing: readonly MissingText[]) {
  const criteria = allCriteria(charter);
  const files = [...new Set(missing.map(({ file }) => file))];
  return files.map((file) => {
    const own = missing.filter((one) => one.file === file);
    const criterion = criteria.find(({ id }) =>
      own.some(({ place }) => place.startsWith(`criteria.${id}.`)),
    );
    const section = charter.sections.find(({ id }) => id === criterion?.section);
    return { part: section?.title ?? file, count: LANGUAGES.texts(own.length) };
  });
}

export type Language = ReturnType<typeof languagesIn>[number];
export type TranslationNote = NonNullable<ReturnType<typeof translationNote>>;
