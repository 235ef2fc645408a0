// The cursor of a document: where the next block goes, and when a new page starts.
// Lines of text run on to the next page; one line alone is never left behind or carried over.
import type { HeadingLevel } from '#reports/model.ts';
import type { TaggedDocument } from './pdf-document.ts';
import type { Line } from './line-break.ts';
import { drawTagged, type Tag } from './tags.ts';
import { contentWidth, page, type TextStyle } from './theme.ts';
import type { Align, Typesetter } from './typesetter.ts';

export type HeadingPlace = {
  readonly level: HeadingLevel;
  readonly text: string;
  /** Counted from 0. */
  readonly page: number;
  readonly y: number;
  readonly destination: string;
};

export type Flow = {
  readonly document: TaggedDocument;
  readonly type: Typesetter;
  readonly root: Tag;
  /** Below this line stands the footer. */
  readonly bottom: number;
  readonly headings: HeadingPlace[];
  y: number;
  /** Where the last heading ended. */
  headingEnd: number;
};

export type Column = { readonly x: number; readonly width: number; readonly align?: Align };

/** The whole width between the margins. */
export const fullColumn: Column = { x: page.left, width: contentWidth };

/** Starts a page. */
export function newPage(flow: Flow): void {
  flow.document.addPage();
  flow.y = page.top;
}

/** How many pages there are so far. */
export function pageCount(flow: Flow): number {
  return flow.document.bufferedPageRange().count;
}

/** The height left on this page. */
export function room(flow: Flow): number {
  return flow.bottom - flow.y;
}

/** The height of an empty page. */
export function fullHeight(flow: Flow): number {
  return flow.bottom - page.top;
}

/** Starts a page unless this one has the height left, or is empty anyway. */
export function ensure(flow: Flow, height: number): void {
  if (height > room(flow) && flow.y > page.top) newPage(flow);
}

/** Adds space below a block; at the top of a page there is none. */
export function space(flow: Flow, height: number): void {
  if (flow.y > page.top) flow.y = Math.min(flow.y + height, flow.bottom);
}

/** Draws lines as content of `tag`, on as many pages as they need. */
export function drawLines(
  flow: Flow,
  tag: Tag,
  set: { readonly lines: readonly Line[]; readonly style: TextStyle; readonly column: Column },
): void {
  let rest = set.lines;
  while (rest.length > 0) {
    const fitting = linesThatFit(rest.length, Math.floor(room(flow) / set.style.leading + 0.01));
    if (fitting === 0 && flow.y > page.top) {
      newPage(flow);
      continue;
    }
    const now = rest.slice(0, Math.max(1, fitting));
    drawTagged(flow.document, tag, () => {
      drawHere(flow, now, set);
    });
    rest = rest.slice(now.length);
    if (rest.length > 0) newPage(flow);
  }
}

function drawHere(
  flow: Flow,
  lines: readonly Line[],
  set: { readonly style: TextStyle; readonly column: Column },
): void {
  const { x, width, align } = set.column;
  for (const line of lines) {
    const side = align ?? sideOf(line, lines) ?? 'start';
    flow.type.drawLine(line, set.style, { x, y: flow.y, width, align: side });
    flow.y += set.style.leading;
  }
}

/** The side that a line is set from where its text says so: what starts from the right is set from the right. */
export function sideOf(line: Line, lines: readonly Line[]): Align | null {
  return line.fromRight || (line.rightToLeft && lines.length > 1) ? 'end' : null;
}

/** How many of the lines go on this page, so that no line stands alone on either. */
function linesThatFit(lines: number, capacity: number): number {
  if (capacity >= lines) return lines;
  if (capacity < 2 && lines > 1) return 0;
  if (lines - capacity === 1) return lines > 3 ? capacity - 1 : 0;
  return capacity;
}
