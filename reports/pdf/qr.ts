// A QR code as vectors: one path of squares, so that no seam shows between them at any size.
import { encode } from 'uqr';
import type { TaggedDocument } from './pdf-document.ts';
import { colour } from './theme.ts';

/** Light squares that readers need around the code (ISO/IEC 18004). */
const quiet = 4;

/** Draws the code of a text within a square, its quiet zone included. */
export function drawQr(
  document: TaggedDocument,
  text: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const { data, size: modules } = encode(text, { ecc: 'M', border: quiet });
  const side = size / modules;
  document.rect(x, y, size, size).fill(colour.white);
  data.forEach((row, line) => {
    for (const { from, length } of runsOf(row)) {
      document.rect(x + from * side, y + line * side, length * side, side);
    }
  });
  document.fill(colour.black);
}

/** The dark squares of a row, neighbours together. */
function runsOf(row: readonly boolean[]): readonly { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((dark, at) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  });
  return runs;
}
