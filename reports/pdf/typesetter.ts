// Measures and draws lines of text. Each piece is drawn in its own face at its own place, in reading
// order; where glyphs stand in another order, or stand for something else, readers are given the text.
import { visualOrder } from './bidi.ts';
import type { Face } from './fonts/faces.ts';
import { kernedWidth } from './fonts/kerned.ts';
import type { TaggedDocument } from './pdf-document.ts';
import type { Piece } from './glyph-runs.ts';
import {
  filled,
  type Line,
  type Paragraph,
  paragraphsOf,
  type Part,
  wordWidths,
} from './line-break.ts';
import { drawReadAs, type ReadAs } from './tags.ts';
import type { TextStyle } from './theme.ts';

export type Align = 'start' | 'centre' | 'end';

export type Place = {
  readonly x: number;
  /** The top of the line's leading, not its baseline. */
  readonly y: number;
  readonly width: number;
  readonly align?: Align;
};

// Where the baseline lies in a line: the main face's ascent with half of the spare leading above.
const ascent = 0.95;
const bodyHeight = 1.2;

/** Longer texts are filled, not balanced. */
const mostBalanced = 6;

export type Typesetter = ReturnType<typeof typesetter>;

type Measured = {
  readonly paragraphs: readonly Paragraph[];
  /** Its lines at each width that was asked for. */
  readonly lines: Map<number, readonly Line[]>;
  /** How wide its widest word is, once that was asked for. */
  widest: number | null;
};

/** Measuring and drawing for one document, whose translated passages are in this language. */
export function typesetter(document: TaggedDocument, passages?: string) {
  const widths = new Map<Face, Map<string, number>>();

  function measure({ face, text }: Piece, size: number): number {
    const known = valueAt(widths, face, () => new Map<string, number>());
    const width = valueAt(
      known,
      text,
      () =>
        (face.kerns ? kernedWidth(face, text) : null) ??
        document.font(face.name).fontSize(1000).widthOfString(text),
    );
    return (width * size) / 1000;
  }

  // Most texts are measured to find their place, and once more to be drawn; some at several widths.
  const texts = new Map<string, Map<string, Measured>>();

  function measured(text: string, style: TextStyle): Measured {
    const known = valueAt(
      texts,
      `${style.weight} ${style.size}`,
      () => new Map<string, Measured>(),
    );
    return valueAt(known, text, () => ({
      paragraphs: paragraphsOf(text, { style, measure }),
      lines: new Map(),
      widest: null,
    }));
  }

  function lines(text: string, style: TextStyle, width: number): readonly Line[] {
    const { paragraphs, lines: known } = measured(text, style);
    return valueAt(known, width, () => filled(paragraphs, { style, width, measure }));
  }

  /** How wide a line has to be so that no word of the text is cut. */
  function widestWord(text: string, style: TextStyle): number {
    const known = measured(text, style);
    known.widest ??= wordWidths(known.paragraphs).reduce((most, width) => Math.max(most, width), 0);
    return known.widest;
  }

  /** As few lines as `lines` makes, but of about equal length, so that no word is left by itself. */
  function balanced(text: string, style: TextStyle, width: number): readonly Line[] {
    const full = lines(text, style, width);
    if (full.length < 2 || full.length > mostBalanced) return full;
    let enough = width;
    let tooLittle = Math.max(width / 3, Math.min(widestWord(text, style), width) - 1);
    while (enough - tooLittle > 2) {
      const middle = (enough + tooLittle) / 2;
      if (lines(text, style, middle).length > full.length) tooLittle = middle;
      else enough = middle;
    }
    return lines(text, style, enough);
  }

  function drawLine(line: Line, style: TextStyle, place: Place): void {
    const spare = place.width - line.width;
    const shift = { start: 0, centre: spare / 2, end: spare }[place.align ?? 'start'];
    const baseline = place.y + (style.leading - style.size * bodyHeight) / 2 + style.size * ascent;
    drawParts(line, style, { x: place.x + shift, baseline });
  }

  function drawParts(line: Line, style: TextStyle, at: { x: number; baseline: number }): void {
    // Where the line runs from right to left, its last space is the first thing on its left.
    const places = placesOf(line.parts, line.rightToLeft ? at.x - line.hanging : at.x);
    const draw = ({ part, index }: Placed): void => {
      document.fillColor(style.colour).font(part.face.name);
      document.drawText(part.text, style.size, { ...at, x: places[index] ?? at.x });
    };
    const drawRun = (run: readonly Placed[]): void => {
      const [first] = run;
      if (first === undefined || run.length === 1) return run.forEach(draw);
      document.fillColor(style.colour).font(first.part.face.name);
      const words = run
        .filter(({ part }) => !isSpace(part))
        .map(({ part, index }) => ({
          text: part.text,
          x: places[index] ?? at.x,
          width: part.width,
        }))
        .toSorted((one, other) => one.x - other.x);
      if (!document.drawWords(words, style.size, at.baseline)) run.forEach(draw);
    };
    for (const group of groupsOf(line.parts)) {
      const all = (): void => runsOf(group.parts).forEach(drawRun);
      const as = readAs(group, passages);
      if (as === null) all();
      else drawReadAs(document, as, all);
    }
  }

  return { measure, lines, widestWord, balanced, drawLine, drawParts };
}

