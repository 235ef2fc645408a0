// What somebody looks for, as typed in one line: words, and what is asked of a part by its name
// (`state:open person:"Ama Mensah" networks`).

type Term = {
  /** The name before the colon; '' = a word. */
  readonly key: string;
  /** Folded. */
  readonly value: string;
};

/** The terms of a line, by these names; what stands in quotation marks is one. */
function searchTerms(line: string, keys: readonly string[]): readonly Term[] {
  const term = new RegExp(
    String.raw`(?:(?<key>${keys.join('|')}):\s*)?(?:"(?<quoted>[^"]*)"?|(?<plain>\S+))`,
    'giu',
  );
  return [...line.normalize('NFC').matchAll(term)].map(({ groups }) => ({
    key: (groups?.['key'] ?? '').toLowerCase(),
    value: folded(groups?.['quoted'] ?? groups?.['plain'] ?? ''),
  }));
}

/** The values that are asked for by a name. */
function valuesOf(terms: readonly Term[], key: string): readonly string[] {
  return terms.filter((term) => term.key === key && term.value !== '').map(({ value }) => value);
}

/** Without capitals and accents: 'sian' finds 'Siân'. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLocaleLowerCase('en-GB')
    .trim();
}

/** What is looked for, as it stands in an address; '' = any. */
export type FindQuery = { readonly find: string; readonly state: string; readonly person: string };

export const ANY: FindQuery = { find: '', state: '', person: '' };

export type FindFilter<State extends string> = {
  /** Each has to be found; folded. */
  readonly words: readonly string[];
  /** Each has to hold. */
  readonly states: readonly State[];
  /** Each is a part of a name, or what stands for one; folded. */
  readonly people: readonly string[];
  /** What was typed as a state and is none: it is told, and nothing is found by it. */
  readonly unknown: readonly string[];
};

/** What is asked for, of all three fields together; `states` = those that there are. */
export function findFilter<State extends string>(
  { find, state, person }: FindQuery,
  states: readonly State[],
): FindFilter<State> {
  const terms = [
    ...searchTerms(find, ['state', 'person']),
    { key: 'state', value: folded(state) },
    { key: 'person', value: folded(person) },
  ];
  // 'not started' is typed as often as 'not-started'.
  const named = valuesOf(terms, 'state').map((value) => value.replaceAll(/\s+/g, '-'));
  const known = new Map<string, State>(states.map((one) => [one, one]));
  return {
    words: valuesOf(terms, ''),
    states: named.flatMap((value) => known.get(value) ?? []),
    people: valuesOf(terms, 'person'),
    unknown: named.filter((value) => !known.has(value)),
  };
}

/** Whether it leaves everything in. */
export function isEverything({ words, states, people, unknown }: FindFilter<string>): boolean {
  return words.length + states.length + people.length + unknown.length === 0;
}
