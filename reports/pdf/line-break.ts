// Breaks text into lines that fit a width. Where a line may break is what Unicode says (UAX 14); a
// single word wider than the line is cut between letters, so that nothing is ever lost. The space
// that a line was broken at stays at its end: it is copied and read aloud, and takes no room.
import LineBreaker from 'linebreak';
import { type Directed, drawableParts, hasRightToLeft, levelsAround, levelsOf } from './bidi.ts';
import { passagesIn } from '#app/domain/charter/translation/marked.ts';
import { type Piece, piecesOf } from './glyph-runs.ts';
import { graphemesOf } from './graphemes.ts';
import type { TextStyle } from './theme.ts';

export type Part = Piece & {
  readonly width: number;
  readonly level: number;
  /** It is of a translation (domain/charter/translation/marked.ts). */
  readonly translated?: true;
};

export type Line = {
  readonly parts: readonly Part[];
  /** Without the space at the end. */
  readonly width: number;
  /** The space at the end, which hangs out of the line. */
  readonly hanging: number;
  /** The paragraph's first strong letter runs from right to left. */
  readonly rightToLeft: boolean;
  /** The paragraph is of a translation as a whole, and runs from right to left: it is set from the right. */
  readonly fromRight: boolean;
};

type Measure = (piece: Piece, size: number) => number;

/** No line holds so many letters, so a longer word may be cut there without being measured whole. */
const mostLetters = 100;
// A no-break space is no place to break at, and no space to hang out of a line.
const space = /^[ \u2000-\u2006\u2008-\u200a\u3000]*$/;
const endSpace = /[ \u2000-\u2006\u2008-\u200a\u3000]*$/;

type Type = { readonly style: TextStyle; readonly measure: Measure };
type Fit = Type & { readonly width: number };

/** A paragraph as words of known width, which can be filled into lines of any. */
export type Paragraph = {
  readonly words: readonly (readonly Part[])[];
  readonly base: number;
  /** Whether all of it is of a translation. */
  readonly translated: boolean;
  /** Whether more text follows behind the paragraph. */
  readonly more: boolean;
};

/**
 * The paragraphs of a text: a line break in it starts a new one, an empty one included. That takes long, and is the
 * same for lines of any width.
 */
export function paragraphsOf(text: string, type: Type): readonly Paragraph[] {
  const prepared = text.normalize('NFC').replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  const paragraphs = prepared.split('\n').map(plain);
  const last = paragraphs.length - 1;
  return paragraphs.map((line, at) => {
    const more = at !== last && line !== '';
    // Read aloud, the words before and behind a line break are two: a space hangs at its line's end, too.
    return { ...wordsOfKnownWidth(more ? `${line} ` : line, type), more };
  });
}

/** The lines of paragraphs at this width. */
export function filled(paragraphs: readonly Paragraph[], fit: Fit): readonly Line[] {
  return paragraphs.flatMap((paragraph) => fill(paragraph, fit));
}

/** Without tabs, and without soft hyphens: no line breaks at those, so none is to be seen. */
function plain(paragraph: string): string {
  return paragraph.replaceAll('\t', ' ').replaceAll('\u00ad', '');
}

/**
 * Behind a plain word and one space, before another: a line may always break there, and nothing before it matters for
 * what comes behind it.
 */
const betweenPlain = /(?<=[A-Za-z0-9][,.:;]? )(?=[A-Za-z0-9])/;
const plainWord = /^[A-Za-z0-9]{1,90}[,.:;]? ?$/;

/** What stands between two places where a line may break, with the space behind it. */
export function wordsOf(paragraph: string): readonly string[] {
  return paragraph
    .split(betweenPlain)
    .flatMap((stretch) => (plainWord.test(stretch) ? [stretch] : brokenWords(stretch)));
}

/** As `wordsOf`, of any text, with the rules of Unicode asked about each letter. */
export function brokenWords(paragraph: string): readonly string[] {
  const breaker = new LineBreaker(paragraph);
  const words: string[] = [];
  let at = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    words.push(...shortened(paragraph.slice(at, next.position)));
    at = next.position;
  }
  if (at < paragraph.length) words.push(...shortened(paragraph.slice(at)));
  return words;
}

function shortened(word: string): readonly string[] {
  if (word.length <= mostLetters) return [word];
  const each = graphemesOf(word);
  const pieces: string[] = [];
  for (let at = 0; at < each.length; at += mostLetters) {
    pieces.push(each.slice(at, at + mostLetters).join(''));
  }
  return pieces;
}

