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
const WORD = /mc-\d{4}-\d+|[\p{L}\p{N}]+/gu;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
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

/** What an award must have all of to be found; nothing = every award. */
export function wantedWords(filter: RegisterFilter): readonly string[] {
  const { charter, level, year } = filter;
  const given = Object.entries({ charter, level, year }).filter(([, value]) => value !== null);
  return [
    ...wordsOf(filter.words ?? '').slice(0, MOST_WORDS),
    ...wantedOrganisation((filter.organisation ?? '').trim().toLowerCase()),
    ...(given.length === 0 ? [] : [joined(given.map(([name, value]) => `${name}:${value}`))]),
  ];
}

function wantedOrganisation(text: string): readonly string[] {
  const words = ID.test(text) ? [text] : wordsOf(text).slice(0, MOST_WORDS);
  return words.map((word) => `organisation:${word}`);
}

function organisationMarks({ id, odsCode, names }: RegisteredOrganisation): readonly string[] {
  const words = [id.toLowerCase(), ...[odsCode ?? '', ...names].flatMap(wordsOf)];
  return words.map((word) => `organisation:${word}`);
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
