// Values in a file of YAML become others, and every byte beside them stays: comments, order and line ends of all
// else. Only comments inside a value that changes go with it.
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Path } from '#app/domain/charter/finding.ts';
import { LINE_WIDTH, yamlText } from './yaml-text.ts';

export type ValueEdit = {
  readonly path: Path;
  /** null = the key goes. */
  readonly value: string | readonly string[] | null;
};

/** A stretch of the text, and what comes in its place. */
type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** The text with these edits. What is not there yet is added below the last key of what is there of its path. */
export function editedYaml(text: string, edits: readonly ValueEdit[]): string {
  const { contents } = parseDocument(text, { schema: 'failsafe' });
  const splices: Splice[] = [];
  const added = new Map<YAMLMap, Record<string, unknown>>();
  for (const { path, value } of edits) {
    const { map, pair, rest } = find(contents, path);
    if (map === null) continue;
    if (pair !== null && rest.length === 0) {
      splices.push(value === null ? removal(text, pair) : replacement(text, map, pair, value));
    } else if (value !== null) added.set(map, withValue(added.get(map) ?? {}, rest, value));
  }
  for (const [map, values] of added) splices.push(addition(text, map, values));
  return splices
    .toSorted((one, other) => other.from - one.from)
    .reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text);
}

type Found = {
  /** The deepest map on the way; null = there is none. */
  readonly map: YAMLMap | null;
  /** What the path names, where it is there. */
  readonly pair: Pair | null;
  /** What of the path is not there. */
  readonly rest: readonly string[];
};

function find(contents: unknown, path: Path): Found {
  let node = contents;
  let found: Found = { map: null, pair: null, rest: [] };
  for (const [index, part] of path.entries()) {
    if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      continue;
    }
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    const rest = path.slice(index + (pair === undefined ? 0 : 1)).map(String);
    found = { map: node, pair: pair ?? null, rest };
    if (pair === undefined) break;
    node = pair.value;
  }
  return found;
}

function withValue(
  into: Readonly<Record<string, unknown>>,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> {
  if (rest.length === 0) return { ...into, [key]: value };
  const below = into[key];
  const inner = typeof below === 'object' && below !== null ? { ...below } : {};
  return { ...into, [key]: withValue(inner, rest, value) };
}

function startOf(pair: Pair): number {
  return isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** Behind the last character of a value; what a block ends with is no part of it. */
function endOf(text: string, pair: Pair): number {
  const end = isNode(pair.value) ? (pair.value.range?.[1] ?? 0) : startOf(pair);
  return text.slice(0, end).trimEnd().length;
}

/** How far the keys of a map are from the start of their line, a hyphen before the first one included. */
function indentOf(text: string, offset: number): string {
  return ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1));
}

function replacement(
  text: string,
  map: YAMLMap,
  pair: Pair,
  value: string | readonly string[],
): Splice {
  const [from, to] = [startOf(pair), endOf(text, pair)];
  const key = isScalar(pair.key) ? String(pair.key.value) : '';
  const put =
    map.flow === true
      ? flowText({ [key]: value })
      : blockText({ [key]: value }, indentOf(text, from));
  return { from, to, text: put };
}

/** The key with its value and its line; the first key of a list's entry leaves the hyphen to the next one. */
function removal(text: string, pair: Pair): Splice {
  const [from, to] = [startOf(pair), lineEnd(text, endOf(text, pair)) + 1];
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const isFirst = text.slice(line, from).trim() !== '';
  return isFirst
    ? { from, to: to + indentOf(text, from).length, text: '' }
    : { from: line, to, text: '' };
}

function addition(text: string, map: YAMLMap, values: Readonly<Record<string, unknown>>): Splice {
  const last = map.items.at(-1);
  if (last === undefined) return { from: 0, to: 0, text: '' };
  const end = endOf(text, last);
  if (map.flow === true) return { from: end, to: end, text: `, ${flowText(values)}` };
  const indent = indentOf(text, startOf(map.items[0] ?? last));
  const at = lineEnd(text, end);
  return { from: at, to: at, text: `\n${indent}${blockText(values, indent)}` };
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** JSON within braces is YAML. */
function flowText(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ');
}

function blockText(values: Readonly<Record<string, unknown>>, indent: string): string {
  const lineWidth = Math.max(40, LINE_WIDTH - indent.length);
  return yamlText(values, lineWidth)
    .trimEnd()
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line))
    .join('\n');
}
