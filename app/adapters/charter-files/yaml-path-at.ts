// What stands at a line and column of a YAML file, as the keys and places that lead there.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Path } from '#app/domain/charter/finding.ts';

/** The path of the deepest entry that begins at this place or stands around it; line and column from 1. */
export function pathAt(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
): Path {
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { schema: 'failsafe', lineCounter });
  const offset = (lineCounter.lineStarts[line - 1] ?? 0) + column - 1;
  const begins = (node: unknown) => isNode(node) && (node.range?.[0] ?? 0) <= offset;
  const path: (string | number)[] = [];
  let node: unknown = contents;
  while (begins(node)) {
    if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => begins(key));
      if (pair === undefined || !isScalar(pair.key)) return path;
      path.push(String(pair.key.value));
      node = pair.value;
    } else if (isSeq(node)) {
      const index = node.items.findLastIndex(begins);
      if (index < 0) return path;
      path.push(index);
      node = node.items[index];
    } else return path;
  }
  return path;
}
