// One YAML file of a charter read with positions: every scalar as its text (failsafe schema), no
// anchors, no tags, no keys that could reach a prototype. Hostile input is refused quickly (SEC-63).
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import { utf8Text } from '#app/adapters/evidence-files/utf8-text.ts';
import type { Finding } from '#app/domain/charter/finding.ts';
import { placeInSource, unseenSign } from './unseen-signs.ts';
import { type Mistake, placeOf } from './yaml-place.ts';

/** The largest file read; a section of twenty criteria has about 100 kB. */
export const MOST_BYTES = 1_000_000;
const MOST_DEPTH = 40;
const LONGEST_KEY = 200;
const MOST_KEYS = 500;
// One broken bracket can make a parser complain of every line behind it.
const MOST_SYNTAX_MISTAKES = 30;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export type YamlFile = {
  readonly file: string;
  /** Plain data: text, lists, keys with values; undefined where nothing could be read. */
  readonly data: unknown;
  readonly mistakes: readonly Mistake[];
  /** First line whose structure could not be read; findings behind it are guesses. */
  readonly brokenFrom: number | null;
  readonly locate: (finding: Finding) => Mistake;
};

type Reading = {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly mistakes: Mistake[];
};

/** A file of YAML as data with every mistake of syntax; never throws for bad content. */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  if (bytes.byteLength > MOST_BYTES) {
    return unreadable(
      file,
      1,
      'too-large',
      `this file has ${bytes.byteLength} bytes; at most ${MOST_BYTES} are read`,
    );
  }
  const decoded = decode(bytes);
  if ('line' in decoded) return unreadable(file, decoded, 'not-utf-8', decoded.message);
  const depth = deepLine(decoded.text);
  if (depth !== null) {
    return unreadable(
      file,
      depth,
      'too-deep',
      `nested more than ${MOST_DEPTH} deep; a charter needs far less`,
    );
  }
  const lines = new LineCounter();
  const reading: Reading = { file, text: decoded.text, lines, mistakes: [] };
  const document = parse(decoded.text, lines);
  if (document === null) {
    return unreadable(file, 1, 'too-deep', 'nested too deeply to be read');
  }
  const brokenFrom = syntaxMistakes(document, reading);
  const syntax = reading.mistakes.splice(0);
  const data = toData(document.contents, reading, 0);
  const beforeTheBreak = reading.mistakes.filter(
    ({ line }) => brokenFrom === null || line < brokenFrom,
  );
  return {
    file,
    data,
    mistakes: [...syntax, ...beforeTheBreak],
    brokenFrom,
    locate: (finding) => placeOf(finding, document, lines),
  };
}

function parse(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, {
      schema: 'failsafe',
      // The parser compares every key with every other, which takes minutes for a hostile file.
      uniqueKeys: false,
      merge: false,
      lineCounter,
      prettyErrors: false,
      // The parser tells of a second document unless it is silent.
      logLevel: 'error',
    });
  } catch (error) {
    // Named recovery: the parser recurses, and a hostile file can exhaust the stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function unreadable(
  file: string,
  at: number | Pick<Wrong, 'line' | 'column'>,
  code: string,
  message: string,
): YamlFile {
  const { line, column } = typeof at === 'number' ? { line: at, column: 1 } : at;
  const mistake = { file, line, column, code, message };
  return {
    file,
    data: undefined,
    mistakes: [mistake],
    brokenFrom: 1,
    locate: (finding) => ({ file, line, column: 1, code: finding.code, message: finding.message }),
  };
}

type Wrong = { readonly line: number; readonly column: number; readonly message: string };

function decode(bytes: Uint8Array): { text: string } | Wrong {
  const read = utf8Text(bytes);
  const message = 'this file is not UTF-8; save it as UTF-8';
  if ('line' in read) return { ...read, column: 1, message };
  return controlIn(read.text) ?? read;
}

/** The first control character that no YAML text needs, with its place; null = there is none. */
export function controlIn(text: string): Wrong | null {
  // Tab, line feed, carriage return are the only ones needed.
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.exec(text);
  if (control === null) return null;
  const before = text.slice(0, control.index).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  const code = control[0].charCodeAt(0).toString(16).padStart(4, '0');
  return { line, column, message: `the control character U+${code} is not allowed; remove it` };
}

/**
 * A cheap look before the parser, which recurses: the first line with brackets that open deeper than any
 * file here needs, or one indented so far that its block must be; null = there is none.
 */
export function deepLine(text: string): number | null {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const [bracket] of line.matchAll(/[[{\]}]/g)) {
      open += bracket === '[' || bracket === '{' ? 1 : -1;
      if (open > MOST_DEPTH * 5) return index + 1;
    }
    const dashes = /^[\s-]*/.exec(line)?.[0].match(/-/g)?.length ?? 0;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (dashes > MOST_DEPTH || indent > MOST_DEPTH * 10) return index + 1;
  }
  return null;
}

