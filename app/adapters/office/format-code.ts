// The format code of a cell (ECMA-376 part 1, 18.8.30 and 18.8.31) taken to pieces. A piece that we do not
// know makes the whole code unknown: what a cell shows is never guessed.

export type FormatPiece =
  /** What stands there whatever the value is. */
  | { readonly kind: 'literal'; readonly text: string }
  /** '0', '#' or '?'. */
  | { readonly kind: 'digit'; readonly sign: string }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'slash' | 'general' | 'text' }
  /** `plus` = its sign is always shown. */
  | { readonly kind: 'exponent'; readonly plus: boolean }
  /** Letters of a date or time, in small letters. */
  | { readonly kind: 'date'; readonly letters: string }
  /** Hours, minutes or seconds in all: `[h]`. */
  | { readonly kind: 'elapsed'; readonly letters: string }
  | { readonly kind: 'half-day'; readonly am: string; readonly pm: string };

/** One section of a code; null = one that we do not know. */
export type FormatSection = {
  readonly pieces: readonly FormatPiece[];
  /** Names of months and days are in a language of its own, or as somebody's system has them. */
  readonly foreign: boolean;
} | null;

/** Longer codes are written by no program. */
const MOST_CODE = 255;
const MOST_SECTIONS = 4;
const COLOURS = /^(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2})$/i;
/** English as it is written in Britain, America, Australia, Canada, New Zealand, Ireland and South Africa. */
const ENGLISH = new Set(['809', '409', 'c09', '1009', '1409', '1809', '1c09']);

/** The sections of a code: of positive numbers, of negative ones, of zero and of texts. */
export function sectionsOf(code: string): readonly FormatSection[] {
  if (code.length > MOST_CODE) return [null];
  const sections = splitSections(code);
  return sections.length > MOST_SECTIONS ? [null] : sections.map(sectionOf);
}

function splitSections(code: string): readonly string[] {
  const sections = [''];
  for (const [part] of code.matchAll(/"[^"]*"|\[[^\]]*\]|\\.|[^]/gsu)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

const PIECE =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|_(?<space>.)|\*(?<fill>.)|\[(?<bracket>[^\]]*)\]|(?<half>am\/pm|a\/p)|(?<general>general)|e(?<exponent>[+-])|(?<date>y+|m+|d+|h+|s+)|(?<digit>[0#?])|(?<sign>[.,%/@])|(?<plain>[ $+():!^&'~{}<>=-]|[^\p{ASCII}])|(?<other>.)/gisu;

function sectionOf(section: string): FormatSection {
  const pieces: FormatPiece[] = [];
  let foreign = false;
  for (const { groups = {} } of section.matchAll(PIECE)) {
    const found =
      groups['bracket'] === undefined ? plainPiece(groups) : bracketPiece(groups['bracket']);
    if (found === null) return null;
    if (found === 'foreign') foreign = true;
    else pieces.push(...found);
  }
  return { pieces, foreign };
}

type Groups = Readonly<Record<string, string | undefined>>;
type Found = readonly FormatPiece[] | 'foreign' | null;

const SIGNS: Readonly<Partial<Record<string, 'point' | 'comma' | 'percent' | 'slash' | 'text'>>> = {
  '.': 'point',
  ',': 'comma',
  '%': 'percent',
  '/': 'slash',
  '@': 'text',
};

function plainPiece(groups: Groups): Found {
  const { quoted, escaped, plain, space, fill, half, general, exponent, date, digit, sign } =
    groups;
  const literal = quoted ?? escaped ?? plain;
  if (literal !== undefined) return [{ kind: 'literal', text: literal }];
  if (space !== undefined) return [{ kind: 'literal', text: ' ' }];
  // It fills the width of the column, which is no text.
  if (fill !== undefined) return [];
  if (half !== undefined) return [halfDay(half)];
  if (general !== undefined) return [{ kind: 'general' }];
  if (exponent !== undefined) return [{ kind: 'exponent', plus: exponent === '+' }];
  if (date !== undefined) return [{ kind: 'date', letters: date.toLowerCase() }];
  if (digit !== undefined) return [{ kind: 'digit', sign: digit }];
  return signPiece(sign ?? '');
}

function halfDay(written: string): FormatPiece {
  const [am = '', pm = ''] = written.split('/');
  return { kind: 'half-day', am, pm };
}

function signPiece(sign: string): Found {
  const kind = SIGNS[sign];
  return kind === undefined ? null : [{ kind }];
}

function bracketPiece(inside: string): Found {
  if (COLOURS.test(inside)) return [];
  if (/^(?:h+|m+|s+)$/i.test(inside)) return [{ kind: 'elapsed', letters: inside.toLowerCase() }];
  const [, symbol, language] = /^\$([^-]*)(?:-([0-9a-z-]+))?$/i.exec(inside) ?? [];
  if (symbol === undefined) return null;
  if (language !== undefined && !isEnglish(language)) {
    // A sign of currency is the same in every language.
    return symbol === '' ? 'foreign' : [{ kind: 'literal', text: symbol }];
  }
  return symbol === '' ? [] : [{ kind: 'literal', text: symbol }];
}

function isEnglish(language: string): boolean {
  return ENGLISH.has(language.toLowerCase().replace(/^0+/, '')) || /^en\b/i.test(language);
}
