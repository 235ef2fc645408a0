// Reads how much closer two glyphs of a TrueType font stand beside each other: the `kern` feature of its
// GPOS table, as pairs of glyphs and as pairs of classes (OpenType 1.9, GPOS lookup type 2).
import { findTable } from './font-file.ts';

/** What is added to the advance of `left` before `right`, in the font's units. */
export type Kerning = (left: number, right: number) => number;

const PAIRS = 2;
/** A value that moves nothing but the advance of the first glyph. */
const ADVANCE = 4;

/** The kerning of a font whose pairs move only the advance of the first; it throws at any other. */
export function kerningOf(font: Buffer): Kerning {
  const lookups = kernLookups(font).map((lookup) => subtablesOf(font, lookup));
  return (left, right) =>
    lookups.reduce((sum, subtables) => sum + moved(font, subtables, { left, right }), 0);
}

/** Where the lookups of `kern` start, each once: every script of such a font has the same. */
function kernLookups(font: Buffer): readonly number[] {
  const gpos = findTable(font, 'GPOS');
  const features = gpos + font.readUInt16BE(gpos + 6);
  const list = gpos + font.readUInt16BE(gpos + 8);
  const entries = wordsAt(font, features, 3);
  const kern = entries.find((entry) => font.toString('latin1', entry, entry + 4) === 'kern');
  if (kern === undefined) return [];
  const feature = features + font.readUInt16BE(kern + 4);
  return wordsAt(font, feature + 2, 1).map(
    (at) => list + font.readUInt16BE(list + 2 + font.readUInt16BE(at) * 2),
  );
}

function subtablesOf(font: Buffer, lookup: number): readonly number[] {
  const subtables = wordsAt(font, lookup + 4, 1).map((at) => lookup + font.readUInt16BE(at));
  const plain = (at: number) =>
    font.readUInt16BE(at + 4) === ADVANCE && font.readUInt16BE(at + 6) === 0;
  if (font.readUInt16BE(lookup) !== PAIRS || !subtables.every(plain)) {
    throw new Error('the font moves more than the advance of a pair');
  }
  return subtables;
}

type Pair = { readonly left: number; readonly right: number };

/** What the first subtable that has the pair says. */
function moved(font: Buffer, subtables: readonly number[], pair: Pair): number {
  for (const subtable of subtables) {
    const covered = coverage(font, subtable + font.readUInt16BE(subtable + 2), pair.left);
    if (covered === -1) continue;
    if (font.readUInt16BE(subtable) === 2) return byClass(font, subtable, pair);
    const found = byGlyph(font, subtable + font.readUInt16BE(subtable + 10 + covered * 2), pair);
    if (found !== null) return found;
  }
  return 0;
}

function byGlyph(font: Buffer, set: number, { right }: Pair): number | null {
  const at = search(font, { at: set + 2, count: font.readUInt16BE(set), size: 4 }, right);
  return at !== null && font.readUInt16BE(at) === right ? font.readInt16BE(at + 2) : null;
}

function byClass(font: Buffer, subtable: number, { left, right }: Pair): number {
  const first = classOf(font, subtable + font.readUInt16BE(subtable + 8), left);
  const second = classOf(font, subtable + font.readUInt16BE(subtable + 10), right);
  const width = font.readUInt16BE(subtable + 14);
  return font.readInt16BE(subtable + 16 + (first * width + second) * 2);
}

/** The place of a glyph among those that a coverage table names, or -1. */
function coverage(font: Buffer, table: number, glyph: number): number {
  const ranges = font.readUInt16BE(table) === 2;
  const count = font.readUInt16BE(table + 2);
  const at = search(font, { at: table + 4, count, size: ranges ? 6 : 2 }, glyph);
  if (at === null) return -1;
  const start = font.readUInt16BE(at);
  if (!ranges) return start === glyph ? (at - table - 4) / 2 : -1;
  return glyph <= font.readUInt16BE(at + 2) ? font.readUInt16BE(at + 4) + glyph - start : -1;
}

/** The class of a glyph; what a table does not name is in class 0. */
function classOf(font: Buffer, table: number, glyph: number): number {
  if (font.readUInt16BE(table) === 1) {
    const place = glyph - font.readUInt16BE(table + 2);
    const named = place >= 0 && place < font.readUInt16BE(table + 4);
    return named ? font.readUInt16BE(table + 6 + place * 2) : 0;
  }
  const at = search(font, { at: table + 4, count: font.readUInt16BE(table + 2), size: 6 }, glyph);
  return at !== null && glyph <= font.readUInt16BE(at + 2) ? font.readUInt16BE(at + 4) : 0;
}

type Records = { readonly at: number; readonly count: number; readonly size: number };

/** The last of sorted records that starts with this glyph or one before it. */
function search(font: Buffer, { at, count, size }: Records, glyph: number): number | null {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (font.readUInt16BE(at + middle * size) <= glyph) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : at + (low - 1) * size;
}

/** Where the entries of a counted list stand, each of so many 16-bit words. */
function wordsAt(font: Buffer, list: number, words: number): readonly number[] {
  const count = font.readUInt16BE(list);
  return Array.from({ length: count }, (_, index) => list + 2 + index * words * 2);
}
