// What became of a charter's translations from one version to the next: which came and went, which texts of them
// changed, and where a text changed whose translation did not. Adding one is a patch (scoring.md, Versions).
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { isMarked } from '#app/domain/charter/translation/marked.ts';

/** A charter in one language, and how much of it is there. */
export type Translated = {
  readonly charter: Charter;
  readonly all: number;
  readonly missing: readonly unknown[];
};

/** A version in its own language and in every other that it has. */
export type InLanguages = {
  readonly charter: Charter;
  readonly translations: ReadonlyMap<string, Translated>;
};

export type TranslationChange = {
  readonly language: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'unchanged';
  /** Of how many texts how many are there; null = there is no translation. */
  readonly before: { readonly there: number; readonly all: number } | null;
  readonly after: { readonly there: number; readonly all: number } | null;
  /** Ids of criteria and levels with other translated texts, and ‘charter’ for all else. */
  readonly changed: readonly string[];
  /** The same where the original says something else now, and its translation is as it was. */
  readonly stale: readonly string[];
};

/** Every language of either version, in the order of their tags. */
export function diffTranslations(
  before: InLanguages,
  after: InLanguages,
): readonly TranslationChange[] {
  const languages = new Set([...before.translations.keys(), ...after.translations.keys()]);
  return [...languages].toSorted().map((language) => changeOf(language, before, after));
}

function changeOf(language: string, before: InLanguages, after: InLanguages): TranslationChange {
  const [was, is] = [before.translations.get(language), after.translations.get(language)];
  const counts = { before: countOf(was), after: countOf(is) };
  const none = { language, ...counts, changed: [], stale: [] };
  if (was === undefined) return { ...none, kind: 'added' };
  if (is === undefined) return { ...none, kind: 'removed' };
  const [old, now] = [partsOf(was.charter), partsOf(is.charter)];
  const [original, reworded] = [partsOf(before.charter), partsOf(after.charter)];
  const textsIn = (parts: Parts, id: string) => parts.get(id) ?? new Map<string, string>();
  const changed = [...now.keys()].filter((id) => {
    const [one, other] = [markedIn(textsIn(old, id)), markedIn(textsIn(now, id))];
    return one !== other;
  });
  const stale = [...now].flatMap(([id, texts]) => {
    const isStale = [...texts].some(
      ([path, text]) =>
        isMarked(text) &&
        textsIn(old, id).get(path) === text &&
        textsIn(original, id).get(path) !== textsIn(reworded, id).get(path),
    );
    return isStale ? [id] : [];
  });
  const kind = changed.length === 0 ? 'unchanged' : 'changed';
  return { ...none, kind, changed, stale };
}

function countOf(translated: Translated | undefined) {
  if (translated === undefined) return null;
  const { all, missing } = translated;
  return { there: all - missing.length, all };
}

/** The texts of criteria and levels by id, and those of all else under ‘charter’; each text by its path. */
type Parts = ReadonlyMap<string, ReadonlyMap<string, string>>;

function partsOf(charter: Charter): Parts {
  const { levels, sections, language: _, ...rest } = charter;
  const own = sections.map(({ criteria: _criteria, ...section }) => section);
  const parts: readonly (readonly [string, unknown])[] = [
    ['charter', { ...rest, version: '', sections: own }],
    ...levels.map((level) => [level.id, level] as const),
    ...allCriteria(charter).map((criterion) => [criterion.id, criterion] as const),
  ];
  return new Map(parts.map(([id, part]) => [id, new Map(textsOf(part, ''))]));
}

function textsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    textsOf(below, `${path}/${Array.isArray(value) ? nameOf(below, key) : key}`),
  );
}

/** An entry of a list by its id, where it has one: it is the same wherever it stands. */
function nameOf(entry: unknown, place: string): string {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : place;
  return typeof id === 'string' ? id : place;
}

function markedIn(texts: ReadonlyMap<string, string>): string {
  return JSON.stringify([...texts].filter(([, text]) => isMarked(text)));
}