/** What is kept for this key, made where there is none yet. */
function valueAt<Key, Value>(kept: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  kept.set(key, made);
  return made;
}

type Placed = { readonly part: Part; readonly index: number };

function isSpace({ text }: Part): boolean {
  return text.trim() === '';
}

/**
 * The parts in runs that are drawn at once: words of one face from right to left with the spaces between them, so that
 * whoever reads where letters stand finds words with spaces; every other part by itself.
 */
function runsOf(parts: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  let waiting: Placed[] = [];
  for (const placed of parts) {
    const last = runs.at(-1);
    if (isSpace(placed.part)) waiting.push(placed);
    else if (last !== undefined && goesOn(last.at(-1), placed)) {
      last.push(...waiting.splice(0), placed);
    } else {
      runs.push(...waiting.splice(0).map((one) => [one]), [placed]);
    }
  }
  return [...runs, ...waiting.map((one) => [one])];
}

function goesOn(last: Placed | undefined, { part }: Placed): boolean {
  if (last === undefined || isSpace(last.part)) return false;
  return part.level % 2 === 1 && last.part.level === part.level && last.part.face === part.face;
}

type Group = {
  /** Whether it is of a translation. */
  readonly translated: boolean;
  /** What is read aloud and copied in place of what is drawn; null = the same. */
  actual: string | null;
  readonly parts: Placed[];
};

/** What is read in the place of a part; null = what is drawn. */
function readInPlaceOf({ actual, text, level, face }: Part): string | null {
  return actual !== null || level % 2 === 1 || face.reorders ? (actual ?? text) : null;
}

/** How a group is read; null = as it is drawn, in the language of the document. */
function readAs({ actual, translated }: Group, passages: string | undefined): ReadAs | null {
  const lang = translated ? passages : undefined;
  if (actual === null && lang === undefined) return null;
  return { ...(actual === null ? {} : { actual }), ...(lang === undefined ? {} : { lang }) };
}

/** Neighbouring parts that are read in one way: as they are drawn or not, translated or not. */
function groupsOf(parts: readonly Part[]): readonly Group[] {
  const groups: Group[] = [];
  parts.forEach((part, index) => {
    const actual = readInPlaceOf(part);
    const last = groups.at(-1);
    const translated = part.translated === true;
    const same = last?.translated === translated && (last.actual === null) === (actual === null);
    if (last !== undefined && same) {
      last.parts.push({ part, index });
      if (last.actual !== null) last.actual += actual ?? '';
    } else {
      groups.push({ actual, translated, parts: [{ part, index }] });
    }
  });
  return groups;
}

/** The left edge of each part, in the order of the parts. */
function placesOf(parts: readonly Part[], left: number): readonly number[] {
  const places: number[] = [];
  let x = left;
  for (const index of visualOrder(parts.map((part) => part.level))) {
    places[index] = x;
    x += parts[index]?.width ?? 0;
  }
  return places;
}
