// A number as its cell shows it (ECMA-376 part 1, 18.8.31), for plain numbers, thousands, currency, percent,
// powers of ten and fractions. As spreadsheets do, 15 digits of it count, and a half is rounded away from zero.
import type { FormatPiece } from './format-code.ts';

/** What the pieces show of the number, without its sign; null where we do not know. */
export function shownNumber(number: number, pieces: readonly FormatPiece[]): string | null {
  const has = (kind: FormatPiece['kind']) => pieces.some((piece) => piece.kind === kind);
  if (has('date') || has('elapsed') || has('half-day')) return null;
  if (has('general') || has('text')) return has('digit') ? null : withGeneral(number, pieces);
  if (has('slash')) return fraction(number, pieces);
  if (has('exponent')) return power(number, pieces);
  return plain(number, pieces);
}

function withGeneral(number: number, pieces: readonly FormatPiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'literal') return piece.text;
      return piece.kind === 'general' || piece.kind === 'text' ? generalNumber(number) : '';
    })
    .join('');
}

const MOST_GENERAL = 11;

/** A number in the format General: whole ones with their digits, others in 11 characters. */
function generalNumber(number: number): string {
  const size = Math.abs(number);
  const sign = number < 0 ? '-' : '';
  if (Number.isInteger(size) && size < 1e15) return `${sign}${size}`;
  if (size < 1e-4 || size >= 1e11) return sign + shortPower(size);
  const { whole } = rounded(size, 0, 0);
  const places = Math.max(0, MOST_GENERAL - whole.length - 1);
  const shown = rounded(size, 0, places);
  return sign + withoutZeros(`${shown.whole}.${shown.rest}`);
}

function shortPower(size: number): string {
  const [digits = '', exponent = ''] = size.toExponential(5).split('e');
  const tens = Number(exponent);
  const exact = withoutZeros(rounded(size, 0, 9).rest);
  // Nine places show it whole.
  if (size < 1 && exact !== '' && Number(`0.${exact}`) === size) return `0.${exact}`;
  const sign = tens < 0 ? '-' : '+';
  return `${withoutZeros(digits)}E${sign}${String(Math.abs(tens)).padStart(2, '0')}`;
}

function withoutZeros(text: string): string {
  return text.replace(/0+$/, '').replace(/\.$/, '');
}

/** A number times a power of ten, rounded to so many places: the digits before and after its point. */
function rounded(number: number, tens: number, places: number) {
  const [mantissa = '0', exponent = '0'] = Math.abs(number).toExponential(14).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const shift = Number(exponent) - 14 + tens + places;
  const ten = 10n ** BigInt(Math.abs(shift));
  const scaled = shift >= 0 ? digits * ten : (digits + ten / 2n) / ten;
  const text = String(scaled).padStart(places + 1, '0');
  return { whole: text.slice(0, text.length - places), rest: text.slice(text.length - places) };
}

type Digit = Extract<FormatPiece, { readonly kind: 'digit' }>;

function isDigit(piece: FormatPiece): piece is Digit {
  return piece.kind === 'digit';
}

function plain(number: number, pieces: readonly FormatPiece[]): string | null {
  const point = pieces.findIndex(({ kind }) => kind === 'point');
  const before = point < 0 ? pieces : pieces.slice(0, point);
  const after = point < 0 ? [] : pieces.slice(point + 1);
  if (after.some(({ kind }) => kind === 'point')) return null;
  // Nothing of the number is shown: a word in its place, or it is hidden.
  if (!pieces.some(isDigit)) {
    return point >= 0 || pieces.some(({ kind }) => kind === 'comma' || kind === 'percent')
      ? null
      : literals(pieces);
  }
  const last = before.findLastIndex(isDigit);
  const isComma = ({ kind }: FormatPiece) => kind === 'comma';
  // After the digits each stands for a division by a thousand.
  const thousands = [before.slice(last + 1), after].flat().filter(isComma).length;
  const percents = pieces.filter(({ kind }) => kind === 'percent').length;
  const places = after.filter(isDigit).length;
  const { whole, rest } = rounded(number, 2 * percents - 3 * thousands, places);
  const grouped = before.slice(0, last + 1).some(isComma);
  return wholeText(before, whole, grouped) + (point < 0 ? '' : `.${restText(after, rest)}`);
}

