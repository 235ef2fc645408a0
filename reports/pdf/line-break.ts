// Breaks text into lines that fit a width. Breaks come after spaces and after signs that join
// words; a single word wider than the line is cut between letters, so that nothing is ever lost.
import { drawableParts, hasRightToLeft, levelsOf } from './bidi.ts';
import { type Piece, piecesOf } from './glyph-runs.ts';
import type { TextStyle } from './theme.ts';

export type Part = Piece & { readonly width: number; readonly level: number };

export type Line = {
  readonly parts: readonly Part[];
  readonly width: number;
  /** The paragraph's first strong letter runs from right to left. */
  readonly rightToLeft: boolean;
};

export type Measure = (piece: Piece, size: number) => number;

// No line holds a hundred letters, so a longer word may be cut there without being measured whole.
const wordEnd = /[^\s/–—-]{0,100}[/–—-]*\s*/gu;
const space = /^\s*$/;

/** The lines of a text; a line break in the text starts a new line, an empty one included. */
export function linesOf(text: string, fit: { style: TextStyle; width: number; measure: Measure }) {
  const prepared = text.normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n');
  return prepared
    .split('\n')
    .flatMap((paragraph) => fill(paragraph.replace(/[\t\u00a0]/g, ' '), fit));
}

function fill(
  paragraph: string,
  fit: { style: TextStyle; width: number; measure: Measure },
): readonly Line[] {
  const mixed = hasRightToLeft(paragraph);
  const levels = mixed ? levelsOf(paragraph) : null;
  const rightToLeft = levels !== null && levels.base % 2 === 1;
  const lines: Line[] = [];
  let parts: Part[] = [];
  const finish = (): void => {
    lines.push(lineOf(parts, rightToLeft));
    parts = [];
  };
  let at = 0;
  for (const [word] of paragraph.matchAll(wordEnd)) {
    if (word === '') continue;
    const own = partsOfWord(word, levels?.levels.subarray(at, at + word.length) ?? null, fit);
    at += word.length;
    const visible = widthOf(trimmed(own));
    if (parts.length > 0 && widthOf(parts) + visible > fit.width) finish();
    if (visible <= fit.width) {
      parts.push(...own);
      continue;
    }
    for (const part of own) {
      for (const piece of cut(part, fit)) {
        if (parts.length > 0 && widthOf(parts) + piece.width > fit.width) finish();
        parts.push(piece);
      }
    }
  }
  finish();
  return lines;
}

function partsOfWord(
  word: string,
  levels: Uint8Array | null,
  fit: { style: TextStyle; measure: Measure },
): readonly Part[] {
  const letters = word.trimEnd().length;
  const directed =
    levels === null
      ? [word.slice(0, letters), word.slice(letters)].map((text) => ({ text, level: 0 }))
      : [
          ...sameLevel(word.slice(0, letters), levels),
          ...sameLevel(word.slice(letters), levels.subarray(letters)),
        ];
  return directed.flatMap(({ text, level }) =>
    piecesOf(text, fit.style.weight).map((piece) => ({
      ...piece,
      level,
      width: fit.measure(piece, fit.style.size),
    })),
  );
}

function sameLevel(word: string, levels: Uint8Array) {
  const parts: { text: string; level: number }[] = [];
  let start = 0;
  for (let index = 1; index <= word.length; index += 1) {
    if (index < word.length && levels[index] === levels[start]) continue;
    parts.push(...drawableParts(word.slice(start, index), levels[start] ?? 0));
    start = index;
  }
  return parts;
}

/** A part too wide for any line, in lengths that fit; what stands for one character stays whole. */
function cut(
  part: Part,
  fit: { style: TextStyle; width: number; measure: Measure },
): readonly Part[] {
  if (part.actual !== null || part.width <= fit.width) return [part];
  const measured = (characters: readonly string[]): Part => {
    const piece = { ...part, text: characters.join('') };
    return { ...piece, width: fit.measure(piece, fit.style.size) };
  };
  const pieces: Part[] = [];
  let rest = Array.from(part.text);
  while (rest.length > 0) {
    // Measured as a whole, because kerning makes a length more than the sum of its letters.
    let length = rest.length;
    while (length > 1 && measured(rest.slice(0, length)).width > fit.width) length -= 1;
    pieces.push(measured(rest.slice(0, length)));
    rest = rest.slice(length);
  }
  return pieces;
}

function lineOf(parts: readonly Part[], rightToLeft: boolean): Line {
  const kept = merge(trimmed(parts));
  return { parts: kept, width: widthOf(kept), rightToLeft };
}

function trimmed(parts: readonly Part[]): readonly Part[] {
  const last = parts.findLastIndex((part) => !space.test(part.text));
  return parts.slice(0, last + 1);
}

function widthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.width, 0);
}

/** Neighbours of one face become one piece, so that a line is few drawing operations. */
function merge(parts: readonly Part[]): readonly Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    const plain = part.level === 0 && part.actual === null;
    if (last !== undefined && plain && joins(last, part)) {
      merged[merged.length - 1] = {
        ...last,
        text: last.text + part.text,
        width: last.width + part.width,
      };
    } else {
      merged.push(part);
    }
  }
  return merged;
}

function joins(last: Part, part: Part): boolean {
  return last.level === 0 && last.actual === null && last.face === part.face;
}
