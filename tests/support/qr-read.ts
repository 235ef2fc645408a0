// Reads the QR code of a PDF as a scanner does: the squares of its figure are painted as pixels and handed
// to a decoder that knows nothing of how they came about.
import { inflateSync } from 'node:zlib';
import decode from 'jsqr';
import { plainObjects } from './pdf-read.ts';

const PIXELS = 600;

/** The text of the only QR code; null where none is read. */
export function readQr(bytes: Uint8Array): string | null {
  const [figure] = contentOf(bytes).match(/\/Figure <<[^>]*>> BDC[\s\S]*?EMC/g) ?? [];
  const rects = [...(figure ?? '').matchAll(/^([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re$/gm)].map(
    ([, ...numbers]) => numbers.map(Number),
  );
  const [[left = 0, top = 0, size = 1] = [], ...squares] = rects;
  const pixels = new Uint8ClampedArray(PIXELS * PIXELS * 4).fill(255);
  const scale = PIXELS / size;
  for (const [x = 0, y = 0, width = 0, height = 0] of squares) {
    const [x1, x2] = [x - left, x - left + width].map((at) => Math.round(at * scale));
    const [y1, y2] = [y - top, y - top + height].map((at) => Math.round(at * scale));
    for (let line = y1 ?? 0; line < (y2 ?? 0); line += 1) {
      for (let column = x1 ?? 0; column < (x2 ?? 0); column += 1) {
        pixels.fill(0, (line * PIXELS + column) * 4, (line * PIXELS + column) * 4 + 3);
      }
    }
  }
  return decode(pixels, PIXELS, PIXELS)?.data ?? null;
}

/** The drawing commands of all pages, one to a line. */
function contentOf(bytes: Uint8Array): string {
  return [
    ...plainObjects(bytes).matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g),
  ]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .filter((content) => content.includes(' BDC'))
    .join('\n');
}
