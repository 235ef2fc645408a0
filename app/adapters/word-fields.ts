// The instructions of the fields of a Word part, put together from the runs that they are split over.
import { isRemote } from './remote-address.ts';
import { attributesOf, withoutReferences } from './xml-attributes.ts';

const PIECE =
  /<(?:[\w.-]+:)?(?:(fldChar|fldSimple)(?=[\s/>])([^<>]*)|(?:instrText|delInstrText)(?:\s[^<>]*)?>([^<]*)<)/g;

/** What a field does that a file of others must not do; null = nothing. */
export function fieldProblem(xml: string): 'dde' | 'remote-content' | null {
  for (const instruction of instructions(xml)) {
    const problem = problemOf(instruction);
    if (problem !== null) return problem;
  }
  return null;
}

function problemOf(instruction: string): 'dde' | 'remote-content' | null {
  const words = instruction.replaceAll(/[\s"“”]+/g, ' ').trim();
  if (/^dde(?:auto)?\b/i.test(words)) return 'dde';
  // Hyperlinks wait for a click; these are fetched when the field is drawn.
  if (!/^(?:include(?:picture|text)?|import|link|rd)\b/i.test(words)) return null;
  const paths = words
    .split(' ')
    .slice(1)
    .map((word) => word.replaceAll('\\\\', '\\'));
  return paths.some((word) => isRemote(word) && !/^\\[a-z*@#!]$/i.test(word))
    ? 'remote-content'
    : null;
}

/** Every instruction, those inside others too; one that is never ended counts as well. */
function* instructions(xml: string): Generator<string> {
  const open: string[] = [];
  let loose = '';
  for (const [, tag, inside = '', text] of xml.matchAll(PIECE)) {
    if (tag === 'fldSimple') {
      yield attributesOf(inside).get('instr') ?? '';
    } else if (tag === undefined) {
      const words = withoutReferences(text ?? '');
      if (open.length === 0) loose += words;
      else open[open.length - 1] += words;
    } else if (attributesOf(inside).get('fldCharType') === 'begin') {
      open.push('');
    } else if (attributesOf(inside).get('fldCharType') === 'end') {
      const inner = open.pop() ?? '';
      yield inner;
      // What a field inside makes may be part of the instruction around it.
      if (open.length > 0) open[open.length - 1] += inner.replace(/^\s*quote\b/i, '');
    }
  }
  yield* open;
  yield loose;
}
