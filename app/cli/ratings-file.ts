// Reads a CSV of ratings (unit, rater, rating) for `charter agreement`, and tells every mistake in it with
// its line and with what would be right.
import { CsvError, parse } from 'csv-parse/sync';
import { utf8Text } from '#app/adapters/evidence-files/utf8-text.ts';
import { bytesIn } from '#app/adapters/backup/byte-source.ts';
import { fileKind } from '#app/adapters/evidence-files/file-kind.ts';
import { kindWords } from '#words/evidence/kind-words.ts';
import { readBytes } from './input.ts';
import { CommandFailure, EXIT } from './output.ts';

const COLUMNS = ['unit', 'rater', 'rating'] as const;
type Column = (typeof COLUMNS)[number];

export type Scale = { readonly low: number; readonly high: number };

export type RatingsTable = {
  /** The one asked for, or the lowest to the highest rating of the file. */
  readonly scale: Scale;
  /** The ratings of each unit, in the order of the file. */
  readonly units: readonly (readonly number[])[];
  readonly raters: number;
};

type Row = { readonly line: number; readonly cells: readonly string[] };
type Rating = { readonly unit: string; readonly rater: string; readonly rating: number };

/** The ratings of a file, or of standard input where it is `-`; a failure lists all its mistakes. */
export async function readRatings(file: string, scale: Scale | null): Promise<RatingsTable> {
  const bytes = await readBytes(file);
  await mustBeText(file, bytes);
  const text = decoded(file, bytes);
  const { rows, broken } = rowsOf(file, text);
  const [header, ...rest] = rows;
  if (header === undefined) {
    const empty = `${file}:1: the file is empty; its first line names the columns: unit,rater,rating`;
    throw new CommandFailure(EXIT.findings, broken ?? empty);
  }
  const places = columnPlaces(file, header);
  const { ratings, mistakes } = ratingsOf(file, rest, { places, scale });
  const all = broken === null ? mistakes : [...mistakes, broken];
  if (all.length > 0) throw new CommandFailure(EXIT.findings, all.join('\n'));
  if (ratings.length === 0) {
    const none = `${file}:${header.line + 1}: there is no rating; each line holds one, such as G1,reviewer-1,3`;
    throw new CommandFailure(EXIT.findings, none);
  }
  return tableOf(ratings, scale);
}

function decoded(file: string, bytes: Uint8Array): string {
  const read = utf8Text(bytes);
  if ('text' in read) return read.text;
  const what = `${file}:${read.line}: not UTF-8; save the file as CSV UTF-8`;
  throw new CommandFailure(EXIT.findings, what);
}

/** The same check, and the same words, as for every file that is uploaded. */
async function mustBeText(file: string, bytes: Uint8Array): Promise<void> {
  const kind = await fileKind(bytesIn(Buffer.from(bytes)), file);
  if (kind.ok && ['csv', 'text'].includes(kind.value.id)) return;
  // Told with the line on which it begins.
  if (!kind.ok && kind.problem.reason === 'not-utf8') return;
  const found = kind.ok
    ? `this is a file ${kind.value.extensions[0]}`
    : kindWords(kind.problem.reason);
  throw new CommandFailure(EXIT.findings, `${file}:1: ${found}; ratings are read from a CSV UTF-8`);
}

/** The lines that hold something, and what stopped the reading; null = nothing did. */
function rowsOf(file: string, text: string): { rows: readonly Row[]; broken: string | null } {
  const rows: Row[] = [];
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        const breaks = record.join('').split('\n').length - 1;
        if (record.some((cell) => cell !== '')) rows.push({ line: lines - breaks, cells: record });
        return null;
      },
    });
    return { rows, broken: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    const right = 'a value with quotation marks is wholly inside them, and each inside is doubled';
    return { rows, broken: `${file}:${line}: a quotation mark is out of place; ${right}` };
  }
}

function columnPlaces(file: string, { line, cells }: Row): Readonly<Record<Column, number>> {
  const names = cells.map((cell) => cell.toLowerCase());
  const found = names.join(', ');
  const mistakes = COLUMNS.flatMap((column) => {
    const times = names.filter((name) => name === column).length;
    if (times === 1) return [];
    const what =
      times === 0 ? `there is no column ${column}` : `the column ${column} is there twice`;
    return [`${file}:${line}: ${what}; the columns are unit, rater and rating, found: ${found}`];
  });
  if (mistakes.length > 0) throw new CommandFailure(EXIT.findings, mistakes.join('\n'));
  const [unit, rater, rating] = COLUMNS.map((column) => names.indexOf(column));
  return { unit: unit ?? 0, rater: rater ?? 0, rating: rating ?? 0 };
}

function ratingsOf(
  file: string,
  rows: readonly Row[],
  { places, scale }: { places: Readonly<Record<Column, number>>; scale: Scale | null },
) {
  const ratings: Rating[] = [];
  const mistakes: string[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const cell = (column: Column) => cells[places[column]] ?? '';
    const [unit, rater] = [cell('unit'), cell('rater')];
    const at = `${file}:${line}:`;
    if (unit === '') mistakes.push(`${at} the unit is empty; name what was rated`);
    if (rater === '') mistakes.push(`${at} the rater is empty; name who rated`);
    const wrong = ratingMistake(cell('rating'), scale);
    if (wrong !== null) mistakes.push(`${at} ${wrong}`);
    const pair = JSON.stringify([unit, rater]);
    const before = seen.get(pair);
    if (before !== undefined && unit !== '' && rater !== '') {
      const right = 'a rater rates a unit once';
      mistakes.push(`${at} ${rater} rated ${unit} already, on line ${before}; ${right}`);
    }
    seen.set(pair, before ?? line);
    ratings.push({ unit, rater, rating: Number(cell('rating')) });
  }
  return { ratings, mistakes };
}

/** What is wrong with the text of a rating; null = nothing. */
function ratingMistake(text: string, scale: Scale | null): string | null {
  const { low, high } = scale ?? { low: 0, high: 999 };
  const right = `a whole number from ${low} to ${high}`;
  if (text === '') return `the rating is empty; ${right}, or no line where there is no rating`;
  if (!/^\d{1,15}$/.test(text)) return `the rating ${JSON.stringify(text)} is not ${right}`;
  const outside = Number(text) < low || Number(text) > high;
  return outside ? `the rating ${text} is outside the scale; ${right}` : null;
}

function tableOf(ratings: readonly Rating[], scale: Scale | null): RatingsTable {
  const byUnit = Map.groupBy(ratings, ({ unit }) => unit);
  const units = [...byUnit.values()].map((list) => list.map(({ rating }) => rating));
  const all = ratings.map(({ rating }) => rating);
  const least = all.reduce((low, rating) => Math.min(low, rating));
  const most = all.reduce((high, rating) => Math.max(high, rating));
  const raters = new Set(ratings.map(({ rater }) => rater)).size;
  return { scale: scale ?? { low: least, high: most }, units, raters };
}
