// The tokens of a PDF: names with their codes read, numbers, strings, brackets and words. Whatever stands
// inside a string or a comment is no token.

export type PdfToken = {
  readonly kind: 'name' | 'number' | 'string' | 'open' | 'close' | 'word';
  /** A name without its slash, or what is written; nothing for a string. */
  readonly text: string;
  readonly start: number;
  /** The place after it. */
  readonly end: number;
};

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const ENDS = new Set([...SPACE, ...Buffer.from('()<>[]{}/%')]);
/** Longer names and words are none that mean anything. */
const MOST_TEXT = 400;

/** Whether the byte is what PDF calls white space. */
export function isPdfSpace(byte: number | undefined): boolean {
  return byte !== undefined && SPACE.has(byte);
}

/** Whether a word goes on with this byte. */
export function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !ENDS.has(byte);
}

/** The next token from a place on; null at the end. */
export function tokenAt(bytes: Buffer, from: number): PdfToken | null {
  const start = afterSpace(bytes, from);
  const sign = bytes[start];
  if (sign === undefined) return null;
  const single = (kind: PdfToken['kind'], length: number): PdfToken => ({
    kind,
    text: bytes.toString('latin1', start, start + length),
    start,
    end: start + length,
  });
  if (sign === 0x28) return { kind: 'string', text: '', start, end: afterString(bytes, start) };
  if (sign === 0x3c && bytes[start + 1] !== 0x3c) {
    const closing = bytes.indexOf(0x3e, start);
    return { kind: 'string', text: '', start, end: closing < 0 ? bytes.length : closing + 1 };
  }
  if (sign === 0x3c) return single('open', 2);
  if (sign === 0x3e && bytes[start + 1] === 0x3e) return single('close', 2);
  if (sign === 0x5b) return single('open', 1);
  if (sign === 0x5d) return single('close', 1);
  if (sign !== 0x2f && ENDS.has(sign)) return single('word', 1);
  return writtenAt(bytes, start);
}

/** A name, a number or a word. */
function writtenAt(bytes: Buffer, start: number): PdfToken {
  let end = start + 1;
  while (isRegular(bytes[end])) end += 1;
  const text = bytes.toString('latin1', start, Math.min(end, start + MOST_TEXT));
  if (text.startsWith('/')) return { kind: 'name', text: nameIn(text.slice(1)), start, end };
  return { kind: /^[+-]?\.?\d/.test(text) ? 'number' : 'word', text, start, end };
}

function nameIn(written: string): string {
  if (!written.includes('#')) return written;
  return written.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The place after spaces and comments. */
function afterSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length) {
    if (bytes[at] === 0x25)
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    else if (!isPdfSpace(bytes[at])) break;
    else at += 1;
  }
  return at;
}

/** The place after a string in brackets, which may hold pairs of brackets and escaped ones. */
function afterString(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const sign = bytes[at];
    if (sign === 0x5c) at += 1;
    else if (sign === 0x28) depth += 1;
    else if (sign === 0x29) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}
