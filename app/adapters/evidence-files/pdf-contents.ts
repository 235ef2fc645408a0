// Looks through a PDF for programs in it: scripts, actions that start another program, and programs that
// are attached. Every object is looked at, also those in compressed streams and those that no table names.
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';
import { decoded } from './pdf-filters.ts';
import { objectAt, objectPlaces, type PdfObject } from './pdf-objects.ts';
import { tokenAt } from './pdf-tokens.ts';

type Reason = KindProblem['reason'];

const MOST_OBJECTS = 64 * 1024 * 1024;
const FIRST_BYTES = 4 * 1024;
/** Windows, Linux and macOS programs, scripts, shortcuts, and old office files, which may have macros. */
const PROGRAMS = [
  'MZ',
  '\x7fELF',
  '\xcf\xfa\xed\xfe',
  '#!',
  'L\0\0\0\x01\x14\x02',
  '\xd0\xcf\x11\xe0',
];

/** What is known so far of the whole file. */
type Seen = {
  left: number;
  encrypted: boolean;
  /** Streams of objects or attached ones: they cannot be read where the file turns out to be encrypted. */
  hidden: boolean;
  attaches: boolean;
  /** A program that calls itself a picture: so does any picture by chance, so it counts beside attachments. */
  pictured: boolean;
};

/** Why a PDF is not kept; null = nothing was found. */
export function pdfProblem(bytes: Buffer): Reason | null {
  const seen: Seen = {
    left: MOST_OBJECTS,
    encrypted: false,
    hidden: false,
    attaches: false,
    pictured: false,
  };
  let packed: Reason | null = null;
  for (const place of objectPlaces(bytes)) {
    const object = objectAt(bytes, place);
    if (object.problem !== null) return object.problem;
    note(seen, object);
    if (object.data !== null) packed ??= streamProblem(bytes, object, seen);
  }
  // What is encrypted says nothing; only names outside of such streams can be read.
  if (seen.encrypted && seen.hidden) return 'pdf-protected';
  return packed ?? (seen.attaches && seen.pictured ? 'embedded-object' : null);
}

function note(seen: Seen, { places }: PdfObject): void {
  seen.encrypted ||= places.has('Encrypt');
  seen.attaches ||= places.has('EF');
}

function streamProblem(bytes: Buffer, object: PdfObject, seen: Seen): Reason | null {
  const { places } = object;
  const ofObjects = places.has('ObjStm') || places.has('First');
  seen.hidden ||= ofObjects || places.has('EmbeddedFile');
  return ofObjects ? objectsProblem(bytes, object, seen) : attachedProblem(bytes, object, seen);
}

function objectsProblem(bytes: Buffer, object: PdfObject, seen: Seen): Reason | null {
  const first = wholeNumber(bytes, object, 'First');
  const content = contentOf(bytes, object, seen.left);
  if (content === null || first === null) return 'not-looked-through';
  if (content.buffer !== bytes.buffer) seen.left -= content.length;
  // A reader goes through them in order, or to the places that the beginning names.
  for (const found of packedObjects(content, first)) {
    note(seen, found);
    if (found.problem !== null) return found.problem;
  }
  return null;
}

function* packedObjects(content: Buffer, first: number): Generator<PdfObject> {
  yield objectAt(content, 0);
  yield objectAt(content, first);
  for (const place of placesOf(content)) yield objectAt(content, first + place, true);
}

/** Every second number of the beginning. */
function* placesOf(content: Buffer): Generator<number> {
  let isPlace = false;
  for (let token = tokenAt(content, 0); token?.kind === 'number'; isPlace = !isPlace) {
    if (isPlace) yield Number.parseInt(token.text, 10);
    token = tokenAt(content, token.end);
  }
}

function attachedProblem(bytes: Buffer, object: PdfObject, seen: Seen): Reason | null {
  const { places } = object;
  const named = places.has('EmbeddedFile');
  const data = dataOf(bytes, object).subarray(0, FIRST_BYTES);
  const filters = filtersOf(bytes, object);
  const content =
    filters &&
    (decoded(filters, data, MOST_OBJECTS) ??
      decoded(filters, data.subarray(0, Math.max(0, data.indexOf('endstream'))), MOST_OBJECTS));
  if (content === null) return named ? 'not-looked-through' : null;
  const signature = content.toString('latin1', 0, 16);
  if (!PROGRAMS.some((program) => signature.startsWith(program))) return null;
  if (named || !places.has('Image')) return 'embedded-object';
  seen.pictured = true;
  return null;
}

/** What a stream holds, up to so many bytes; null where that cannot be told. */
function contentOf(bytes: Buffer, object: PdfObject, most: number): Buffer | null {
  const filters = filtersOf(bytes, object);
  if (filters === null) return null;
  // Packed data says itself where it ends, whatever its length is said to be.
  const data = dataOf(bytes, object);
  const content = decoded(filters, data, most);
  const length = wholeNumber(bytes, object, 'Length');
  if (content !== null || length === null) return content;
  const isEnd = tokenAt(data, length)?.text.startsWith('endstream') ?? false;
  return isEnd ? decoded(filters, data.subarray(0, length), most) : null;
}

function dataOf(bytes: Buffer, { data }: PdfObject): Buffer {
  return bytes.subarray(data ?? bytes.length);
}

/** The number that a key has; null where it stands elsewhere or is given twice. */
function wholeNumber(bytes: Buffer, { places }: PdfObject, key: string): number | null {
  const [place, ...more] = places.get(key) ?? [];
  if (place === undefined || more.length > 0) return null;
  const number = tokenAt(bytes, place);
  if (number === null || !/^\+?\d{1,9}$/.test(number.text)) return null;
  // Two numbers in a row name an object.
  return tokenAt(bytes, number.end)?.kind === 'number' ? null : Number(number.text);
}

/** The names of the filters in order; null where they, or how lines were predicted, stand elsewhere. */
function filtersOf(bytes: Buffer, { places }: PdfObject): readonly string[] | null {
  const predicted = (places.get('Predictor') ?? []).map((place) => tokenAt(bytes, place)?.text);
  if (predicted.some((text) => text !== '1')) return null;
  const [place, ...more] = places.get('Filter') ?? places.get('F') ?? [];
  if (place === undefined) return [];
  if (more.length > 0) return null;
  const token = tokenAt(bytes, place);
  if (token?.kind === 'name') return [token.text];
  return token?.text === '[' ? namesIn(bytes, token.end) : null;
}

/** The names of a list; null where something else stands in it. */
function namesIn(bytes: Buffer, from: number): readonly string[] | null {
  const names: string[] = [];
  let token = tokenAt(bytes, from);
  while (token?.kind === 'name') {
    names.push(token.text);
    token = tokenAt(bytes, token.end);
  }
  return token?.text === ']' ? names : null;
}