function syntaxMistakes(document: Document, reading: Reading): number | null {
  let brokenFrom: number | null = null;
  const seen = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    const { line, col } = reading.lines.linePos(error.pos[0]);
    if (seen.has(line) || seen.size >= MOST_SYNTAX_MISTAKES) continue;
    seen.add(line);
    reading.mistakes.push({
      file: reading.file,
      line,
      column: col,
      code: 'syntax',
      message: syntaxText(error.code, error.message),
    });
    const structural = error.code !== 'TAG_RESOLVE_FAILED';
    if (structural && (brokenFrom === null || line < brokenFrom)) brokenFrom = line;
  }
  return brokenFrom;
}

/** Said of a file in which a line of three hyphens begins anew. */
export const SECOND_DOCUMENT =
  'a second document begins here (---); a file holds one, so take the line away';

function syntaxText(code: string, message: string): string {
  switch (code) {
    case 'TAG_RESOLVE_FAILED':
      return 'tags (!…) are not used in charters; write plain text';
    case 'MULTIPLE_DOCS':
      return SECOND_DOCUMENT;
    case 'TAB_AS_INDENT':
      return 'a tab is used for indentation; use spaces';
    default:
      return `YAML syntax: ${message.split('\n')[0] ?? message}`;
  }
}

function toData(node: unknown, reading: Reading, depth: number): unknown {
  if (!isNode(node)) return undefined;
  if (depth > MOST_DEPTH) {
    report(node, reading, 'too-deep', `nested more than ${MOST_DEPTH} deep`);
    return undefined;
  }
  reportAnchor(node, reading);
  if (isScalar(node)) return textIn(node, reading);
  if (isSeq(node)) return node.items.map((item) => toData(item, reading, depth + 1));
  if (!isMap(node)) return undefined;
  if (node.items.length > MOST_KEYS) {
    report(
      node,
      reading,
      'too-many',
      `${node.items.length} keys; at most ${MOST_KEYS} stand together`,
    );
    return undefined;
  }
  const data: Record<string, unknown> = {};
  for (const pair of node.items) {
    const key = keyOf(pair, reading);
    if (key !== null && Object.hasOwn(data, key) && isNode(pair.key)) {
      report(pair.key, reading, 'duplicate-key', 'this key stands here twice; keep one of them');
    }
    if (key !== null) data[key] = pair.value === null ? '' : toData(pair.value, reading, depth + 1);
  }
  return data;
}

/** The text of a value; a sign in it that nobody sees is told where it stands. */
function textIn(node: Scalar, reading: Reading): string {
  const text = typeof node.value === 'string' ? node.value : '';
  const sign = unseenSign(text);
  if (sign === null) return text;
  const [from = 0, to = from] = node.range ?? [];
  const at = from + placeInSource(reading.text.slice(from, to));
  reportAt(at, reading, { code: 'unseen-sign', message: sign.message });
  return text;
}

function reportAnchor(node: Node, reading: Reading): void {
  const offset = anchorOffset(node, reading.text);
  if (offset === null) return;
  const message = 'anchors (&) and aliases (*) are not used in charters; write it out';
  reportAt(offset, reading, { code: 'alias', message });
}

/** Where the alias, or the anchor of the node, stands in the text; null = it is none and has none. */
export function anchorOffset(node: Node, text: string): number | null {
  const start = node.range?.[0] ?? 0;
  if (isAlias(node)) return start;
  // What has an anchor begins behind it, on a later line where it is a block.
  return 'anchor' in node && node.anchor ? text.lastIndexOf(`&${node.anchor}`, start) : null;
}

function keyOf(pair: Pair, reading: Reading): string | null {
  const { key } = pair;
  if (!isScalar(key) || typeof key.value !== 'string') {
    if (isNode(key)) report(key, reading, 'bad-key', 'a key is plain text');
    return null;
  }
  if (FORBIDDEN_KEYS.has(key.value)) {
    report(key, reading, 'bad-key', `the key "${key.value}" is never allowed`);
    return null;
  }
  if (key.value.length > LONGEST_KEY) {
    report(
      key,
      reading,
      'bad-key',
      `this key has ${key.value.length} characters; at most ${LONGEST_KEY}`,
    );
    return null;
  }
  return key.value;
}

function report(node: Node, reading: Reading, code: string, message: string): void {
  reportAt(node.range?.[0] ?? 0, reading, { code, message });
}

function reportAt(
  offset: number,
  { file, lines, mistakes }: Reading,
  what: Pick<Mistake, 'code' | 'message'>,
): void {
  const { line, col } = lines.linePos(Math.max(0, offset));
  mistakes.push({ file, line, column: col, ...what });
}
