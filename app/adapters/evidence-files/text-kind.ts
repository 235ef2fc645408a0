// Whether a file is plain text: UTF-8 without control characters, and not the beginning of a document
// that a browser would draw.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';

// Tab to carriage return, and the new line of U+0085, are white space.
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/; // oxlint-disable-line no-control-regex
const LEADING = /^[\p{White_Space}\u200B-\u200D\u2060\uFEFF]+/u;

/** null = plain text; otherwise why it is not kept as such. */
export async function textProblem(bytes: ByteSource): Promise<KindProblem['reason'] | null> {
  if (await isUtf16(bytes)) return 'utf-16';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let begun = false;
  for await (const chunk of bytes.chunks()) {
    if (CONTROL.test(asciiOf(chunk))) return 'not-recognised';
    if (!isUtf8) continue;
    const text = decoded(decoder, chunk);
    if (text === null) {
      isUtf8 = false;
      continue;
    }
    if (CONTROL.test(text)) return 'not-recognised';
    const start: string = begun ? '' : text.replace(LEADING, '');
    if (start.startsWith('<')) return 'markup';
    // Readers pass over white space and a mark in front of it, as of markup.
    if (start.startsWith('{\\rtf')) return 'rtf';
    begun ||= start !== '';
  }
  return isUtf8 && decoded(decoder, null) !== null ? null : 'not-utf8';
}

const SAMPLE = 4_096;

/**
 * By its mark, or because every other byte of it is zero as it is in the two-byte form of plain letters. A
 * mark alone may stand before anything, so what follows must be text.
 */
async function isUtf16(bytes: ByteSource): Promise<boolean> {
  if (bytes.size < 4 || bytes.size % 2 === 1) return false;
  const sample = await bytes.read(0, SAMPLE);
  const mark = sample.readUInt16LE(0);
  const even = sample.subarray(0, sample.length - (sample.length % 2));
  const [low, high] = [0, 1].map((side) => even.filter((_, at) => at % 2 === side));
  const bigEndian = mark === 0xfffe || (mark !== 0xfeff && low?.every((byte) => byte === 0));
  if (mark !== 0xfeff && !bigEndian && !high?.every((byte) => byte === 0)) return false;
  const text = (bigEndian ? Buffer.from(even).swap16() : even).toString('utf16le');
  return !CONTROL.test(text);
}

function asciiOf(chunk: Buffer): string {
  return chunk.toString('latin1').replaceAll(/[\u0080-\u00FF]+/g, ' ');
}

/** The text of a piece, or of what is left at the end; null where it is not UTF-8. */
function decoded(decoder: TextDecoder, chunk: Buffer | null): string | null {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    // Named recovery: the decoder throws for every byte that is not UTF-8.
    return null;
  }
}
