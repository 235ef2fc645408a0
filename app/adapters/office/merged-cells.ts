// Cells that were merged: the file keeps the value in the first and nothing in the others, and the sheet shows
// it over all of them.
import type { XmlElement } from '@rgrove/parse-xml';
import { cellName, type ReadCell } from '#app/domain/workbook.ts';
import { childrenOf } from './xml-text.ts';

const EMPTY: ReadCell = { kind: 'empty' };

type Area = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/**
 * Fills the rows as they are seen: a value that goes over several rows is in each of them; a cell that was
 * merged with one beside it may mean either, and is told of. The number of cells that were filled, or null
 * where there are more than `most`.
 */
export function fillMerged(
  sheet: XmlElement,
  rows: ReadCell[][],
  { columns, most }: { readonly columns: number; readonly most: number },
): number | null {
  let filled = 0;
  for (const merged of childrenOf(childrenOf(sheet, 'mergeCells')[0] ?? null, 'mergeCell')) {
    const area = areaOf(merged.attributes['ref'] ?? '', { rows: rows.length, columns });
    if (area === null) continue;
    filled += (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (filled > most) return null;
    fillArea(rows, area);
  }
  return filled;
}

function fillArea(rows: ReadCell[][], { top, left, bottom, right }: Area): void {
  const value = rows[top]?.[left] ?? EMPTY;
  if (value.kind === 'empty') return;
  const into = cellName(top, left);
  for (let row = top; row <= bottom; row += 1) {
    const cells = rows[row] ?? [];
    while (cells.length <= right) cells.push(EMPTY);
    for (let column = left; column <= right; column += 1) {
      if (row === top && column === left) continue;
      cells[column] = column === left ? value : { kind: 'unclear', why: { code: 'merged', into } };
    }
    rows[row] = cells;
  }
}

/** The area as far as there are rows and columns; null where there is none. */
function areaOf(
  ref: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Area | null {
  const [, from = '', top, to = '', bottom] =
    /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref) ?? [];
  if (top === undefined || bottom === undefined) return null;
  const area = {
    top: Number(top) - 1,
    left: columnAt(from),
    bottom: Math.min(Number(bottom), rows) - 1,
    right: Math.min(columnAt(to), columns - 1),
  };
  const isSome = area.top >= 0 && area.top <= area.bottom && area.left <= area.right;
  return isSome ? area : null;
}

/** The place of a column by its letters, from 0. */
export function columnAt(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
