// The words that a source says itself: its strings and templates that read as a sentence, a label or a phrase.
// What stands in the markup of a page is the page's own, and what is thrown is read by no user.
import { parseSync } from 'vite';

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** What reads as words, with its line; a template with '…' where a value stands. */
export type Said = { readonly line: number; readonly text: string };

const LABEL = /^\p{Lu} ?\p{Ll}/u;
const SENTENCE = /\p{L} .*[.?!:]\s*$/su;
const PHRASE = /^[\p{L}’]+(?:,? [\p{L}’]+)+$/u;
const WORD_BETWEEN = /(?:^|\s|…)\p{L}{2,}(?=[\s,.:;]|$)/u;
/** The name of a header; what else stands in templates for machines: markup, paths, selectors. */
const HEADER = /^\p{Lu}\p{L}*(?:-\p{Lu}\p{L}*)+$/u;
const FOR_MACHINES = /[=<>{}[\]/_\\"|]/u;

/** Whether a text reads as something that a person is told. */
function readsAsWords(text: string, isTemplate: boolean): boolean {
  if (HEADER.test(text) || !/\p{Ll}/u.test(text)) return false;
  if (LABEL.test(text) || SENTENCE.test(text)) return true;
  if (FOR_MACHINES.test(text)) return false;
  return isTemplate ? /\s/u.test(text) && WORD_BETWEEN.test(text) : PHRASE.test(text.trim());
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null;
  const quasis: readonly { value: { cooked: string } }[] = node['quasis'];
  return quasis.map(({ value }) => value.cooked).join('…');
}

/** A place in which no text is words of ours: a type, an import, an element of a page, what is thrown. */
function isElsewhere(node: Node): boolean {
  const callee = node['callee'];
  const isThrown =
    node.type === 'NewExpression' && isNode(callee) && String(callee['name']).endsWith('Error');
  return isThrown || /^(?:JSX|TSLiteralType|TSImportType|Import|ExportAll)/u.test(node.type);
}

function inner(node: Node): readonly Node[] {
  const isNamed = node.type === 'Property' && node['computed'] !== true;
  return Object.entries(node)
    .filter(([name]) => !isNamed || name !== 'key')
    .flatMap(([, value]) => value)
    .filter(isNode);
}

/** Everything that a source says outside markup. */
export function saidIn(source: string): readonly Said[] {
  const found: Said[] = [];
  const visit = (node: Node) => {
    if (isElsewhere(node)) return;
    const text = textOf(node);
    if (text !== null && readsAsWords(text, node.type === 'TemplateLiteral')) {
      found.push({ line: source.slice(0, Number(node['start'])).split('\n').length, text });
    }
    inner(node).forEach(visit);
  };
  const program: unknown = parseSync('source.tsx', source).program;
  if (isNode(program)) visit(program);
  return found;
}
