// What the streams of a PDF hold, unpacked within a limit.
import { inflateRawSync, constants } from 'node:zlib';

type Decode = (data: Buffer, most: number) => Buffer | null;

/** The data after these filters, up to so many bytes; null where that cannot be told. */
export function decoded(filters: readonly string[], data: Buffer, most: number): Buffer | null {
  let content: Buffer | null = data;
  for (const filter of filters) {
    const decode = DECODERS.get(filter);
    if (decode === undefined || content === null) return null;
    content = decode(content, most);
  }
  return content;
}

const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['FlateDecode', inflated],
  ['Fl', inflated],
  ['ASCIIHexDecode', fromHex],
  ['AHx', fromHex],
  ['ASCII85Decode', from85],
  ['A85', from85],
]);

/** As readers do: from the beginning as far as it goes, without asking for its checksum. */
function inflated(data: Buffer, most: number): Buffer | null {
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    return inflateRawSync(data.subarray(2), { finishFlush, maxOutputLength: Math.max(1, most) });
  } catch {
    // Named recovery: damaged, or more than is looked at.
    return null;
  }
}

/** The text before the sign that ends it. */
function textBefore(data: Buffer, sign: string): string {
  const end = data.indexOf(sign);
  return data.toString('latin1', 0, end < 0 ? data.length : end);
}

function fromHex(data: Buffer): Buffer {
  const digits = textBefore(data, '>').replaceAll(/[^0-9a-f]/gi, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

function from85(data: Buffer): Buffer {
  const text = textBefore(data, '~')
    .replaceAll(/[\0\s]/g, '')
    .replaceAll('z', '!!!!!');
  const groups = text.match(/.{1,5}/gs) ?? [];
  return Buffer.concat(
    groups.map((group) => {
      const padded = group.padEnd(5, 'u');
      const value = [...padded].reduce((sum, sign) => sum * 85 + sign.charCodeAt(0) - 33, 0);
      const four = Buffer.alloc(4);
      four.writeUInt32BE(Math.max(0, value) % 2 ** 32);
      return four.subarray(0, group.length - 1);
    }),
  );
}
