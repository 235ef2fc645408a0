// One sheet of an XLSX file as typed cells: text, numbers, dates. Formulas are never worked out; what the
// file says that they gave is read as a value. Only what that sheet needs is unpacked, each part once, and
// everything that a file can have very many of has a limit.
import type { XmlElement } from '@rgrove/parse-xml';
import type { Cell, Countable, OfficeProblem, ReadSheet } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { attributeOf, cellText, childrenOf, localName, xmlRoot } from './xml-text.ts';
import { zipParts } from './zip-parts.ts';

/** A plan of 300 actions with long texts has half a megabyte. */
const MOST_BYTES = 5 * 1024 * 1024;
const XML_LIMITS = { elements: 400_000, depth: 50 };
const MOST_SHEETS = 100;
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;
const MOST_CELLS = 100_000;
/** As spreadsheets have it. */
const MOST_CHARACTERS_IN_A_CELL = 32_767;
/** All cells together: a text that many cells share is counted in each. */
const MOST_CHARACTERS = 1_000_000;
const DAY = 86_400_000;

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TEXTS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

/** The first sheet of this name; null where there is none. */
export async function readXlsx(
  bytes: Uint8Array,
  wanted: string,
): Promise<Result<ReadSheet | null, OfficeProblem>> {
  const shared = await rootsOf(bytes, [WORKBOOK, RELATIONS, TEXTS, STYLES]);
  if (!shared.ok) return shared;
  const [workbook, relations] = [shared.value.get(WORKBOOK), shared.value.get(RELATIONS)];
  if (workbook === undefined || relations === undefined) return refused({ code: 'unreadable' });
  const sheets = childrenOf(childrenOf(workbook, 'sheets')[0] ?? null, 'sheet');
  if (sheets.length > MOST_SHEETS) return tooMany('sheets', MOST_SHEETS);
  const sheet = sheets.find(({ attributes }) => cellText(attributes['name'] ?? '') === wanted);
  if (sheet === undefined) return ok(null);
  const part = pathOf(targetOf(relations, sheet));
  const found = await rootsOf(bytes, [part]);
  if (!found.ok) return found;
  const root = found.value.get(part);
  if (root === undefined) return refused({ code: 'unreadable' });
  const rows = rowsOf(root, {
    texts: sharedTexts(shared.value.get(TEXTS) ?? null),
    dateStyles: dateStylesOf(shared.value.get(STYLES) ?? null),
    epoch: epochOf(workbook),
  });
  return rows.ok ? ok({ name: wanted, rows: rows.value }) : rows;
}

function tooMany(of: Countable, most: number) {
  return refused({ code: 'too-many', of, most } as const);
}

/** The XML of these parts, of those that are there. */
async function rootsOf(
  bytes: Uint8Array,
  names: readonly string[],
): Promise<Result<ReadonlyMap<string, XmlElement>, OfficeProblem>> {
  const parts = await zipParts(bytes, (name) => names.includes(name), MOST_BYTES);
  if (!parts.ok) return parts;
  const roots = new Map<string, XmlElement>();
  for (const name of parts.value.names) {
    const part = parts.value.read(name);
    const root = part === null ? null : xmlRoot(part, XML_LIMITS);
    if (root === null) return refused({ code: 'unreadable' });
    if (!root.ok) return root;
    roots.set(name, root.value);
  }
  return ok(roots);
}

function targetOf(relations: XmlElement, sheet: XmlElement): string {
  const id = sheet.attributes['r:id'] ?? attributeOf(sheet, 'id');
  const relation = childrenOf(relations).find(({ attributes }) => attributes['Id'] === id);
  return relation?.attributes['Target'] ?? '';
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

/** What is longer is no format of a date. */
const MOST_CODE = 255;

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
    if (code !== undefined)
      return /[dy]/i.test(code.slice(0, MOST_CODE).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  });
}

type Context = {
  readonly texts: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly epoch: number;
};

const EMPTY: Cell = { kind: 'empty' };

type Rows = readonly (readonly Cell[])[];

function rowsOf(root: XmlElement, context: Context): Result<Rows, OfficeProblem> {
  const rows: Cell[][] = [];
  let cellsSoFar = 0;
  let characters = 0;
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
    characters += cells.value.reduce((sum, cell) => sum + lengthOf(cell), 0);
    if (cellsSoFar > MOST_CELLS) return tooMany('cells', MOST_CELLS);
    if (characters > MOST_CHARACTERS) return tooMany('characters', MOST_CHARACTERS);
    while (rows.length < index) rows.push([]);
    rows[index] = cells.value;
  }
  return ok(rows);
}

function lengthOf(cell: Cell): number {
  return cell.kind === 'text' ? cell.text.length : 0;
}

function cellsOf(row: XmlElement, context: Context): Result<Cell[], OfficeProblem> {
  const cells: Cell[] = [];
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
  return content === '' ? EMPTY : { kind: 'text', text: content };
}
