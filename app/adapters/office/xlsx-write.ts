// A workbook as an XLSX file. Text is always a string cell in the format 'text', so nothing that people
// wrote becomes a formula (catalogue SEC-55); dates and numbers are what they are. The same workbook
// gives the same bytes. We write it ourselves: libraries drop the characters that XML cannot hold.
import {
  type Cell,
  cellName,
  type Column,
  type Sheet,
  type Workbook,
} from '#app/domain/workbook.ts';
import { markupText } from '#app/domain/markup-text.ts';
import { officeFile, RELATIONS } from './office-package.ts';
import { cellXml } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DAY = 86_400_000;

const STYLE = { header: 1, text: 2, date: 3, number: 4 } as const;

/** The bytes of the file. */
export function writeXlsx({ title, sheets }: Workbook): Promise<Uint8Array> {
  const type = (what: string) => `spreadsheetml.${what}`;
  return officeFile({
    about: { title },
    parts: [
      { name: 'xl/workbook.xml', type: type('sheet.main'), xml: workbookXml(sheets) },
      { name: 'xl/styles.xml', type: type('styles'), xml: STYLES },
      ...sheets.map((sheet, index) => ({
        name: `xl/worksheets/sheet${index + 1}.xml`,
        type: type('worksheet'),
        xml: sheetXml(sheet),
      })),
    ],
    related: [
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ],
  });
}

function workbookXml(sheets: readonly Sheet[]): string {
  const each = sheets.map(
    ({ name }, index) =>
      `<sheet name="${markupText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // A filter also needs its range as a hidden name, or some programs drop it.
  const filters = sheets.map(
    (sheet, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${markupText(sheet.name)}'!${absolute(rangeOf(sheet))}</definedName>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each.join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

function rangeOf({ columns, rows }: Sheet): string {
  return `A1:${cellName(rows.length, columns.length - 1)}`;
}

function absolute(range: string): string {
  return range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function sheetXml(sheet: Sheet): string {
  const { columns, rows } = sheet;
  const widths = columns.map(({ width }, index) => {
    const place = `min="${index + 1}" max="${index + 1}"`;
    return width === 0
      ? `<col ${place} width="2" hidden="1" customWidth="1"/>`
      : `<col ${place} width="${width}" customWidth="1"/>`;
  });
  const header = columns.map(({ title }, column) =>
    stringXml(cellName(0, column), title, 'header'),
  );
  const body = rows.map(
    (cells, index) =>
      `<row r="${index + 2}" ht="${heightOf(cells, columns)}" customHeight="1">${cells.map((cell, column) => cellXmlOf(cell, cellName(index + 1, column))).join('')}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>${body.join('')}</sheetData><autoFilter ref="${rangeOf(sheet)}"/>${choicesXml(sheet)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToWidth="2" fitToHeight="0"/></worksheet>`;
}

const LINE = 14.5;
const HIGHEST = 409;

/** As many lines as the longest text fills in its column; not every program works it out by itself. */
function heightOf(cells: readonly Cell[], columns: readonly Column[]): number {
  const lines = cells.map((cell, index) => {
    if (cell.kind !== 'text') return 1;
    const width = Math.max(1, (columns[index]?.width ?? 0) - 2);
    if (columns[index]?.width === 0) return 1;
    return cell.text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + 4);
}

// Lists to choose from, also for a hundred rows that are still to be written.
function choicesXml({ columns, rows }: Sheet): string {
  const lists = columns.flatMap(({ choices }: Column, column) => {
    if (choices === undefined) return [];
    const range = `${cellName(1, column)}:${cellName(rows.length + 100, column)}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${markupText(choices.join(','))}"</formula1></dataValidation>`;
  });
  if (lists.length === 0) return '';
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

function cellXmlOf(cell: Cell, place: string): string {
  switch (cell.kind) {
    case 'text':
      return stringXml(place, cell.text, 'text');
    case 'number':
      return `<c r="${place}" s="${STYLE.number}"><v>${cell.number}</v></c>`;
    case 'date':
      return dateXml(place, cell.day);
    case 'empty':
      return `<c r="${place}" s="${STYLE.text}"/>`;
    default:
      return cell satisfies never;
  }
}

function stringXml(place: string, text: string, style: keyof typeof STYLE): string {
  return `<c r="${place}" s="${STYLE[style]}" t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`;
}

// Spreadsheets count days from the end of 1899, and take 1900 for a leap year: earlier days are text.
function dateXml(place: string, day: string): string {
  if (day < '1900-03-01') return stringXml(place, day, 'text');
  const serial = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY;
  return `<c r="${place}" s="${STYLE.date}"><v>${serial}</v></c>`;
}

const top = '<alignment vertical="top" wrapText="1"/>';
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0B2A4A"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${top}</xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${top}</xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1">${top}</xf><xf numFmtId="0" applyAlignment="1">${top}</xf></cellXfs></styleSheet>`;
