// Where in a YAML file a finding is: its line and column, both counted from 1.
import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter, type Pair } from 'yaml';
import type { Finding, Path } from '#app/domain/charter/finding.ts';

/** A mistake with its line and column, both counted from 1. */
export type Mistake = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
};

/**
 * The place of a finding: the key where the key is wrong or its value is a block, the nearest enclosing
 * entry where the place itself does not exist (a missing key).
 */
export function placeOf(finding: Finding, document: Document, lines: LineCounter): Mistake {
  const offset = offsetOf(finding.path, finding.on, document);
  const { line, col } = lines.linePos(offset);
  return {
    file: finding.file,
    line: Math.max(1, line),
    column: Math.max(1, col),
    code: finding.code,
    message: finding.message,
  };
}

function offsetOf(path: Path, on: Finding['on'], document: Document): number {
  let node: unknown = document.contents;
  let offset = startOf(node, 0);
  for (const [index, part] of path.entries()) {
    const child = childOf(node, part);
    if (child === null) return offset;
    const inside = index < path.length - 1 || on === 'key' || !isFlat(child.value);
    offset = startOf(inside ? child.key : child.value, startOf(child.key, offset));
    node = child.value;
  }
  return offset;
}

// An entry of a list has no key: its own start stands for it.
function childOf(node: unknown, part: string | number): { key: unknown; value: unknown } | null {
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? null : { key: item, value: item };
  }
  const pair = isMap(node) ? node.items.find((item) => keyText(item) === String(part)) : undefined;
  return pair === undefined ? null : { key: pair.key, value: pair.value };
}

function isFlat(node: unknown): boolean {
  return isScalar(node) && node.type !== 'BLOCK_FOLDED' && node.type !== 'BLOCK_LITERAL';
}

function startOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}

function keyText(pair: Pair): string | null {
  return isScalar(pair.key) ? String(pair.key.value) : null;
}
