// The text of a Word part, paragraph by paragraph, and what in it is no text. What was deleted under tracked
// changes is gone, what was inserted is there.
import type { XmlElement } from '@rgrove/parse-xml';
import type { LeftOut } from '#app/domain/assessment/draft-document.ts';
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { attributeOf, childrenOf, localName } from './xml-text.ts';

/** A paragraph outside every table, or a row of a table that is in no other one, in reading order. */
export type Block = {
  readonly kind: 'row' | 'paragraph' | 'heading';
  /** A line for each paragraph, however deep it lies. */
  readonly lines: readonly string[];
  readonly things: readonly LeftOut[];
};

/** Everything of a part, in reading order. */
export function blocksIn(element: XmlElement): readonly Block[] {
  return childrenOf(element).flatMap((child): readonly Block[] => {
    const name = localName(child);
    if (SKIPPED.has(name)) return [];
    if (name !== 'tr' && name !== 'p' && THINGS[name] === undefined) return blocksIn(child);
    const kind = name === 'tr' ? 'row' : isHeading(child) ? 'heading' : 'paragraph';
    return [{ kind, lines: linesIn(child), things: [...new Set(thingsIn(child))] }];
  });
}

/** Deleted text, the second copy of a shape, readings above words, and properties hold no text of anyone's. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'rt',
  'pPr',
  'rPr',
  'tcPr',
  'trPr',
  'tblPr',
]);

/** By the name of their element; its text, where it has any, is left out with them. */
const THINGS: Readonly<Partial<Record<string, LeftOut>>> = {
  pic: 'picture',
  imagedata: 'picture',
  chart: 'picture',
  relIds: 'picture',
  OLEObject: 'inserted-file',
  altChunk: 'inserted-file',
  subDoc: 'inserted-file',
  footnoteReference: 'footnote',
  endnoteReference: 'footnote',
  commentReference: 'comment',
  sym: 'symbol',
  oMath: 'equation',
};

function thingsIn(element: XmlElement): readonly LeftOut[] {
  const name = localName(element);
  if (SKIPPED.has(name)) return [];
  const thing = THINGS[name];
  if (thing !== undefined) return [thing];
  const within = childrenOf(element).flatMap(thingsIn);
  // Ink, drawn shapes and models in space: whatever is drawn and is no text box is a picture.
  return name === 'drawing' && within.length === 0 && !holdsText(element) ? ['picture'] : within;
}

function holdsText(element: XmlElement): boolean {
  return childrenOf(element).some(
    (child) => localName(child) === 'txbxContent' || holdsText(child),
  );
}

function linesIn(element: XmlElement): readonly string[] {
  return localName(element) === 'p'
    ? [`${bullet(element)}${textOf(element)}`]
    : childrenOf(element).flatMap((child) => {
        const name = localName(child);
        return SKIPPED.has(name) || THINGS[name] !== undefined ? [] : linesIn(child);
      });
}

const SIGNS: Readonly<Partial<Record<string, string>>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
};

function textOf(element: XmlElement): string {
  return childrenOf(element)
    .map((child) => {
      const name = localName(child);
      if (SKIPPED.has(name) || THINGS[name] !== undefined) return '';
      // A text box stands in the middle of a line and has lines of its own.
      if (name === 'txbxContent') return `\n${linesIn(child).join('\n')}\n`;
      return name === 't' ? unmarked(child.text) : (SIGNS[name] ?? textOf(child));
    })
    .join('');
}

// The bullet itself is no text: without a sign a list would run together.
function bullet(paragraph: XmlElement): string {
  const properties = childrenOf(paragraph, 'pPr')[0] ?? null;
  return childrenOf(properties, 'numPr').length > 0 ? '- ' : '';
}

/** By its style, whose name is translated in some languages. */
function isHeading(paragraph: XmlElement): boolean {
  const [properties] = childrenOf(paragraph, 'pPr');
  const [style] = childrenOf(properties ?? null, 'pStyle');
  return /^(?:heading|title|berschrift|titre|ttulo)/i.test(
    style === undefined ? '' : (attributeOf(style, 'val') ?? ''),
  );
}
