// An XLSX file as sheets of typed cells: text, numbers, dates. Formulas are never worked out; what the
// file says that they gave is read as a value.
import type { XmlElement } from '@rgrove/parse-xml';
import type { Cell, OfficeProblem, ReadSheet } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { attributeOf, cellText, childrenOf, localName, xmlRoot } from './xml-text.ts';
import { type Parts, zipParts } from './zip-parts.ts';

const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;
const DAY = 86_400_000;

/** The sheets in their order. */
export async function readXlsx(
  bytes: Uint8Array,
): Promise<Result<readonly ReadSheet[], OfficeProblem>> {
  const parts = await zipParts(bytes, (name) => /^xl\/.*\.(?:xml|rels)$/.test(name));
  if (!parts.ok) return parts;
  const workbook = partRoot(parts.value, 'xl/workbook.xml');
  const relations = partRoot(parts.value, 'xl/_rels/workbook.xml.rels');
  if (workbook === null || relations === null) return refused({ code: 'unreadable' });
  const targets = new Map(
    childrenOf(relations).map(({ attributes }) => [attributes['Id'], attributes['Target'] ?? '']),
  );
  const context = {
    texts: sharedTexts(partRoot(parts.value, 'xl/sharedStrings.xml')),
    dateStyles: dateStylesOf(partRoot(parts.value, 'xl/styles.xml')),
    epoch: epochOf(workbook),
  };
  const sheets: ReadSheet[] = [];
  for (const sheet of childrenOf(childrenOf(workbook, 'sheets')[0] ?? null, 'sheet')) {
    const target = targets.get(sheet.attributes['r:id'] ?? attributeOf(sheet, 'id')) ?? '';
    const root = partRoot(parts.value, pathOf(target));
    const rows = root === null ? null : rowsOf(root, context);
    if (rows === null) return refused({ code: 'unreadable' });
    sheets.push({ name: cellText(sheet.attributes['name'] ?? ''), rows });
  }
  return ok(sheets);
}

function partRoot(parts: Parts, name: string): XmlElement | null {
  const bytes = parts.read(name);
  return bytes === null ? null : xmlRoot(bytes);
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function epochOf(workbook: XmlElement): number {
  const properties = childrenOf(workbook, 'workbookPr')[0];
  const since1904 = ['1', 'true'].includes(properties?.attributes['date1904'] ?? '');
  return since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
}

function sharedTexts(root: XmlElement | null): readonly string[] {
  return childrenOf(root, 'si').map(richText);
}

/** The text of a string: its own or its runs', without the readings of Japanese. */
function richText(item: XmlElement): string {
  return childrenOf(item)
    .map((child) => {
      if (localName(child) === 't') return cellText(child.text);
      return localName(child) === 'r' ? richText(child) : '';
    })
    .join('');
}

/** For each cell style, whether it shows a date. */
function dateStylesOf(root: XmlElement | null): readonly boolean[] {
  const own = new Map(
    childrenOf(childrenOf(root, 'numFmts')[0] ?? null).map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  return childrenOf(childrenOf(root, 'cellXfs')[0] ?? null).map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    const code = own.get(id);
    if (code !== undefined) return /[dy]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  });
}

type Context = {
  readonly texts: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly epoch: number;
};

function rowsOf(root: XmlElement, context: Context): readonly (readonly Cell[])[] | null {
  const rows: Cell[][] = [];
  for (const row of childrenOf(childrenOf(root, 'sheetData')[0] ?? null, 'row')) {
    const index = Number(row.attributes['r'] ?? rows.length + 1) - 1;
    const cells = cellsOf(row, context);
    if (!(index >= 0) || cells === null) return null;
    // What stands far below is no part of a plan.
    if (index >= MOST_ROWS) break;
    while (rows.length < index) rows.push([]);
    rows[index] = cells;
  }
  return rows;
}

function cellsOf(row: XmlElement, context: Context): Cell[] | null {
  const cells: Cell[] = [];
  for (const cell of childrenOf(row, 'c')) {
    const index = columnOf(cell.attributes['r']) ?? cells.length;
    if (index >= MOST_COLUMNS) continue;
    while (cells.length < index) cells.push({ kind: 'empty' });
    cells[index] = cellOf(cell, context);
  }
  return cells;
}

function columnOf(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(cell: XmlElement, { texts, dateStyles, epoch }: Context): Cell {
  const value = childrenOf(cell, 'v')[0]?.text ?? '';
  switch (cell.attributes['t'] ?? 'n') {
    case 's':
      return text(texts[Number(value)] ?? '');
    case 'inlineStr':
      return text(childrenOf(cell, 'is').map(richText).join(''));
    case 'd':
      return { kind: 'date', day: value.slice(0, 10) };
    case 'b':
      return text(value === '1' ? 'TRUE' : 'FALSE');
    case 'n':
      break;
    default:
      return text(cellText(value));
  }
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return text(value);
  if (dateStyles[Number(cell.attributes['s'] ?? 0)] !== true) return { kind: 'number', number };
  const at = new Date(epoch + Math.floor(number) * DAY);
  return Number.isNaN(at.getTime())
    ? { kind: 'number', number }
    : { kind: 'date', day: at.toISOString().slice(0, 10) };
}

function text(content: string): Cell {
  return content === '' ? { kind: 'empty' } : { kind: 'text', text: content };
}
