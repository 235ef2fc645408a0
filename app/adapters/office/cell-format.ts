// What a cell with a number shows: its format found by its style, and used. See format-code.ts for the codes.
import type { XmlElement } from '@rgrove/parse-xml';
import type { ReadCell } from '#app/domain/workbook.ts';
import { shownDate, showsDay, showsTime } from './date-format.ts';
import { type FormatPiece, type FormatSection, sectionsOf } from './format-code.ts';
import { shownNumber } from './number-format.ts';
import { childrenOf } from './xml-text.ts';

/** By its id; a code of the file comes before ours. Ids whose look depends on the country are in none. */
export type Format = {
  /** null where the file does not say, and nothing is the same everywhere. */
  readonly code: string | null;
  /** It shows a day, in whatever country. */
  readonly isDay: boolean;
  readonly sections: readonly FormatSection[];
};

// ECMA-376 part 1, 18.8.30. Dates by number alone (14, 22) are shown in the order of the country.
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);
const DAY = 86_400_000;
/** Spreadsheets take 1900 for a leap year: before its March they disagree on the day. */
const FIRST_CERTAIN = 61;
const SINCE_1900 = Date.UTC(1899, 11, 30);
const SINCE_1904 = Date.UTC(1904, 0, 1);

export type Epoch = typeof SINCE_1900 | typeof SINCE_1904;

/** The day that a workbook counts from, in milliseconds. */
export function epochOf(workbook: XmlElement): Epoch {
  const properties = childrenOf(workbook, 'workbookPr')[0];
  const since1904 = ['1', 'true'].includes(properties?.attributes['date1904'] ?? '');
  return since1904 ? SINCE_1904 : SINCE_1900;
}

/** The format of each cell style. */
export function formatsOf(root: XmlElement | null): readonly Format[] {
  const own = new Map(
    childrenOf(childrenOf(root, 'numFmts')[0] ?? null).map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  const known = new Map<number, Format>();
  return childrenOf(childrenOf(root, 'cellXfs')[0] ?? null).map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    const format = known.get(id) ?? formatOf(id, own.get(id) ?? BUILT_IN.get(id) ?? null);
    known.set(id, format);
    return format;
  });
}

function formatOf(id: number, code: string | null): Format {
  // Dates of East Asia.
  if (code === null) {
    return { code, isDay: (id >= 27 && id <= 36) || (id >= 50 && id <= 58), sections: [null] };
  }
  const sections = sectionsOf(code);
  const [first] = sections;
  const isDay = first === null || first === undefined ? looksLikeDay(code) : showsDay(first);
  return { code, isDay, sections };
}

// A code that we do not know all of may show a day all the same.
function looksLikeDay(code: string): boolean {
  return /[dy]/i.test(code.slice(0, 255).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

const GENERAL: Format = formatOf(0, 'General');

/** A number as a cell of this format has it. */
export function numberCell(number: number, format: Format = GENERAL, epoch: Epoch): ReadCell {
  if (format.isDay) return dateCell(number, format, epoch);
  const shown = shownAs(number, format, epoch);
  if (shown === null) return unclear(format);
  return shown === String(number) ? { kind: 'number', number } : { kind: 'number', number, shown };
}

function dateCell(number: number, format: Format, epoch: Epoch): ReadCell {
  const at = new Date(epoch + Math.floor(number) * DAY);
  const isCertain = number >= (epoch === SINCE_1900 ? FIRST_CERTAIN : 0);
  if (!isCertain || Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) {
    return unclear(format);
  }
  const day = at.toISOString().slice(0, 10);
  const [section = null] = format.sections;
  const shown = section === null ? null : shownDate(number, section, epoch);
  if (shown === null) return { ...unclear(format), day };
  return format.code === OUR_DAY ? { kind: 'date', day } : { kind: 'date', day, shown };
}

function unclear({ code }: Format) {
  return { kind: 'unclear', why: { code: 'format', format: code ?? '' } } as const;
}

/** As we write days ourselves (xlsx-write.ts): such a cell is its day and nothing more. */
const OUR_DAY = 'd\\ mmm\\ yyyy';

function shownAs(number: number, { sections }: Format, epoch: Epoch): string | null {
  const [section, minus] = sectionFor(number, sections);
  if (section === null) return null;
  // Such a section hides what is there.
  if (section.pieces.length === 0) return null;
  if (showsTime(section)) return minus ? null : (shownDate(number, section, epoch)?.trim() ?? null);
  const shown = shownNumber(Math.abs(number), section.pieces);
  if (shown === null) return null;
  return `${minus ? '-' : ''}${shown.trim()}`;
}

/** The section for the number, and whether its sign is put in front. */
function sectionFor(
  number: number,
  sections: readonly FormatSection[],
): readonly [FormatSection, boolean] {
  const [positive = null, negative, zero] = sections;
  const ownText = (section: FormatSection | undefined) =>
    section !== undefined && isOfTexts(section?.pieces ?? []);
  if (number < 0) {
    return negative === undefined || ownText(negative) ? [positive, true] : [negative, false];
  }
  if (number === 0 && zero !== undefined && !ownText(zero)) return [zero, false];
  return [positive, false];
}

/** A last section with `@` is that of texts, however few there are. */
function isOfTexts(pieces: readonly FormatPiece[]): boolean {
  return pieces.some(({ kind }) => kind === 'text');
}

/** A text as a cell of this format shows it; null where we do not know. */
export function shownText(text: string, { sections }: Format = GENERAL): string | null {
  const last = sections.at(-1) ?? null;
  const own = sections.length === 4 || (last !== null && isOfTexts(last.pieces));
  if (!own) return text;
  if (last === null || !isOfTexts(last.pieces)) return null;
  const known = last.pieces.every(({ kind }) => kind === 'text' || kind === 'literal');
  if (!known) return null;
  return last.pieces.map((piece) => (piece.kind === 'literal' ? piece.text : text)).join('');
}
