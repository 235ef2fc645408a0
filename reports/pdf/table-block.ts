// Tables: real rows, header cells with a scope, headers repeated on each page as artifacts.
// A row stays on one page unless it is longer than a page; then its cells run on together.
import type { TableModel } from '#reports/chart-model.ts';
import { type Cell, type Column, type Layout, layoutOf } from './columns.ts';
import { ensure, type Flow, fullHeight, newPage, room, sideOf, space } from './flow.ts';
import { addTag, drawArtifact, drawTagged, type Tag } from './tags.ts';
import { colour, contentWidth, gap, page, text as styles } from './theme.ts';
import { drawText } from './text-blocks.ts';

const padY = 5;

/** A table of up to this share of a page is not divided. */
const undivided = 0.34;

/** The height that a table wants where it starts: all of it where it is small, else two rows. */
export function wantedHeight(flow: Flow, table: TableModel): number {
  return wantedOf(flow, table, layoutOf(flow, table));
}

function wantedOf(flow: Flow, table: TableModel, layout: Layout): number {
  const caption = flow.type.lines(table.caption, styles.caption, contentWidth).length;
  const limit = fullHeight(flow) * undivided;
  let height = caption * styles.caption.leading + 5 + heightOf(layout.head);
  let start = height;
  for (const [index, cells] of table.rows.entries()) {
    height += heightOf(layout.cells(cells));
    if (index === 0 || (index === 1 && height <= limit)) start = height;
    if (height > limit) return Math.min(start, fullHeight(flow));
  }
  return height;
}

/** Draws a table; the first cell of each row is its header. */
export function drawTable(flow: Flow, table: TableModel): void {
  const { document } = flow;
  const layout = layoutOf(flow, table);
  const { columns, head } = layout;
  ensure(flow, wantedOf(flow, table, layout));
  const whole = addTag(document, flow.root, { type: 'Table' });
  const caption = addTag(document, whole, { type: 'Caption' });
  drawText(flow, caption, { text: table.caption, style: styles.caption });
  flow.y += 5;
  drawHead(flow, { head, columns, row: headRow(flow, whole) });
  const body = addTag(document, whole, { type: 'TBody' });
  const repeat = (): void => {
    newPage(flow);
    drawHead(flow, { head, columns, row: null });
  };
  const rows = table.rows.map(layout.cells);
  rows.forEach((row, index) => {
    const needed = heightOf(row) + (index === rows.length - 2 ? lastHeight(rows) : 0);
    if (index > 0 && needed > room(flow) && needed <= fullHeight(flow) - heightOf(head)) repeat();
    drawRow(flow, { row, columns, body, repeat });
  });
  space(flow, gap.block);
}

/** The last row takes the one above it along, so that it does not stand alone on a page. */
function lastHeight(rows: readonly (readonly Cell[])[]): number {
  return rows.length > 3 ? heightOf(rows.at(-1) ?? []) : 0;
}

function heightOf(cells: readonly Cell[]): number {
  const heights = cells.map(({ lines, style }) => lines.length * style.leading);
  return Math.max(...heights) + 2 * padY;
}

function headRow(flow: Flow, whole: Tag): Tag {
  const head = addTag(flow.document, whole, { type: 'THead' });
  return addTag(flow.document, head, { type: 'TR' });
}

/** The header: tagged once, drawn again on later pages as an artifact. */
function drawHead(
  flow: Flow,
  set: {
    readonly head: readonly Cell[];
    readonly columns: readonly Column[];
    readonly row: Tag | null;
  },
): void {
  const { document } = flow;
  const height = heightOf(set.head);
  const top = flow.y;
  drawArtifact(document, 'Layout', () => {
    document.rect(page.left, top, contentWidth, height).fill(colour.tint);
    rule(flow, top + height, { colour: colour.strongRule, width: 1 });
  });
  set.head.forEach((cell, index) => {
    const column = set.columns[index];
    if (column === undefined) return;
    const draw = (): void => {
      drawCell(flow, { cell, column, top, lines: cell.lines });
    };
    if (set.row === null) {
      drawArtifact(document, 'Pagination', draw);
    } else {
      const tag = addTag(document, set.row, { type: 'TH', scope: 'Column' });
      drawTagged(document, tag, draw);
    }
  });
  flow.y = top + height;
}

function drawRow(
  flow: Flow,
  set: {
    readonly row: readonly Cell[];
    readonly columns: readonly Column[];
    readonly body: Tag;
    readonly repeat: () => void;
  },
): void {
  const { document } = flow;
  const tag = addTag(document, set.body, { type: 'TR' });
  const tags = set.row.map((_, index) =>
    index === 0
      ? addTag(document, tag, { type: 'TH', scope: 'Row' })
      : addTag(document, tag, { type: 'TD' }),
  );
  let rest = set.row;
  do {
    const capacity = Math.max(1, Math.floor((room(flow) - 2 * padY) / styles.cell.leading + 0.01));
    const now = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, capacity) }));
    rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(capacity) }));
    const top = flow.y;
    now.forEach((cell, index) => {
      const column = set.columns[index];
      const own = tags[index];
      if (column === undefined || own === undefined || cell.lines.length === 0) return;
      drawTagged(document, own, () => {
        drawCell(flow, { cell, column, top, lines: cell.lines });
      });
    });
    flow.y = top + heightOf(now);
    drawArtifact(document, 'Layout', () => {
      rule(flow, flow.y, { colour: colour.rule, width: 0.6 });
    });
    if (rest.some((cell) => cell.lines.length > 0)) set.repeat();
  } while (rest.some((cell) => cell.lines.length > 0));
}

function drawCell(
  flow: Flow,
  set: {
    readonly cell: Cell;
    readonly column: Column;
    readonly top: number;
    readonly lines: Cell['lines'];
  },
): void {
  set.lines.forEach((line, index) => {
    flow.type.drawLine(line, set.cell.style, {
      x: set.column.x + set.column.pad,
      y: set.top + padY + index * set.cell.style.leading,
      width: set.column.width - 2 * set.column.pad,
      align: set.column.end ? 'end' : (sideOf(line, set.lines) ?? 'start'),
    });
  });
}

function rule(
  flow: Flow,
  y: number,
  stroke: { readonly colour: string; readonly width: number },
): void {
  flow.document
    .lineWidth(stroke.width)
    .moveTo(page.left, y)
    .lineTo(page.left + contentWidth, y)
    .stroke(stroke.colour);
}
