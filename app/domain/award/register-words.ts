// What an award is found by: the words of its names, and marks for what can be filtered by. A mark is a
// word with a colon, which no text yields, so that every search is a look into one index.

/** What the register can be narrowed to; null = not narrowed. */
export type RegisterFilter = {
  readonly charter: string | null;
  readonly level: string | null;
  readonly year: string | null;
  /** Words of an organisation's name, its ODS code or its id. */
  readonly organisation: string | null;
  readonly words: string | null;
};

export const EVERYTHING: RegisterFilter = {
  charter: null,
  level: null,
  year: null,
  organisation: null,
  words: null,
};

/** An organisation that an award counts for: its own, and those that it became part of. */
export type RegisteredOrganisation = {
  readonly id: string;
  readonly odsCode: string | null;
  /** The present name and the earlier ones. */
  readonly names: readonly string[];
};

export type RegisteredAward = {
  readonly number: string;
  /** id@version */
  readonly charter: string;
  readonly level: string;
  /** Its label, as people say it. */
  readonly levelLabel: string;
  readonly awardedOn: string;
  readonly department: string;
  readonly organisations: readonly RegisteredOrganisation[];
};

/** Words that nearly every name has; they narrow nothing. */
const SILENT = new Set(['a', 'and', 'for', 'in', 'of', 'the']);
const WORD = /[\p{L}\p{N}]+/gu;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Stands before each word of an organisation's names. */
const ORGANISATION = 'organisation:';
/** More words than this narrow a search no further. */
const MOST_WORDS = 8;

/** The words of a text, each once: without accents, capitals and apostrophes. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .toLowerCase();
  const found = plain.match(WORD) ?? [];
  return [...new Set(found)].filter((word) => !SILENT.has(word));
}

/** The name of a charter without its version. */
export function charterIdOf(charter: string): string {
  return charter.split('@')[0] ?? charter;
}

/** Everything that an award is found by, each once. */
export function registerWords(award: RegisteredAward): readonly string[] {
  const { organisations, department, number, levelLabel } = award;
  const names = organisations.flatMap((organisation) => organisation.names);
  return [
    ...new Set([
      ...[...names, department, number, levelLabel].flatMap(wordsOf),
      ...organisations.flatMap(organisationMarks),
      ...filterMarks({
        charter: charterIdOf(award.charter),
        level: award.level,
        year: award.awardedOn.slice(0, 4),
      }),
    ]),
  ];
}

/** What an award must have: a whole word or mark, or a word that begins with `mark` and has the part in it. */
export type Wanted =
  | { readonly kind: 'whole'; readonly word: string }
  | { readonly kind: 'part'; readonly mark: '' | typeof ORGANISATION; readonly part: string };

/** What an award must have all of to be found; nothing = every award. */
export function wantedWords(filter: RegisterFilter): readonly Wanted[] {
  const { charter, level, year } = filter;
  const given = Object.entries({ charter, level, year }).filter(([, value]) => value !== null);
  const marks =
    given.length === 0 ? [] : [joined(given.map(([name, value]) => `${name}:${value}`))];
  return [
    ...partsOf(filter.words ?? '', ''),
    ...wantedOrganisation((filter.organisation ?? '').trim().toLowerCase()),
    ...marks.map((word): Wanted => ({ kind: 'whole', word })),
  ];
}

function wantedOrganisation(text: string): readonly Wanted[] {
  if (ID.test(text)) return [{ kind: 'whole', word: `${ORGANISATION}${text}` }];
  return partsOf(text, ORGANISATION);
}

function partsOf(text: string, mark: '' | typeof ORGANISATION): readonly Wanted[] {
  const parts = wordsOf(text).slice(0, MOST_WORDS);
  return parts.map((part): Wanted => ({ kind: 'part', mark, part }));
}

/** The words among those of an award that parts are looked for in, without marks and ids, each once. */
export function searchedWords(words: readonly string[]): readonly string[] {
  const plain = words.map((word) =>
    word.startsWith(ORGANISATION) ? word.slice(ORGANISATION.length) : word,
  );
  return [...new Set(plain)].filter((word) => !/[:&]/.test(word) && !ID.test(word));
}

/** A word and each of its ends: a part of the word is the beginning of one of them. */
export function endsOf(word: string): readonly string[] {
  const letters = [...word];
  return [...new Set(letters.map((_, index) => letters.slice(index).join('')))];
}

function organisationMarks({ id, odsCode, names }: RegisteredOrganisation): readonly string[] {
  const words = [id.toLowerCase(), ...[odsCode ?? '', ...names].flatMap(wordsOf)];
  return words.map((word) => `${ORGANISATION}${word}`);
}

// Every combination has a mark of its own: three filters at once are still one look into the index.
function filterMarks(values: Readonly<Record<'charter' | 'level' | 'year', string>>) {
  return Object.entries(values)
    .reduce<readonly (readonly string[])[]>(
      (sets, [name, value]) => [...sets, ...sets.map((set) => [...set, `${name}:${value}`])],
      [[]],
    )
    .slice(1)
    .map(joined);
}

// A single mark stays as it is: the values of a filter are read from the index by its beginning.
function joined(marks: readonly string[]): string {
  return marks.length === 1 ? (marks[0] ?? '') : `&${marks.join('&')}`;
}
