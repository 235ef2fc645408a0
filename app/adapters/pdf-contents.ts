// Looks through a PDF for programs in it: scripts, actions that start another program, and programs that
// are attached. Every object is looked at, also those in compressed streams and those that no table names.
import { inflateRawSync, constants } from 'node:zlib';
import type { KindProblem } from '#app/domain/evidence/file-kinds.ts';

type Reason = KindProblem['reason'];

const MOST_OBJECTS = 64 * 1024 * 1024;
/** A dictionary before its stream is far shorter. */
const MOST_DICTIONARY = 64 * 1024;
const FIRST_BYTES = 4 * 1024;
const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const ENDS_NAME = new Set([...SPACE, ...Buffer.from('()<>[]{}/%')]);
/** Windows, Linux and macOS programs, scripts, shortcuts, and old office files, which may have macros. */
const PROGRAMS = [
  'MZ',
  '\x7fELF',
  '\xcf\xfa\xed\xfe',
  '#!',
  'L\0\0\0\x01\x14\x02',
  '\xd0\xcf\x11\xe0',
];

/** Why a PDF is not kept; null = nothing was found. */
export function pdfProblem(bytes: Buffer): Reason | null {
  const plain = actionsIn(bytes, false);
  if (plain !== null) return plain;
  const isEncrypted = [...namesIn(bytes)].some(({ name }) => name === 'Encrypt');
  const left = { bytes: MOST_OBJECTS };
  for (const stream of streamsIn(bytes)) {
    const names = new Set([...namesIn(stream.dictionary)].map(({ name }) => name));
    const ofObjects = isOfObjects(names, stream.data);
    if (!ofObjects && !names.has('EmbeddedFile')) continue;
    // What is encrypted says nothing; only names outside of such streams can be read.
    if (isEncrypted) return 'pdf-protected';
    const problem = ofObjects ? objectsProblem(stream, left) : attachedProblem(stream);
    if (problem !== null) return problem;
  }
  return null;
}

type Stream = { readonly dictionary: Buffer; readonly data: Buffer };

/** By its dictionary, or because it begins as such a stream does, whatever stands before it. */
function isOfObjects(names: ReadonlySet<string>, data: Buffer): boolean {
  return names.has('ObjStm') || (names.has('First') && names.has('N')) || beginsAsObjects(data);
}

/** Numbers and places of objects, then an object: no drawing begins so. */
const OBJECTS = /^(?:\s|%[^\r\n]*[\r\n])*(?:\d+\s+){2,}(?:$|[<[(/]|(?:true|false|null)\b)/;

function beginsAsObjects(data: Buffer): boolean {
  if (data[0] === undefined || (data[0] & 0x0f) !== 8) return false;
  const beginning = inflated(data.subarray(0, FIRST_BYTES), MOST_OBJECTS);
  const text = beginning?.toString('latin1', 0, 400) ?? '';
  return OBJECTS.test(text.length < 400 ? text : text.replace(/\d+$/, ''));
}

function objectsProblem({ dictionary, data }: Stream, left: { bytes: number }): Reason | null {
  const objects = beginsAsObjects(data)
    ? inflated(data, left.bytes)
    : decoded(dictionary, data, left.bytes);
  if (objects === null) return 'not-looked-through';
  left.bytes -= objects.length;
  return actionsIn(objects, true);
}

function attachedProblem({ dictionary, data }: Stream): Reason | null {
  const beginning = data.subarray(0, FIRST_BYTES);
  const content = decoded(dictionary, beginning, MOST_OBJECTS) ?? beginning;
  const signature = content.toString('latin1', 0, 16);
  return PROGRAMS.some((program) => signature.startsWith(program)) ? 'embedded-object' : null;
}

/** Actions by their names. Only among unpacked objects are short names more than chance. */
function actionsIn(bytes: Buffer, unpacked: boolean): Reason | null {
  let before: { name: string; end: number } | null = null;
  for (const found of namesIn(bytes)) {
    const { name, start, end } = found;
    const next = bytes[afterSpace(bytes, end)];
    if (name === 'JavaScript' || (unpacked && name === 'JS')) return 'pdf-script';
    // A form of the other kind, whose fields are programs.
    if (name === 'XFA' && (next === 0x5b || isDigit(next))) return 'pdf-script';
    if (name === 'Launch' && isValue(bytes, start, before)) return 'pdf-launch';
    before = { name, end };
  }
  return null;
}

/** Whether a name is the value of /S, or an object of its own that /S may point to. */
function isValue(bytes: Buffer, start: number, before: { name: string; end: number } | null) {
  if (before?.name === 'S' && afterSpace(bytes, before.end) === start) return true;
  return /\bobj\s*$/.test(bytes.toString('latin1', Math.max(0, start - 20), start));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The place after spaces and comments. */
function afterSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length) {
    if (bytes[at] === 0x25)
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
    else if (!SPACE.has(bytes[at] ?? -1)) break;
    else at += 1;
  }
  return at;
}

/** Every name (`/Name`), with its #-codes read, wherever it stands. */
function* namesIn(bytes: Buffer): Generator<{ name: string; start: number; end: number }> {
  for (let start = bytes.indexOf(0x2f); start >= 0; start = bytes.indexOf(0x2f, start + 1)) {
    let end = start + 1;
    // Longer names than 127 are none.
    while (end < bytes.length && end < start + 400 && !ENDS_NAME.has(bytes[end] ?? 0)) end += 1;
    const written = bytes.toString('latin1', start + 1, end);
    const name = written.includes('#')
      ? written.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
      : written;
    yield { name, start, end };
  }
}

/** Every stream with the dictionary before it. */
function* streamsIn(bytes: Buffer): Generator<Stream> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const before = bytes.subarray(Math.max(0, at - MOST_DICTIONARY), at);
    const start = Math.max(before.lastIndexOf('obj'), before.lastIndexOf('endstream'), 0);
    let from = at + 6;
    if (bytes[from] === 13) from += 1;
    if (bytes[from] === 10) from += 1;
    const end = bytes.indexOf('endstream', from);
    const data = bytes.subarray(from, end < 0 ? bytes.length : end);
    yield { dictionary: before.subarray(start), data };
  }
}

