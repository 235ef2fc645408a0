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

type Measure = (piece: Piece, size: number) => number;

// No line holds a hundred letters, so a longer word may be cut there without being measured whole.
const wordEnd = /[^\s/–—-]{0,100}[/–—-]*\s*/gu;
const space = /^\s*$/;

type Fit = { readonly style: TextStyle; readonly width: number; readonly measure: Measure };

/** The lines of a text; a line break in the text starts a new line, an empty one included. */
export function linesOf(text: string, fit: Fit): readonly Line[] {
  const prepared = text.normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n');
  return prepared
    .split('\n')
    .flatMap((paragraph) => fill(paragraph.replace(/[\t\u00a0]/g, ' '), fit));
}

/** The words of one paragraph, filled into lines. */
function fill(paragraph: string, fit: Fit): readonly Line[] {
  const order = hasRightToLeft(paragraph) ? levelsOf(paragraph) : null;
  const lines: Part[][] = [[]];
  let at = 0;
  for (const [word] of paragraph.matchAll(wordEnd)) {
    const levels = order?.levels.subarray(at, at + word.length) ?? null;
    at += word.length;
    place(lines, word === '' ? [] : partsOfWord(word, levels, fit), fit);
  }
  const rightToLeft = order !== null && order.base % 2 === 1;
  return lines.map((parts) => lineOf(parts, rightToLeft));
}

/** Puts a word on the last line, or on a new one; a word wider than a line on several. */
function place(lines: Part[][], word: readonly Part[], fit: Fit): void {
  const visible = widthOf(trimmed(word));
  if (visible <= fit.width) {
    lineFor(lines, visible, fit).push(...word);
    return;
  }
  // The start of a word too long for any line begins a line of its own.
  if (lines.at(-1)?.length !== 0) lines.push([]);
  for (const piece of word.flatMap((part) => cut(part, fit))) {
    lineFor(lines, piece.width, fit).push(piece);
  }
}

function lineFor(lines: Part[][], width: number, fit: Fit): Part[] {
  const last = lines.at(-1);
  if (last !== undefined && (last.length === 0 || widthOf(last) + width <= fit.width)) return last;
  const next: Part[] = [];
  lines.push(next);
  return next;
}

function partsOfWord(word: string, levels: Uint8Array | null, fit: Fit): readonly Part[] {
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
function cut(part: Part, fit: Fit): readonly Part[] {
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
