// How wide the columns of a table are: as their shares say, but each at least as wide as its longest
// word, so that no word is cut. A table too crowded for that is set in smaller type.
import type { TableCell, TableModel } from '#reports/chart-model.ts';
import type { Flow } from './flow.ts';
import { type Line, wordsOf as unbroken } from './line-break.ts';
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

const sizes = [1, 0.92, 0.84, 0.76];
/** A column of words asks for at least this part of its share. */
const leastForWords = 0.45;
/** One word, such as an address, may ask for at most this share of the width. */
const mostForAWord = 0.3;

/** The columns of a table and its cells as lines. */
export function layoutOf(flow: Flow, table: TableModel): Layout {
  const words = table.columns.map((_, index) => wordsOf(table, index));
  const needs = sizes.map((size) =>
    table.columns.map(({ share, align }, index) => {
      const least = align === 'start' ? (contentWidth * share * leastForWords) / 100 : 0;
      return Math.max(least, neededWidth(flow, words[index] ?? [], size));
    }),
  );
  const fitting = needs.findIndex((each) => sum(each) <= contentWidth);
  const chosen = fitting === -1 ? sizes.length - 1 : fitting;
  const size = sizes[chosen] ?? 1;
  const columns = columnsOf(table, needs[chosen] ?? [], pad * size);
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

type Word = { readonly text: string; readonly style: TextStyle };

function wordsOf(table: TableModel, index: number): readonly Word[] {
  const cells = table.rows.map((row) => contentOf(row[index] ?? ''));
  const all = [{ text: table.columns[index]?.title ?? '', style: styles.cellHead }, ...cells];
  return all.flatMap(({ text, style }) =>
    unbroken(text).map((word) => ({ text: word.trimEnd(), style })),
  );
}

function neededWidth(flow: Flow, words: readonly Word[], size: number): number {
  const widths = words.map(
    ({ text, style }) => flow.type.lines(text, sized(style, size), contentWidth)[0]?.width ?? 0,
  );
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

function contentOf(cell: TableCell): Word {
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