function literals(pieces: readonly FormatPiece[]): string {
  return pieces.map((piece) => literalOf(piece)).join('');
}

function literalOf(piece: FormatPiece): string {
  if (piece.kind === 'literal') return piece.text;
  return piece.kind === 'percent' ? '%' : '';
}

/** The digits before the point, from the right; the first place takes all that are left. */
function wholeText(pieces: readonly FormatPiece[], whole: string, grouped: boolean): string {
  const first = pieces.findIndex(isDigit);
  let left = whole === '0' ? '' : whole;
  let text = first < 0 ? left : '';
  let count = 0;
  const put = (digit: string) => {
    if (grouped && count > 0 && count % 3 === 0 && digit !== ' ') text = `,${text}`;
    text = digit + text;
    count += 1;
  };
  pieces.toReversed().forEach((piece, index) => {
    if (!isDigit(piece)) {
      text = literalOf(piece) + text;
      return;
    }
    const most = index === pieces.length - 1 - first ? Math.max(1, left.length) : 1;
    for (let taken = 0; taken < most; taken += 1) {
      const digit = left === '' ? PADDING[piece.sign] : left.at(-1);
      left = left.slice(0, -1);
      if (digit !== undefined && digit !== '') put(digit);
    }
  });
  return text;
}

const PADDING: Readonly<Partial<Record<string, string>>> = { '0': '0', '?': ' ', '#': '' };

function restText(pieces: readonly FormatPiece[], rest: string): string {
  let at = 0;
  return pieces
    .map((piece) => {
      if (!isDigit(piece)) return literalOf(piece);
      const isOver = /^0*$/.test(rest.slice(at));
      const digit = rest[at] ?? '';
      at += 1;
      return isOver ? (PADDING[piece.sign] ?? '') : digit;
    })
    .join('');
}

/** `0.00E+00`, and `##0.0E+0` whose power is a multiple of its places before the point. */
function power(number: number, pieces: readonly FormatPiece[]): string | null {
  const at = pieces.findIndex(({ kind }) => kind === 'exponent');
  const sign = pieces[at];
  const mantissa = pieces.slice(0, at);
  const digits = pieces.slice(at + 1);
  if (sign?.kind !== 'exponent' || digits.length === 0 || !digits.every(isDigit)) return null;
  if (!mantissa.every(({ kind }) => kind === 'digit' || kind === 'point')) return null;
  const point = mantissa.findIndex(({ kind }) => kind === 'point');
  const step = point < 0 ? mantissa.length : point;
  if (step === 0) return null;
  const places = mantissa.slice(step).filter(isDigit).length;
  let exponent = number === 0 ? 0 : Number(Math.abs(number).toExponential(14).split('e')[1]);
  exponent = Math.floor(exponent / step) * step;
  // Rounding may add a digit.
  if (rounded(number, -exponent, places).whole.length > step) exponent += step;
  const { whole, rest } = rounded(number, -exponent, places);
  const before = wholeText(mantissa.slice(0, step), whole, false);
  const after = point < 0 ? '' : `.${restText(mantissa.slice(step + 1), rest)}`;
  const size = String(Math.abs(exponent)).padStart(digits.length, '0');
  return `${before}${after}E${exponent < 0 ? '-' : sign.plus ? '+' : ''}${size}`;
}

/**
 * `# ?/?` and `# ??/??`, for numbers that are such a fraction: of others programs show different ones that are
 * near.
 */
function fraction(number: number, pieces: readonly FormatPiece[]): string | null {
  const code = pieces
    .map((piece) => {
      if (piece.kind === 'digit') return piece.sign;
      return piece.kind === 'slash' ? '/' : piece.kind === 'literal' ? piece.text : 'x';
    })
    .join('');
  const [, places = ''] = /^# (\?{1,2})\/\1$/.exec(code) ?? [];
  if (places === '') return null;
  const size = Math.abs(number);
  const whole = Math.floor(size);
  if (whole === size) return String(whole);
  for (let below = 2; below < 10 ** places.length; below += 1) {
    const above = Math.round((size - whole) * below);
    if (Math.abs(whole + above / below - size) > size * 1e-12) continue;
    return `${whole === 0 ? '' : `${whole} `}${above}/${below}`;
  }
  return null;
}
