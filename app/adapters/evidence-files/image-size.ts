// The width and height that an image says it has, from its header alone.
import type { ByteSource } from '#app/adapters/backup/byte-source.ts';

export type ImageSize = { readonly width: number; readonly height: number };

const MOST_SEGMENTS = 1_000;

/** The size in the header of a PNG; null where there is none. */
export async function pngSize(bytes: ByteSource): Promise<ImageSize | null> {
  const header = await bytes.read(8, 25);
  const isHeader = header.length === 25 && header.toString('latin1', 4, 8) === 'IHDR';
  if (!isHeader || header.readUInt32BE(0) !== 13) return null;
  return { width: header.readUInt32BE(8), height: header.readUInt32BE(12) };
}

/** The size in the first frame of a JPEG; null where no frame is found. */
export async function jpegSize(bytes: ByteSource): Promise<ImageSize | null> {
  let at = 2;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    const header = await bytes.read(at, 9);
    if (header.length < 9 || header[0] !== 0xff) return null;
    const marker = header[1] ?? 0;
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { height: header.readUInt16BE(5), width: header.readUInt16BE(7) };
    const isScan = marker === 0xda || marker === 0xd9;
    if (isScan || header.readUInt16BE(2) < 2) return null;
    at += 2 + header.readUInt16BE(2);
  }
  return null;
}

// C0 to CF begin a frame, but for the tables C4 and CC and the reserved C8.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
