// A day or time as its cell shows it (ECMA-376 part 1, 18.8.31), in English.
import type { FormatPiece, FormatSection } from './format-code.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY = 86_400;

type Section = NonNullable<FormatSection>;

/** Whether a section shows a day, or part of one; a time alone is none. */
export function showsDay({ pieces }: Section): boolean {
  return pieces.some((piece, at) => piece.kind === 'date' && 'ymd'.includes(meant(pieces, at)));
}

/** Whether it shows a time, or how long something took. */
export function showsTime({ pieces }: Section): boolean {
  return pieces.some(
    (piece, at) =>
      piece.kind === 'elapsed' || (piece.kind === 'date' && 'hsn'.includes(meant(pieces, at))),
  );
}

/** What a letter is for: `n` = minutes, which are written as months are. */
function meant(pieces: readonly FormatPiece[], at: number): string {
  const piece = pieces[at];
  const letter = piece?.kind === 'date' ? (piece.letters[0] ?? '') : '';
  if (letter !== 'm') return letter;
  const isTime = (other: FormatPiece | undefined, letters: string) =>
    (other?.kind === 'date' || other?.kind === 'elapsed') &&
    letters.includes(other.letters[0] ?? '?');
  const isLetter = ({ kind }: FormatPiece) => kind === 'date' || kind === 'elapsed';
  const before = pieces.slice(0, at).findLast(isLetter);
  const after = pieces.slice(at + 1).find(isLetter);
  return isTime(before, 'h') || isTime(after, 's') ? 'n' : 'm';
}

/**
 * The days since `epoch` (in milliseconds, UTC) as a section shows them; null where its names are in another
 * language, or something in it is neither day nor time.
 */
export function shownDate(
  days: number,
  { pieces, foreign }: Section,
  epoch: number,
): string | null {
  const names = pieces.some(
    (piece, at) =>
      piece.kind === 'date' && piece.letters.length > 2 && 'md'.includes(meant(pieces, at)),
  );
  if (foreign && (names || pieces.some(({ kind }) => kind === 'half-day'))) return null;
  const places = placesOfSeconds(pieces);
  if (places === null) return null;
  const unit = 10 ** places;
  const seconds = Math.round(days * DAY * unit) / unit;
  const moment = {
    at: new Date(epoch + Math.floor(seconds / DAY) * DAY * 1000),
    seconds,
    half: pieces.some(({ kind }) => kind === 'half-day'),
  };
  if (Number.isNaN(moment.at.getTime())) return null;
  const parts = String(Math.round((seconds - Math.floor(seconds)) * unit)).padStart(places, '0');
  const point = pieces.findIndex(({ kind }) => kind === 'point');
  const texts = pieces.map((piece, at) =>
    piece.kind === 'digit' ? parts[at - point - 1] : pieceText(piece, meant(pieces, at), moment),
  );
  return texts.includes(null) ? null : texts.join('');
}

/** Tenths and the like after the seconds; null where a digit stands anywhere else. */
function placesOfSeconds(pieces: readonly FormatPiece[]): number | null {
  const point = pieces.findIndex(({ kind }) => kind === 'point');
  const digits = pieces.filter(({ kind }) => kind === 'digit').length;
  if (point < 0) return digits === 0 ? 0 : null;
  const before = pieces[point - 1];
  const isSeconds =
    (before?.kind === 'date' || before?.kind === 'elapsed') && before.letters.startsWith('s');
  const after = pieces.slice(point + 1, point + 1 + digits);
  // `dd.mm.yyyy` has points, too.
  if (digits === 0) return 0;
  return isSeconds && digits <= 3 && after.every(({ kind }) => kind === 'digit') ? digits : null;
}

type Moment = {
  readonly at: Date;
  readonly seconds: number;
  readonly half: boolean;
};

function pieceText(piece: FormatPiece, letter: string, moment: Moment): string | null {
  switch (piece.kind) {
    case 'literal':
      return piece.text;
    case 'slash':
      return '/';
    case 'comma':
      return ',';
    case 'point':
      return '.';
    case 'half-day':
      return timeOf(moment) < DAY / 2 ? piece.am : piece.pm;
    case 'elapsed':
      return elapsedText(piece.letters, moment);
    case 'date':
      return 'ymd'.includes(letter)
        ? dayText(piece.letters, moment)
        : timeText(piece.letters, letter, moment);
    default:
      return null;
  }
}

function timeOf({ seconds }: Moment): number {
  return seconds - Math.floor(seconds / DAY) * DAY;
}

function dayText(letters: string, { at }: Moment): string | null {
  const { length } = letters;
  const month = MONTHS[at.getUTCMonth()] ?? '';
  const day = DAYS[at.getUTCDay()] ?? '';
  switch (letters[0]) {
    case 'y':
      return length > 2 ? String(at.getUTCFullYear()) : padded(at.getUTCFullYear() % 100, 2);
    case 'm':
      if (length > 5) return null;
      return (
        [
          String(at.getUTCMonth() + 1),
          padded(at.getUTCMonth() + 1, 2),
          month.slice(0, 3),
          month,
          month.slice(0, 1),
        ][length - 1] ?? null
      );
    default:
      if (length > 4) return null;
      return (
        [String(at.getUTCDate()), padded(at.getUTCDate(), 2), day.slice(0, 3), day][length - 1] ??
        null
      );
  }
}

function timeText(letters: string, letter: string, moment: Moment): string | null {
  if (letters.length > 2) return null;
  const time = timeOf(moment);
  const { length } = letters;
  if (letter === 'h') {
    const hour = Math.floor(time / 3600);
    return padded(moment.half ? hour % 12 || 12 : hour, length);
  }
  if (letter === 'n') return padded(Math.floor(time / 60) % 60, length);
  return padded(Math.floor(time) % 60, length);
}

function elapsedText(letters: string, { seconds }: Moment): string | null {
  if (seconds < 0) return null;
  const units = { h: 3600, m: 60, s: 1 }[letters[0] ?? ''] ?? null;
  return units === null ? null : padded(Math.floor(seconds / units), letters.length);
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
