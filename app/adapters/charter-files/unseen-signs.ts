// Signs that nobody sees and that no text of a charter needs: control characters, those that turn the order of letters
// around, halves of letters, and the mark that the program itself puts around translated passages.

/** Tab and line feed are needed. */
const UNSEEN =
  // They are what it looks for.
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E]|\u{E0001}|[\uD800-\uDFFF]/u;

/** How such a sign is written out between double quotes. */
const ESCAPE = /\\(?:u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|[0abvfreN])/gi;

/** The first such sign of a text: where it is, and what to say of it; null = there is none. */
export function unseenSign(
  text: string,
): { readonly index: number; readonly message: string } | null {
  const found = UNSEEN.exec(text);
  if (found === null) return null;
  const code = found[0].codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { index: found.index, message: messageOf(code, name) };
}

function messageOf(code: number, name: string): string {
  if (code >= 0x202a && code <= 0x202e) {
    return `the sign ${name} changes the order in which letters are shown; remove it, as the order follows from the language`;
  }
  if (code === 0xe0001) return `the sign ${name} is kept for the program; remove it`;
  return `the control character ${name} is not allowed; remove it`;
}

/** Where in the source of a text that has such a sign the sign stands: itself, or its escape; 0 = its beginning. */
export function placeInSource(source: string): number {
  const itself = unseenSign(source.replaceAll('\r\n', ' \n'));
  if (itself !== null) return itself.index;
  const escape = [...source.matchAll(ESCAPE)].find(([written]) => isUnseen(written));
  return escape?.index ?? 0;
}

const LETTERS: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001B',
  N: '\u0085',
};

function isUnseen(written: string): boolean {
  const code = written.length > 2 ? Number.parseInt(written.slice(2), 16) : null;
  const sign =
    code === null
      ? (LETTERS[written.slice(1)] ?? '')
      : code <= 0x10ffff
        ? String.fromCodePoint(code)
        : '';
  return unseenSign(sign) !== null;
}
