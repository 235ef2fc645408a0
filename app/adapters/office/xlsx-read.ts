// One sheet of an XLSX file as typed cells: text, numbers, dates, each as the sheet shows it. Formulas are
// never worked out; what the file says that they gave is read as a value. Only what that sheet needs is
// unpacked, each part once, and everything that a file can have very many of has a limit.
import type { XmlElement } from '@rgrove/parse-xml';
import type { Countable, OfficeProblem, ReadCell, ReadSheet } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import {
  type Epoch,
  epochOf,
  type Format,
  formatsOf,
  numberCell,
  shownText,
} from './cell-format.ts';
import { columnAt, fillMerged } from './merged-cells.ts';
import type { Relation } from './office-relations.ts';
import { mainPart, relatedParts, rootsOf } from './package-parts.ts';
import { attributeOf, cellText, childrenOf, localName } from './xml-text.ts';

const LIMITS = {
  /** A plan of 300 actions with long texts has half a megabyte. */
  bytes: 5 * 1024 * 1024,
  xml: { elements: 400_000, depth: 50 },
};
const MOST_SHEETS = 100;
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;
const MOST_CELLS = 100_000;
/** As spreadsheets have it. */
const MOST_CHARACTERS_IN_A_CELL = 32_767;
/** All cells together: a text that many cells share is counted in each. */
const MOST_CHARACTERS = 1_000_000;
const DAY = 86_400_000;
const COMMENTS = new Set(['comments', 'threadedcomment']);

/** The first sheet of this name; null where there is none. */
export async function readXlsx(
  bytes: Uint8Array,
  wanted: string,
): Promise<Result<ReadSheet | null, OfficeProblem>> {
  const main = await mainPart(bytes, 'xl/workbook.xml', LIMITS);
  if (!main.ok) return main;
  const related = await relatedParts(bytes, main.value, LIMITS);
  if (!related.ok) return related;
  const partOf = (type: string, usual: string) =>
    related.value.find((one) => one.type === type)?.target ?? usual;
  const texts = partOf('sharedstrings', 'xl/sharedstrings.xml');
  const styles = partOf('styles', 'xl/styles.xml');
  const shared = await rootsOf(bytes, [main.value, texts, styles], LIMITS);
  if (!shared.ok) return shared;
  const workbook = shared.value.get(main.value);
  if (workbook === undefined) return refused({ code: 'unreadable' });
  const part = sheetPart(workbook, related.value, wanted);
  if (!part.ok) return part;
  if (part.value === null) return ok(null);
  const found = await rootsOf(bytes, [part.value], LIMITS);
  if (!found.ok) return found;
  const root = found.value.get(part.value);
  if (root === undefined) return refused({ code: 'unreadable' });
  const rows = rowsOf(root, {
    texts: sharedTexts(shared.value.get(texts) ?? null),
    formats: formatsOf(shared.value.get(styles) ?? null),
    epoch: epochOf(workbook),
  });
  if (!rows.ok) return rows;
  const beside = await relatedParts(bytes, part.value, LIMITS);
  const hasComments = beside.ok && beside.value.some(({ type }) => COMMENTS.has(type));
  return ok({ name: wanted, rows: rows.value, ...(hasComments && { hasComments }) });
}

/** The name of the part of the first sheet with this title; null where there is none. */
function sheetPart(
  workbook: XmlElement,
  related: readonly Relation[],
  wanted: string,
): Result<string | null, OfficeProblem> {
  const sheets = childrenOf(childrenOf(workbook, 'sheets')[0] ?? null, 'sheet');
  if (sheets.length > MOST_SHEETS) return tooMany('sheets', MOST_SHEETS);
  const sheet = sheets.find(({ attributes }) => cellText(attributes['name'] ?? '') === wanted);
  if (sheet === undefined) return ok(null);
  const id = sheet.attributes['r:id'] ?? attributeOf(sheet, 'id');
  return ok(related.find((one) => one.id === id)?.target ?? '');
}

