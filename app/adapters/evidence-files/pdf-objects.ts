// The objects of a PDF wherever they stand, whatever its tables say, and what their tokens say of actions.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { isPdfSpace, isRegular, type PdfToken, tokenAt } from './pdf-tokens.ts';

type Reason = KindProblem['reason'];

export type PdfObject = {
  /** Why what it holds is refused; null = nothing was found. */
  readonly problem: Reason | null;
  /** Where the values of the names that are noted stand. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The place of the data that follows it; null = it has none. */
  readonly data: number | null;
};

const NOTED = new Set([
  'EF',
  'EmbeddedFile',
  'Encrypt',
  'F',
  'Filter',
  'First',
  'Image',
  'Length',
  'ObjStm',
  'Predictor',
]);
const ENDS_OBJECT = /^(?:stream|(?:obj|endobj|endstream|xref|startxref|trailer)$)/;

/**
 * The places where objects begin. A table may point anywhere, also into a string or into data, so that every
 * `0 obj` counts, and every trailer.
 */
export function* objectPlaces(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    const next = bytes[at + 3];
    if ((!isRegular(next) || isDigit(next)) && isAfterNumber(bytes, at)) yield at + 3;
  }
  for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7)) {
    if (tokenAt(bytes, at + 7)?.text === '<<') yield at + 7;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** Whether a number stands before, perhaps with a comment between. */
function isAfterNumber(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (isPdfSpace(bytes[before])) before -= 1;
  if (isDigit(bytes[before])) return true;
  if (before < 0 || before === at - 1) return false;
  while (before >= 0 && bytes[before] !== 10 && bytes[before] !== 13) {
    if (bytes[before] === 0x25) return true;
    before -= 1;
  }
  return false;
}

/** What stands from a place on: one value, or everything up to the word that ends the object. */
export function objectAt(bytes: Buffer, from: number, one = false): PdfObject {
  const places = new Map<string, number[]>();
  let problem: Reason | null = null;
  let data: number | null = null;
  let depth = 0;
  let before: PdfToken | null = null;
  for (let token = tokenAt(bytes, from); token !== null; token = tokenAt(bytes, token.end)) {
    depth = depthAfter(token, depth);
    if (token.kind === 'name') {
      problem = actionIn(bytes, token, depth === 0 || isKeyS(before));
      notePlace(places, token);
    } else if (depth === 0 && endsObject(token)) {
      if (token.text.startsWith('stream')) data = afterLine(bytes, token.start + 6);
      break;
    }
    if (problem !== null || (one && depth === 0)) break;
    before = token;
  }
  return { problem, places, data };
}

function depthAfter({ kind }: PdfToken, depth: number): number {
  if (kind === 'open') return depth + 1;
  return kind === 'close' ? Math.max(0, depth - 1) : depth;
}

function notePlace(places: Map<string, number[]>, { text, end }: PdfToken): void {
  if (!NOTED.has(text)) return;
  const known = places.get(text);
  if (known === undefined) places.set(text, [end]);
  else known.push(end);
}

function endsObject({ kind, text }: PdfToken): boolean {
  return kind === 'word' && ENDS_OBJECT.test(text);
}

function isKeyS(token: PdfToken | null): boolean {
  return token?.kind === 'name' && token.text === 'S';
}

/**
 * An action by its name. `isKind` = it is the value of /S, or an object of its own that /S may point to.
 * Places in a document have names, too, and those of headings are /JS and /JavaScript at times.
 */
function actionIn(bytes: Buffer, { text, end }: PdfToken, isKind: boolean): Reason | null {
  if (text === 'Launch') return isKind ? 'pdf-launch' : null;
  const holders = HOLDERS.get(text);
  if (holders === undefined) return null;
  const next = tokenAt(bytes, end);
  const holds = next !== null && (holders.has(next.kind) || holders.has(next.text));
  return holds || (isKind && text === 'JavaScript') ? 'pdf-script' : null;
}

/** What follows these names where they hold scripts; XFA is a form whose fields are programs. */
const HOLDERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['JS', new Set(['string', 'number'])],
  ['JavaScript', new Set(['<<', 'number'])],
  ['XFA', new Set(['[', 'number'])],
]);

/** Readers go on at the next line, whatever is left of this one. */
function afterLine(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
}
