// Whether two names of organisations or departments are one name, written in two ways.

/** What is left of a name where letter case, accents, signs, spaces and what is not seen make no difference. */
export function nameKey(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('&', ' and ');
  const words = letters.replaceAll(/['’‘.`]/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  // A name of signs alone is compared as it stands.
  return words.length === 0 ? letters.trim() : words.join(' ');
}

/** The first of these that has the name, however it is written; null = none. */
export function sameNamed<T extends { readonly name: string }>(
  name: string,
  others: readonly T[],
): T | null {
  const key = nameKey(name);
  return others.find((other) => nameKey(other.name) === key) ?? null;
}