function tooMany(of: Countable, most: number) {
  return refused({ code: 'too-many', of, most } as const);
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

type Context = {
  readonly texts: readonly string[];
  readonly formats: readonly Format[];
  readonly epoch: Epoch;
};

const EMPTY: ReadCell = { kind: 'empty' };

type Rows = readonly (readonly ReadCell[])[];

function rowsOf(root: XmlElement, context: Context): Result<Rows, OfficeProblem> {
  const rows: ReadCell[][] = [];
  let cellsSoFar = 0;
  for (const row of childrenOf(childrenOf(root, 'sheetData')[0] ?? null, 'row')) {
    const index = Number(row.attributes['r'] ?? rows.length + 1) - 1;
    if (!Number.isInteger(index) || index < 0) return refused({ code: 'unreadable' });
    const cells = cellsOf(row, context);
    if (!cells.ok) return cells;
    if (index >= MOST_ROWS) {
      // Programs mark the end of the sheet with a row that holds nothing.
      if (cells.value.every(({ kind }) => kind === 'empty')) continue;
      return tooMany('rows', MOST_ROWS);
    }
    cellsSoFar += cells.value.length;
    if (cellsSoFar > MOST_CELLS) return tooMany('cells', MOST_CELLS);
    while (rows.length < index) rows.push([]);
    rows[index] = cells.value;
  }
  const filled = fillMerged(root, rows, { columns: MOST_COLUMNS, most: MOST_CELLS });
  if (filled === null) return tooMany('cells', MOST_CELLS);
  const characters = rows.flat().reduce((sum, cell) => sum + lengthOf(cell), 0);
  return characters > MOST_CHARACTERS ? tooMany('characters', MOST_CHARACTERS) : ok(rows);
}

function lengthOf(cell: ReadCell): number {
  if (cell.kind === 'text') return cell.text.length;
  return 'shown' in cell ? cell.shown.length : 0;
}

function cellsOf(row: XmlElement, context: Context): Result<ReadCell[], OfficeProblem> {
  const cells: ReadCell[] = [];
  for (const element of childrenOf(row, 'c')) {
    const index = columnOf(element.attributes['r']) ?? cells.length;
    const cell = cellOf(element, context);
    if (lengthOf(cell) > MOST_CHARACTERS_IN_A_CELL) {
      return tooMany('characters-in-a-cell', MOST_CHARACTERS_IN_A_CELL);
    }
    if (index >= MOST_COLUMNS) {
      if (cell.kind === 'empty') continue;
      return tooMany('columns', MOST_COLUMNS);
    }
    while (cells.length < index) cells.push(EMPTY);
    cells[index] = cell;
  }
  return ok(cells);
}

function columnOf(place: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1];
  return letters === undefined ? null : columnAt(letters);
}

function cellOf(cell: XmlElement, { texts, formats, epoch }: Context): ReadCell {
  const [held] = childrenOf(cell, 'v');
  const value = held?.text ?? '';
  const { t: type = 'n', s: style = '0' } = cell.attributes;
  const format = formats[Number(style)];
  // A formula may give an empty text, and says so.
  const hasResult = value !== '' || (held !== undefined && type === 'str');
  if (childrenOf(cell, 'f').length > 0 && !hasResult) return trouble({ code: 'formula' });
  switch (type) {
    case 's':
      return sharedCell(texts, value, format);
    case 'inlineStr':
      return textCellOf(childrenOf(cell, 'is').map(richText).join(''), format);
    case 'd':
      return dayCell(value, format, epoch);
    case 'b':
      return { kind: 'text', text: ['1', 'true'].includes(value) ? 'TRUE' : 'FALSE' };
    case 'e':
      return trouble({ code: 'error', error: value.slice(0, 20) });
    case 'n':
      return value === '' || !Number.isFinite(Number(value))
        ? textCellOf(value, format)
        : numberCell(Number(value), format, epoch);
    default:
      return textCellOf(cellText(value), format);
  }
}

function sharedCell(texts: readonly string[], value: string, format: Format | undefined): ReadCell {
  const shared = /^\d+$/.test(value) ? texts[Number(value)] : undefined;
  if (shared === undefined && value !== '') return trouble({ code: 'damaged' });
  return textCellOf(shared ?? '', format);
}

/** A day as it is written in files of the strict kind. */
function dayCell(value: string, format: Format | undefined, epoch: Epoch): ReadCell {
  const at = Date.parse(/^\d{4}-\d\d-\d\d$/.test(value) ? value : `${value.replace(/Z$/, '')}Z`);
  if (Number.isNaN(at)) return textCellOf(value, undefined);
  const read = numberCell((at - epoch) / DAY, format, epoch);
  return format?.isDay === true
    ? read
    : { kind: 'date', day: new Date(at).toISOString().slice(0, 10) };
}

function trouble(why: Extract<ReadCell, { readonly kind: 'unclear' }>['why']): ReadCell {
  return { kind: 'unclear', why };
}

function textCellOf(content: string, format: Format | undefined): ReadCell {
  if (content === '') return EMPTY;
  const text = shownText(content, format);
  return text === null
    ? trouble({ code: 'format', format: format?.code ?? '' })
    : { kind: 'text', text };
}