/** How wide the words of paragraphs are, without the space behind each. */
export function wordWidths(paragraphs: readonly Paragraph[]): readonly number[] {
  return paragraphs.flatMap(({ words }) => words.map((parts) => widthOf(trimmed(parts))));
}

function wordsOfKnownWidth(paragraph: string, type: Type) {
  const passages = passagesIn(paragraph);
  const text = passages.map((passage) => passage.text).join('');
  const spoken = passages.filter((passage) => passage.text.trim() !== '');
  const isWhole = spoken.length > 0 && spoken.every((passage) => passage.translated);
  const isMixed = !isWhole && spoken.some((passage) => passage.translated);
  const order = hasRightToLeft(text) ? (isMixed ? levelsAround(passages) : levelsOf(text)) : null;
  let at = 0;
  const words = wordsOf(text).map((word) => {
    const from = at;
    at += word.length;
    if (passages.length === 1 && passages[0]?.translated === false) {
      return partsOfWord(word, order?.levels.subarray(from, at) ?? null, type);
    }
    return stretches(passages, { from, to: at }).flatMap(({ translated, ...piece }) => {
      const levels = order?.levels.subarray(piece.from, piece.to) ?? null;
      const parts = partsOfWord(text.slice(piece.from, piece.to), levels, type);
      return translated ? parts.map((part): Part => ({ ...part, translated: true })) : parts;
    });
  });
  return { words, base: order?.base ?? 0, translated: isWhole };
}

type Span = { readonly from: number; readonly to: number };

/** A stretch of the text, cut where a passage of a translation begins or ends. */
function stretches(passages: ReturnType<typeof passagesIn>, { from, to }: Span) {
  let end = 0;
  return passages.flatMap(({ text, translated }) => {
    const start = end;
    end += text.length;
    const piece = { from: Math.max(from, start), to: Math.min(to, end), translated };
    return piece.from < piece.to ? [piece] : [];
  });
}

/** The words of one paragraph, filled into lines. */
function fill({ words, base, translated, more }: Paragraph, fit: Fit): readonly Line[] {
  const lines: Part[][] = [[]];
  for (const word of words) place(lines, word, fit);
  const end = more ? lines.length : lines.length - 1;
  return lines.map((parts, index) => lineOf(parts, { base, translated, last: index === end }));
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

function partsOfWord(word: string, levels: Uint8Array | null, type: Type): readonly Part[] {
  const end = word.length - (endSpace.exec(word)?.[0].length ?? 0);
  const directed =
    levels === null
      ? [word.slice(0, end), word.slice(end)].map((text) => ({ text, level: 0, typed: null }))
      : [
          ...sameLevel(word.slice(0, end), levels),
          ...sameLevel(word.slice(end), levels.subarray(end)),
        ];
  return directed.flatMap(({ text, level, typed }) =>
    piecesOf(text, type.style.weight).map((piece) => ({
      ...piece,
      actual: typed ?? piece.actual,
      level,
      width: type.measure(piece, type.style.size),
    })),
  );
}

function sameLevel(word: string, levels: Uint8Array) {
  const parts: Directed[] = [];
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
  let rest = graphemesOf(part.text);
  while (rest.length > 0) {
    // Measured as a whole, because kerning makes a length more than the sum of its letters.
    let length = rest.length;
    while (length > 1 && measured(rest.slice(0, length)).width > fit.width) length -= 1;
    pieces.push(measured(rest.slice(0, length)));
    rest = rest.slice(length);
  }
  return pieces;
}

function lineOf(
  parts: readonly Part[],
  { base, translated, last }: Pick<Paragraph, 'base' | 'translated'> & { readonly last: boolean },
): Line {
  const visible = trimmed(parts);
  // Space at a line's end goes the paragraph's way (UAX 9, L1); behind the last word there is none.
  const spaces = last ? [] : parts.slice(visible.length).map((part) => ({ ...part, level: base }));
  return {
    parts: merge([...visible, ...spaces]),
    width: widthOf(visible),
    hanging: widthOf(spaces),
    rightToLeft: base % 2 === 1,
    fromRight: translated && base % 2 === 1,
  };
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
    const mergeable = part.level === 0 && part.actual === null;
    if (last !== undefined && mergeable && joins(last, part)) {
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
  return (
    last.level === 0 &&
    last.actual === null &&
    last.face === part.face &&
    last.translated === part.translated
  );
}
