// Reads how much closer two glyphs of a TrueType font stand beside each other: the `kern` feature of its
// GPOS table, as pairs of glyphs and as pairs of classes (OpenType 1.9, GPOS lookup type 2).
import { findTable } from './font-file.ts';

/** What is added to the advance of `left` before `right`, in the font's units. */
export type Kerning = (left: number, right: number) => number;

/** 'kern' as a number. */
const KERN = 0x6b65726e;
const PAIRS = 2;
/** A value that moves nothing but the advance of the first glyph. */
const ADVANCE = 4;

type Lookup = readonly number[];

/** The kerning of a font whose pairs move only the advance of the first; it throws at any other. */
export function kerningOf(font: Buffer): Kerning {
  // A view reads several times as fast as the buffer does, which checks each place by itself.
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const lookups = kernLookups(view, findTable(font, 'GPOS')).map((at) => subtablesOf(view, at));
  const rows = new Map<number, readonly (readonly Covered[])[]>();
  return (left, right) => {
    let row = rows.get(left);
    if (row === undefined) {
      row = lookups.map((subtables) => coveredIn(view, subtables, left));
      rows.set(left, row);
    }
    return row.reduce((sum, subtables) => sum + moved(view, subtables, { left, right }), 0);
  };
}

/** Where the lookups of `kern` start, each once: every script of such a font has the same. */
function kernLookups(font: DataView, gpos: number): readonly number[] {
  const features = gpos + font.getUint16(gpos + 6);
  const list = gpos + font.getUint16(gpos + 8);
  const kern = wordsAt(font, features, 3).find((entry) => font.getUint32(entry) === KERN);
  if (kern === undefined) return [];
  const feature = features + font.getUint16(kern + 4);
  return wordsAt(font, feature + 2, 1).map(
    (at) => list + font.getUint16(list + 2 + font.getUint16(at) * 2),
  );
}

function subtablesOf(font: DataView, lookup: number): Lookup {
  const subtables = wordsAt(font, lookup + 4, 1).map((at) => lookup + font.getUint16(at));
  const plain = (at: number) => font.getUint16(at + 4) === ADVANCE && font.getUint16(at + 6) === 0;
  if (font.getUint16(lookup) !== PAIRS || !subtables.every(plain)) {
    throw new Error('the font moves more than the advance of a pair');
  }
  return subtables;
}

/** A subtable that has pairs with a glyph on their left, and the place of that glyph in it. */
type Covered = { readonly subtable: number; readonly place: number };
type Pair = { readonly left: number; readonly right: number };

function coveredIn(font: DataView, subtables: Lookup, left: number): readonly Covered[] {
  return subtables
    .map((subtable) => ({
      subtable,
      place: coverage(font, subtable + font.getUint16(subtable + 2), left),
    }))
    .filter(({ place }) => place !== -1);
}

/** What the first subtable that has the pair says. */
function moved(font: DataView, subtables: readonly Covered[], pair: Pair): number {
  for (const { subtable, place } of subtables) {
    if (font.getUint16(subtable) === 2) return byClass(font, subtable, pair);
    const found = byGlyph(font, subtable + font.getUint16(subtable + 10 + place * 2), pair);
    if (found !== null) return found;
  }
  return 0;
}

function byGlyph(font: DataView, set: number, { right }: Pair): number | null {
  const at = search(font, { at: set + 2, count: font.getUint16(set), size: 4 }, right);
  return at !== null && font.getUint16(at) === right ? font.getInt16(at + 2) : null;
}

function byClass(font: DataView, subtable: number, { left, right }: Pair): number {
  const first = classOf(font, subtable + font.getUint16(subtable + 8), left);
  const second = classOf(font, subtable + font.getUint16(subtable + 10), right);
  const width = font.getUint16(subtable + 14);
  return font.getInt16(subtable + 16 + (first * width + second) * 2);
}

/** The place of a glyph among those that a coverage table names, or -1. */
function coverage(font: DataView, table: number, glyph: number): number {
  const ranges = font.getUint16(table) === 2;
  const count = font.getUint16(table + 2);
  const at = search(font, { at: table + 4, count, size: ranges ? 6 : 2 }, glyph);
  if (at === null) return -1;
  const start = font.getUint16(at);
  if (!ranges) return start === glyph ? (at - table - 4) / 2 : -1;
  return glyph <= font.getUint16(at + 2) ? font.getUint16(at + 4) + glyph - start : -1;
}

/** The class of a glyph; what a table does not name is in class 0. */
function classOf(font: DataView, table: number, glyph: number): number {
  if (font.getUint16(table) === 1) {
    const place = glyph - font.getUint16(table + 2);
    const named = place >= 0 && place < font.getUint16(table + 4);
    return named ? font.getUint16(table + 6 + place * 2) : 0;
  }
  const at = search(font, { at: table + 4, count: font.getUint16(table + 2), size: 6 }, glyph);
  return at !== null && glyph <= font.getUint16(at + 2) ? font.getUint16(at + 4) : 0;
}

type Records = { readonly at: number; readonly count: number; readonly size: number };

/** The last of sorted records that starts with this glyph or one before it. */
function search(font: DataView, { at, count, size }: Records, glyph: number): number | null {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (font.getUint16(at + middle * size) <= glyph) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : at + (low - 1) * size;
}

/** Where the entries of a counted list stand, each of so many 16-bit words. */
function wordsAt(font: DataView, list: number, words: number): readonly number[] {
  const count = font.getUint16(list);
  return Array.from({ length: count }, (_, index) => list + 2 + index * words * 2);
}
