// The order in which mixed left-to-right and right-to-left text stands on a line (Unicode UAX 9).
// bidi-js finds the level of each character; the rule L2 then turns parts of a line round.
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const rightToLeft = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]/u;
// Fonts turn the letters of these scripts round by themselves, one word at a time.
const shaped = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Mn}]+$/u;

export type Directed = {
  readonly text: string;
  readonly level: number;
  /** The bracket that was typed, where its mirror image is drawn; null = what is drawn. */
  readonly typed: string | null;
};

/** Whether any character of the text runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

type Levels = { readonly levels: Uint8Array; readonly base: number };

/** The level of each UTF-16 unit, and of the paragraph. */
export function levelsOf(text: string): Levels {
  const found = bidi.getEmbeddingLevels(text);
  return { levels: found.levels, base: found.paragraphs[0]?.level ?? 0 };
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * The same of a text of ours, from left to right, with passages of a translation in it: each runs its own way and leaves
 * what stands around it where it is, as on a page. `passages` are the text in its order.
 */
export function levelsAround(
  passages: readonly { readonly text: string; readonly translated: boolean }[],
): Levels {
  const isolated = passages
    .map(({ text, translated }) =>
      translated ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text,
    )
    .join('');
  const { levels } = bidi.getEmbeddingLevels(isolated, 'ltr');
  let at = 0;
  const own = passages.flatMap(({ text, translated }) => {
    const from = at + (translated ? 1 : 0);
    at = from + text.length + (translated ? 1 : 0);
    return [...levels.subarray(from, from + text.length)];
  });
  return { levels: Uint8Array.from(own), base: 0 };
}

/** Text of one level as parts that can each be drawn from left to right. */
export function drawableParts(text: string, level: number): readonly Directed[] {
  if (level % 2 === 0) return [{ text, level, typed: null }];
  const parts: { text: string; typed: string | null }[] = [];
  for (const character of text) {
    const last = parts.at(-1);
    if (last !== undefined && shaped.test(last.text) && shaped.test(character)) {
      last.text += character;
    } else {
      const mirrored = bidi.getMirroredCharacter(character);
      parts.push({ text: mirrored ?? character, typed: mirrored === null ? null : character });
    }
  }
  return parts.map((part) => ({ ...part, level }));
}

/** The indexes of a line's parts as they stand from left to right. */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level > 0; level -= 1) {
    let start = 0;
    while (start < levels.length) {
      if ((levels[order[start] ?? 0] ?? 0) < level) {
        start += 1;
        continue;
      }
      let end = start;
      while (end < levels.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = end;
    }
  }
  return order;
}
