// How wide the columns of a table are: as their shares say, but each at least as wide as its longest
// word, so that no word is cut. A table too crowded for that is set in smaller type.
import type { TableCell, TableModel } from '#reports/chart-model.ts';
import type { Flow } from './flow.ts';
import type { Line } from './line-break.ts';
import { contentWidth, page, text as styles, type TextStyle } from './theme.ts';

const pad = 6;

export type Cell = { readonly lines: readonly Line[]; readonly style: TextStyle };
export type Column = {
  readonly x: number;
  readonly width: number;
  readonly end: boolean;
  /** Space on either side of the text. */
  readonly pad: number;
};

export type Layout = {
  readonly columns: readonly Column[];
  readonly head: readonly Cell[];
  readonly cells: (row: readonly TableCell[]) => readonly Cell[];
};

const smallest = 0.76;
const sizes = [1, 0.92, 0.84, smallest];
/** A column of words asks for at least this part of its share. */
const leastForWords = 0.45;
/** One word, such as an address, may ask for at most this share of the width. */
const mostForAWord = 0.3;

/** The columns of a table and its cells as lines. */
export function layoutOf(flow: Flow, table: TableModel): Layout {
  const texts = table.columns.map((_, index) => textsOf(table, index));
  const needsAt = (size: number) =>
    table.columns.map(({ share, align }, index) => {
      const least = align === 'start' ? (contentWidth * share * leastForWords) / 100 : 0;
      return Math.max(least, neededWidth(flow, texts[index] ?? [], size));
    });
  const size = sizes.find((one) => sum(needsAt(one)) <= contentWidth) ?? smallest;
  const columns = columnsOf(table, needsAt(size), pad * size);
  const lines = (text: string, style: TextStyle, index: number): Cell => ({
    style,
    lines: flow.type.lines(text, style, (columns[index]?.width ?? 0) - 2 * pad * size),
  });
  return {
    columns,
    head: table.columns.map(({ title }, index) =>
      lines(title, sized(styles.cellHead, size), index),
    ),
    cells: (row) =>
      columns.map((_, index) => {
        const { text, style } = contentOf(row[index] ?? '');
        return lines(text, sized(style, size), index);
      }),
  };
}

type Text = { readonly text: string; readonly style: TextStyle };

function textsOf(table: TableModel, index: number): readonly Text[] {
  const cells = table.rows.map((row) => contentOf(row[index] ?? ''));
  return [{ text: table.columns[index]?.title ?? '', style: styles.cellHead }, ...cells];
}

function neededWidth(flow: Flow, texts: readonly Text[], size: number): number {
  const widths = texts.map(({ text, style }) => flow.type.widestWord(text, sized(style, size)));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return Math.min(widest + 2 * pad * size + 0.5, contentWidth * mostForAWord);
}

/** Columns with less than they need get it from those with more, in proportion to what these can spare. */
function columnsOf(table: TableModel, needs: readonly number[], beside: number): readonly Column[] {
  const wanted = table.columns.map(({ share }) => (contentWidth * share) / 100);
  const spare = wanted.map((width, index) => Math.max(0, width - (needs[index] ?? 0)));
  const missing = sum(wanted.map((width, index) => Math.max(0, (needs[index] ?? 0) - width)));
  const part = sum(spare) === 0 ? 0 : Math.min(1, missing / sum(spare));
  const given = wanted.map(
    (width, index) => Math.max(width, needs[index] ?? 0) - (spare[index] ?? 0) * part,
  );
  const scale = contentWidth / sum(given);
  let x: number = page.left;
  return table.columns.map(({ align }, index) => {
    const column = { x, width: (given[index] ?? 0) * scale, end: align === 'end', pad: beside };
    x += column.width;
    return column;
  });
}

function contentOf(cell: TableCell): Text {
  return typeof cell === 'string'
    ? { text: cell, style: styles.cell }
    : { text: cell.text, style: styles.cellStrong };
}

function sized(style: TextStyle, size: number): TextStyle {
  return size === 1 ? style : { ...style, size: style.size * size };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
