// A code for a camera, as the path of an SVG.
import { encode } from 'uqr';

export type QrPath = { readonly size: number; readonly path: string };

/** The modules as squares of one unit, with the quiet zone of four that the standard asks for. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join('') };
}
