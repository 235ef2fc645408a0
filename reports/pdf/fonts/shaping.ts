// Shapes the scripts whose letters join, turn round or stand in another order, with HarfBuzz. pdfkit's own
// shaper (fontkit) puts Bengali conjuncts wrong and throws at some Arabic, Gujarati and Punjabi letters
// with marks, which would cost somebody the whole document.
import { Blob, Buffer as Text, Face as Opened, Font, shape } from 'harfbuzzjs';
import type { Face } from './faces.ts';

type Glyph = { readonly advanceWidth: number };

/** What fontkit's font offers, as far as glyphs are made here. */
export type GlyphSource = {
  getGlyph(id: number, codePoints: readonly number[]): Glyph;
  glyphForCodePoint(codePoint: number): { readonly id: number };
};

type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };

type Run = {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  readonly advanceWidth: number;
};

/** A glyph without a letter of its own still has to stand for something, so it joins its neighbours. */
const wordJoiner = 0x2060;

const fonts = new Map<string, Font>();

/** The glyphs of one word from left to right, each with the characters that it stands for. */
export function shaped(face: Face, source: GlyphSource, word: string): Run {
  const text = new Text();
  text.addText(word);
  text.guessSegmentProperties();
  shape(fontOf(face), text);
  const found = text.getGlyphInfosAndPositions();
  const meanings = meaningsOf(found, word, source);
  const positions = found.map(({ xAdvance = 0, yAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
    xAdvance,
    yAdvance,
    xOffset,
    yOffset,
  }));
  return {
    glyphs: found.map(({ codepoint }, index) => source.getGlyph(codepoint, meanings[index] ?? [])),
    positions,
    // Asked for when pdfkit has turned the positions into its own units.
    get advanceWidth() {
      return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}

function fontOf(face: Face): Font {
  const held = fonts.get(face.name);
  if (held !== undefined) return held;
  const opened = new Font(new Opened(new Blob(face.bytes)));
  fonts.set(face.name, opened);
  return opened;
}

/** A vowel that is written before its letter; the first of several glyphs is a form of it. */
function standsBefore(code: number): boolean {
  return /[\u093f\u09bf\u09c7\u09c8\u0a3f\u0abf\u0bc6-\u0bc8]/.test(String.fromCodePoint(code));
}

type Shaped = { readonly codepoint: number; readonly cluster: number };

/**
 * The characters that each glyph stands for. Within a cluster a glyph stands for the character that it is
 * the plain form of; what is left goes to the first glyph that has none.
 */
function meaningsOf(
  glyphs: readonly Shaped[],
  word: string,
  source: GlyphSource,
): readonly (readonly number[])[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster)), word.length].toSorted(
    (one, other) => one - other,
  );
  const left = new Map<number, number[]>();
  for (const [index, start] of starts.slice(0, -1).entries()) {
    const characters = Array.from(word.slice(start, starts[index + 1]));
    left.set(
      start,
      characters.map((character) => character.codePointAt(0) ?? 0),
    );
  }
  const own = glyphs.map(({ codepoint, cluster }, index) => {
    const characters = left.get(cluster) ?? [];
    const isPlain = (code: number) => source.glyphForCodePoint(code).id === codepoint;
    const begins = cluster !== glyphs[index - 1]?.cluster && cluster === glyphs[index + 1]?.cluster;
    const plain = characters.findIndex(isPlain);
    const at = plain === -1 && begins ? characters.findIndex(standsBefore) : plain;
    return at === -1 ? [] : characters.splice(at, 1);
  });
  return glyphs.map(({ cluster }, index) => {
    const mine = own[index] ?? [];
    if (mine.length > 0) return mine;
    const rest = left.get(cluster)?.splice(0) ?? [];
    return rest.length === 0 ? [wordJoiner] : rest;
  });
}
