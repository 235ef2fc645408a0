// What somebody looks for, as typed in one line: words, and what is asked of a part by its name
// (`state:open person:"Ama Mensah" networks`).

export type Term = {
  /** The name before the colon; '' = a word. */
  readonly key: string;
  /** Folded. */
  readonly value: string;
};

/** The terms of a line, by these names; what stands in quotation marks is one. */
export function searchTerms(line: string, keys: readonly string[]): readonly Term[] {
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
export function valuesOf(terms: readonly Term[], key: string): readonly string[] {
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
