// Reads a web font (WOFF 1: zlib tables) as a TrueType file, and lists the characters that it has.
// pdfkit would unpack the file again for each document; here it happens once per process.
import { inflateSync } from 'node:zlib';

/** The TrueType bytes inside a WOFF file. */
export function trueTypeOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableOf(woff, 44 + index * 20));
  const header = Buffer.alloc(12 + count * 16);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * 16 - 2 ** power * 16, 10);

  let offset = header.length;
  const bodies: Buffer[] = [];
  tables.forEach((table, index) => {
    const entry = 12 + index * 16;
    header.write(table.tag, entry, 'latin1');
    header.writeUInt32BE(table.checksum, entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(table.data.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.data.length % 4)) % 4);
    bodies.push(table.data, padding);
    offset += table.data.length + padding.length;
  });
  return Buffer.concat([header, ...bodies]);
}

function tableOf(woff: Buffer, entry: number) {
  const at = woff.readUInt32BE(entry + 4);
  const packed = woff.subarray(at, at + woff.readUInt32BE(entry + 8));
  const length = woff.readUInt32BE(entry + 12);
  return {
    tag: woff.toString('latin1', entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    data: packed.length < length ? inflateSync(packed) : packed,
  };
}

/** Every code point that a TrueType font has a glyph for, read from its `cmap`. */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  return new Set(glyphsOf(font).keys());
}

/** How far each character of a TrueType font takes a line on, as a share of the size of the type. */
export function advancesOf(font: Buffer): ReadonlyMap<number, number> {
  const units = unitsPerEm(font);
  const advance = advanceOf(font);
  return new Map([...glyphsOf(font)].map(([code, glyph]) => [code, advance(glyph) / units]));
}

/** The size of the type in the font's units. */
export function unitsPerEm(font: Buffer): number {
  return font.readUInt16BE(findTable(font, 'head') + 18);
}

/** How far a glyph takes a line on, in the font's units. */
export function advanceOf(font: Buffer): (glyph: number) => number {
  const hmtx = findTable(font, 'hmtx');
  const metrics = font.readUInt16BE(findTable(font, 'hhea') + 34);
  // Glyphs behind the last metric are as wide as it says.
  return (glyph) => font.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4);
}

/** The glyph of each code point that a TrueType font has one for, read from its `cmap`. */
export function glyphsOf(font: Buffer): ReadonlyMap<number, number> {
  const cmap = findTable(font, 'cmap');
  const found = new Map<number, number>();
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addSegments(font, subtable, found);
    if (format === 12) addGroups(font, subtable, found);
  }
  return found;
}

/** Where a table of a TrueType font starts. */
export function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

function addSegments(font: Buffer, at: number, found: Map<number, number>): void {
  const double = font.readUInt16BE(at + 6);
  for (let segment = 0; segment < double; segment += 2) {
    const end = font.readUInt16BE(at + 14 + segment);
    const start = font.readUInt16BE(at + 16 + double + segment);
    const delta = font.readUInt16BE(at + 16 + double * 2 + segment);
    const rangeAt = at + 16 + double * 3 + segment;
    const range = font.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const stored = range === 0 ? code : font.readUInt16BE(rangeAt + range + (code - start) * 2);
      const glyph = range !== 0 && stored === 0 ? 0 : (stored + delta) & 0xffff;
      if (glyph !== 0) found.set(code, glyph);
    }
  }
}

function addGroups(font: Buffer, at: number, found: Map<number, number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = at + 16 + group * 12;
    const end = font.readUInt32BE(entry + 4);
    const start = font.readUInt32BE(entry);
    const glyph = font.readUInt32BE(entry + 8);
    for (let code = start; code <= end; code += 1) found.set(code, glyph + code - start);
  }
}
