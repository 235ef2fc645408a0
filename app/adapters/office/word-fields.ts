// The instructions of the fields of a Word part, put together from the runs that they are split over.
import { isRemote } from './remote-address.ts';
import { attributesIn, wordsOf, type XmlTag, type XmlText } from './xml-tokens.ts';

type Problem = 'dde' | 'remote-content';

/** Signs and words of fields; what is deleted, or one of several versions, may be there or not. */
type Piece = {
  readonly kind: 'begin' | 'separate' | 'end' | 'words' | 'simple';
  readonly words: string;
  readonly maybe: boolean;
};
type Field = { instruction: string; separated: boolean; isMade: boolean };

/** Takes the tags and texts of a part, and says at the end what its fields do. */
export function wordFields() {
  const pieces: Piece[] = [];
  let inWords = 0;
  let versions = 0;
  let deleted = 0;
  return {
    take(token: XmlTag | XmlText): void {
      if (token.kind === 'text') {
        if (inWords > 0) {
          pieces.push({ kind: 'words', words: wordsOf(token), maybe: versions + deleted > 0 });
        }
        return;
      }
      const step = token.kind === 'open' ? 1 : -1;
      if (token.name === 'Choice') versions = Math.max(0, versions + step);
      if (!isWord(token.space)) return;
      if (token.name === 'instrText' || token.name === 'delInstrText') {
        inWords = Math.max(0, inWords + step);
        if (token.name === 'delInstrText') deleted = Math.max(0, deleted + step);
      } else if (step === 1) {
        pieces.push(...signsIn(token, versions > 0));
      }
    },
    problem(): Problem | null {
      const certain = pieces.filter(({ maybe }) => !maybe);
      const found = problemIn(pieces);
      return found ?? (certain.length < pieces.length ? problemIn(certain) : null);
    },
  };
}

/** A prefix that is bound to nothing is taken for Word's. */
function isWord(space: string): boolean {
  return space === '' || /wordprocessingml|word\/2003\/wordml/i.test(space);
}

function signsIn(tag: XmlTag, maybe: boolean): readonly Piece[] {
  if (tag.name !== 'fldChar' && tag.name !== 'fldSimple') return [];
  const values = (wanted: string) =>
    attributesIn(tag.inside)
      .filter(({ name, prefix }) => name === wanted && isWord(tag.scope.get(prefix) ?? ''))
      .map(({ value }) => value);
  if (tag.name === 'fldSimple') {
    return values('instr').map((words) => ({ kind: 'simple', words, maybe }));
  }
  return values('fldCharType').flatMap((value) => {
    const kind = value.trim();
    const known = kind === 'begin' || kind === 'separate' || kind === 'end';
    return known ? [{ kind, words: '', maybe }] : [];
  });
}

function problemIn(pieces: readonly Piece[]): Problem | null {
  for (const { instruction, isMade } of fieldsIn(pieces)) {
    const problem = isMade ? 'dde' : problemOf(instruction);
    if (problem !== null) return problem;
  }
  return null;
}

function problemOf(instruction: string): Problem | null {
  const words = instruction.replaceAll(/[\s"“”]+/g, ' ').trim();
  if (/^dde(?:auto)?\b/i.test(words)) return 'dde';
  // Hyperlinks wait for a click; these are fetched when the field is drawn.
  if (!/^(?:include(?:picture|text)?|import|link|rd)\b/i.test(words)) return null;
  const paths = words
    .split(' ')
    .slice(1)
    // Others are ranges, as R1C1:R2C2, and marks.
    .filter((word) => /[\\/%]/.test(word))
    .map((word) => word.replaceAll('\\\\', '\\'));
  return paths.some((word) => isRemote(word) && !/^\\[a-z*@#!]$/i.test(word))
    ? 'remote-content'
    : null;
}

/** Every field, those inside others too; one that is never ended counts as well. */
function* fieldsIn(pieces: readonly Piece[]): Generator<Field> {
  const open: Field[] = [];
  const loose = newField();
  for (const { kind, words } of pieces) {
    const around = open.at(-1);
    if (kind === 'begin') {
      open.push(newField());
    } else if (kind === 'separate') {
      if (around !== undefined) around.separated = true;
    } else if (kind === 'words') {
      (around ?? loose).instruction += words;
    } else {
      const inner = kind === 'simple' ? { ...newField(), instruction: words } : open.pop();
      if (inner === undefined) continue;
      yield inner;
      const outer = open.at(-1);
      if (outer !== undefined) takeResult(outer, inner.instruction);
    }
  }
  yield* open;
  yield loose;
}

function newField(): Field {
  return { instruction: '', separated: false, isMade: false };
}

/** What a field inside makes is part of the instruction around it, unless it stands in its result. */
function takeResult(outer: Field, inner: string): void {
  if (outer.separated) return;
  // Nobody has the kind of a field made by another field, unless to hide it.
  const before = outer.instruction.replaceAll(/[\s"“”]/g, '').toUpperCase();
  if ('DDEAUTO'.startsWith(before)) outer.isMade = true;
  outer.instruction += resultOf(inner);
}

/** A quotation gives its words, or the signs of its numbers. */
function resultOf(instruction: string): string {
  const quoted = /^\s*quote\b(.*)$/is.exec(instruction)?.[1];
  if (quoted === undefined) return instruction;
  return /^[\s"“”]*(?:(?:0x[0-9a-f]+|\d+)[\s"“”]*)+$/i.test(quoted)
    ? [...quoted.matchAll(/0x[0-9a-f]+|\d+/gi)]
        .map(([code]) => String.fromCharCode(Number(code)))
        .join('')
    : quoted;
}
