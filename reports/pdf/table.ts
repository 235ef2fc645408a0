// Tables: real rows, header cells with a scope, headers repeated on each page as artifacts.
// A row stays on one page unless it is longer than a page; then its cells run on together.
import type { TableCell, TableModel } from '#reports/chart-model.ts';
import { ensure, type Flow, fullHeight, newPage, room, space } from './flow.ts';
import type { Line } from './line-break.ts';
import { addTag, drawArtifact, drawTagged, type Tag } from './tags.ts';
import { colour, contentWidth, gap, page, text as styles, type TextStyle } from './theme.ts';
import { drawText } from './text-blocks.ts';

const pad = { x: 6, y: 5 } as const;

type Cell = { readonly lines: readonly Line[]; readonly style: TextStyle };
type Columns = readonly { readonly x: number; readonly width: number; readonly end: boolean }[];

/** The least height that a table needs to start on a page: caption, header and a first row. */
function tableStart(flow: Flow, table: TableModel): number {
  const columns = columnsOf(table);
  const caption = flow.type.lines(table.caption, styles.caption, contentWidth).length;
  const [first] = table.rows;
  const row = first === undefined ? 0 : heightOf(cellsOf(flow, first, columns));
  const all = caption * styles.caption.leading + 5 + heightOf(headCells(flow, table)) + row;
  return Math.min(all, fullHeight(flow));
}

/** A table of up to this share of a page is not divided. */
const undivided = 0.45;

/** The height that a table wants where it starts: all of it, where it is small. */
export function wantedHeight(flow: Flow, table: TableModel): number {
  const columns = columnsOf(table);
  const start = tableStart(flow, { ...table, rows: [] });
  const limit = fullHeight(flow) * undivided;
  let height = start;
  for (const cells of table.rows) {
    height += heightOf(cellsOf(flow, cells, columns));
    if (height > limit) return tableStart(flow, table);
  }
  return height;
}

/** Draws a table; the first cell of each row is its header. */
export function drawTable(flow: Flow, table: TableModel): void {
  const { document } = flow;
  const columns = columnsOf(table);
  const head = headCells(flow, table);
  ensure(flow, wantedHeight(flow, table));
  const whole = addTag(document, flow.root, { type: 'Table' });
  const caption = addTag(document, whole, { type: 'Caption' });
  drawText(flow, caption, { text: table.caption, style: styles.caption });
  flow.y += 5;
  drawHead(flow, { head, columns, row: headRow(flow, whole) });
  const body = addTag(document, whole, { type: 'TBody' });
  for (const cells of table.rows) {
    const row = cellsOf(flow, cells, columns);
    const repeat = (): void => {
      newPage(flow);
      drawHead(flow, { head, columns, row: null });
    };
    if (heightOf(row) > room(flow) && heightOf(row) <= fullHeight(flow) - heightOf(head)) repeat();
    drawRow(flow, { row, columns, body, repeat });
  }
  space(flow, gap.block);
}

function columnsOf(table: TableModel): Columns {
  let x: number = page.left;
  return table.columns.map(({ share, align }) => {
    const column = { x, width: (contentWidth * share) / 100, end: align === 'end' };
    x += column.width;
    return column;
  });
}

function headCells(flow: Flow, table: TableModel): readonly Cell[] {
  return columnsOf(table).map(({ width }, index) => ({
    style: styles.cellHead,
    lines: flow.type.lines(table.columns[index]?.title ?? '', styles.cellHead, width - 2 * pad.x),
  }));
}

function cellsOf(flow: Flow, cells: readonly TableCell[], columns: Columns): readonly Cell[] {
  return columns.map(({ width }, index) => {
    const cell = cells[index] ?? '';
    const style = typeof cell === 'string' ? styles.cell : styles.cellStrong;
    const text = typeof cell === 'string' ? cell : cell.text;
    return { style, lines: flow.type.lines(text, style, width - 2 * pad.x) };
  });
}

function heightOf(cells: readonly Cell[]): number {
  const heights = cells.map(({ lines, style }) => lines.length * style.leading);
  return Math.max(...heights) + 2 * pad.y;
}

function headRow(flow: Flow, whole: Tag): Tag {
  const head = addTag(flow.document, whole, { type: 'THead' });
  return addTag(flow.document, head, { type: 'TR' });
}

/** The header: tagged once, drawn again on later pages as an artifact. */
function drawHead(
  flow: Flow,
  set: { readonly head: readonly Cell[]; readonly columns: Columns; readonly row: Tag | null },
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
    readonly columns: Columns;
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
    const capacity = Math.max(1, Math.floor((room(flow) - 2 * pad.y) / styles.cell.leading + 0.01));
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
    readonly column: Columns[number];
    readonly top: number;
    readonly lines: readonly Line[];
  },
): void {
  set.lines.forEach((line, index) => {
    flow.type.drawLine(line, set.cell.style, {
      x: set.column.x + pad.x,
      y: set.top + pad.y + index * set.cell.style.leading,
      width: set.column.width - 2 * pad.x,
      align: set.column.end ? 'end' : 'start',
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