/** What a stream holds, up to so many bytes; null where that cannot be told. */
function decoded(dictionary: Buffer, data: Buffer, most: number): Buffer | null {
  const filters = filtersOf(dictionary.toString('latin1'));
  if (filters === null) return null;
  let content: Buffer | null = data;
  for (const filter of filters) {
    const decode = DECODERS[filter];
    if (decode === undefined || content === null) return null;
    content = decode(content, most);
  }
  return content;
}

/** The names of the filters in order; null where they, or how lines were predicted, stand elsewhere. */
function filtersOf(written: string): readonly string[] | null {
  const dictionary = written.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const predictor = /\/Predictor\s*(\d+)/.exec(dictionary)?.[1];
  if (predictor !== undefined && predictor !== '1') return null;
  const found = /\/(?:Filter|F)(?![A-Za-z])\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+|\S)/.exec(
    dictionary,
  )?.[1];
  if (found === undefined) return [];
  if (!/^[[/]/.test(found)) return null;
  return [...found.matchAll(/\/([^\s/<>[\]()]+)/g)].map(([, name = '']) => name);
}

const DECODERS: Readonly<Record<string, (data: Buffer, most: number) => Buffer | null>> = {
  FlateDecode: inflated,
  Fl: inflated,
  ASCIIHexDecode: fromHex,
  AHx: fromHex,
  ASCII85Decode: from85,
  A85: from85,
};

/** As readers do: from the beginning as far as it goes, without asking for its checksum. */
function inflated(data: Buffer, most: number): Buffer | null {
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    return inflateRawSync(data.subarray(2), { finishFlush, maxOutputLength: Math.max(1, most) });
  } catch {
    // Named recovery: damaged, or more than is looked at.
    return null;
  }
}

function fromHex(data: Buffer): Buffer {
  return Buffer.from(data.toString('latin1').replaceAll(/>.*|[^0-9a-f]/gis, ''), 'hex');
}

function from85(data: Buffer): Buffer {
  const text =
    data.toString('latin1').split('~')[0]?.replaceAll(/\s/g, '').replaceAll('z', '!!!!!') ?? '';
  const groups = text.match(/.{1,5}/gs) ?? [];
  return Buffer.concat(
    groups.map((group) => {
      const padded = group.padEnd(5, 'u');
      const value = [...padded].reduce((sum, sign) => sum * 85 + sign.charCodeAt(0) - 33, 0);
      const four = Buffer.alloc(4);
      four.writeUInt32BE(Math.max(0, value) % 2 ** 32);
      return four.subarray(0, group.length - 1);
    }),
  );
}
