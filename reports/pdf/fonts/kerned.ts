// Lays out text of a face whose letters stand beside each other as they are: one glyph for each character,
// with the kerning of the font. fontkit does so too, but asks each of the font's rules about each letter,
// which was a third of the time of a document.
import type { Face } from './faces.ts';
import { advanceOf, glyphsOf, unitsPerEm } from './font-file.ts';
import { kerningOf } from './kerning.ts';

type Glyph = {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
};

/** A run of glyphs as pdfkit expects it of fontkit. */
export type Run = {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  /** In thousandths of the size of the type. */
  readonly advanceWidth: number;
};

type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };

// A mark stands on its letter, a fraction slash makes a fraction, and what is invisible takes no room.
const others = /[\p{M}\p{Default_Ignorable_Code_Point}\u2044]/u;

type Metrics = {
  readonly glyphs: ReadonlyMap<number, Glyph>;
  readonly size: number;
  readonly kerning: (left: number, right: number) => number;
};

const held = new Map<string, Metrics>();

/** The glyphs of a word from left to right; null where a character asks for more than kerning. */
export function kerned(face: Face, word: string): Run | null {
  if (others.test(word)) return null;
  const { glyphs: known, size, kerning } = metricsOf(face);
  const glyphs: Glyph[] = [];
  const positions: Position[] = [];
  let width = 0;
  for (const character of word) {
    const glyph = known.get(character.codePointAt(0) ?? 0);
    if (glyph === undefined) return null;
    const [last, before] = [glyphs.at(-1), positions.at(-1)];
    if (last !== undefined && before !== undefined) {
      const closer = kerning(last.id, glyph.id);
      before.xAdvance += closer;
      width += closer;
    }
    glyphs.push(glyph);
    positions.push({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 });
    width += glyph.advanceWidth;
  }
  return { glyphs, positions, advanceWidth: (width * 1000) / size };
}

/**
 * How wide that word is, in thousandths of the size of the type; null where a character asks for more than
 * kerning. Most words are measured several times as often as drawn.
 */
export function kernedWidth(face: Face, word: string): number | null {
  if (others.test(word)) return null;
  const { glyphs, size, kerning } = metricsOf(face);
  let width = 0;
  let last = -1;
  for (const character of word) {
    const glyph = glyphs.get(character.codePointAt(0) ?? 0);
    if (glyph === undefined) return null;
    width += glyph.advanceWidth + (last === -1 ? 0 : kerning(last, glyph.id));
    last = glyph.id;
  }
  return (width * 1000) / size;
}

function metricsOf(face: Face): Metrics {
  const found = held.get(face.name);
  if (found !== undefined) return found;
  const advance = advanceOf(face.bytes);
  const glyphs = [...glyphsOf(face.bytes)].map(([code, id]): [number, Glyph] => [
    code,
    { id, advanceWidth: advance(id), codePoints: [code] },
  ]);
  const metrics = {
    glyphs: new Map(glyphs),
    size: unitsPerEm(face.bytes),
    kerning: remembered(kerningOf(face.bytes)),
  };
  held.set(face.name, metrics);
  return metrics;
}

/** A text has a few hundred pairs of letters, each many times. */
function remembered(kerning: (left: number, right: number) => number): typeof kerning {
  const pairs = new Map<number, number>();
  return (left, right) => {
    const key = left * 0x10000 + right;
    let closer = pairs.get(key);
    if (closer === undefined) {
      closer = kerning(left, right);
      pairs.set(key, closer);
    }
    return closer;
  };
}
