// What somebody may call themself: a name that can be read, and is not that of somebody beside them.

const MOST_CHARACTERS = 200;

/** The name as it is kept; null where it is none: no letter, too long, or with characters that nobody sees. */
export function readableName(typed: string): string | null {
  const name = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const isName = /\p{L}/u.test(name) && !/\p{C}/u.test(name) && name.length <= MOST_CHARACTERS;
  return isName ? name : null;
}

/** The most characters of a name. */
export const NAME_CHARACTERS = MOST_CHARACTERS;

/** Whether two names are the same to whoever reads them: whatever the accents, capitals and spaces. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{C}\p{P}\s]/gu, '')
    .toLowerCase();
}
