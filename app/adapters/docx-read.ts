// What was written into the boxes of the document, whichever word processor saved it: the row with a
// mark, and the text of the row after it. What was deleted under tracked changes is gone, what was
// inserted is there.
import type { XmlElement } from '@rgrove/parse-xml';
import {
  assessmentIn,
  placeIn,
  type ReadDraft,
  type ReadPlace,
} from '#app/domain/assessment/draft-document.ts';
import type { OfficeProblem } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { childrenOf, localName, xmlRoot } from './xml-text.ts';
import { zipParts } from './zip-parts.ts';

const MAIN = 'word/document.xml';
/** Twice what the largest charter's document has once every answer is as long as its question. */
const MOST_BYTES = 10 * 1024 * 1024;
const XML_LIMITS = { elements: 400_000, depth: 200 };
const MOST_PARAGRAPHS = 60_000;
/** More than the largest charter has: three for each of its 400 criteria. */
const MOST_PLACES = 1_500;

/** The places of the document. */
export async function readDraft(bytes: Uint8Array): Promise<Result<ReadDraft, OfficeProblem>> {
  const parts = await zipParts(bytes, (name) => name === MAIN, MOST_BYTES);
  if (!parts.ok) return parts;
  const part = parts.value.read(MAIN);
  if (part === null) return refused({ code: 'unreadable' });
  const root = xmlRoot(part, XML_LIMITS);
  if (!root.ok) return root;
  const lines = linesOf(root.value);
  if (lines.length > MOST_PARAGRAPHS) {
    return refused({ code: 'too-many', of: 'paragraphs', most: MOST_PARAGRAPHS });
  }
  const places = placesIn(rowsIn(root.value).map(rowText));
  if (places.length > MOST_PLACES) {
    return refused({ code: 'too-many', of: 'places', most: MOST_PLACES });
  }
  return ok({ assessmentId: assessmentIn(lines.join('\n')), places });
}

// A box is never looked at for marks: whatever is written there is text.
function placesIn(rows: readonly string[]): readonly ReadPlace[] {
  const places: ReadPlace[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const place = placeIn(rows[at] ?? '');
    const text = rows[at + 1];
    if (place === null || text === undefined) continue;
    places.push({ ...place, text });
    at += 1;
  }
  return places;
}

/** Every row of every table, in reading order. */
function rowsIn(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    localName(child) === 'tr' ? [child] : rowsIn(child),
  );
}

function rowText(row: XmlElement): string {
  return linesOf(row).join('\n');
}

/** A line for each paragraph, however deep it lies in cells, controls and lists. */
function linesOf(element: XmlElement): readonly string[] {
  return childrenOf(element).flatMap((child): readonly string[] => {
    if (SKIPPED.has(localName(child))) return [];
    return localName(child) === 'p' ? [`${bullet(child)}${textOf(child)}`] : linesOf(child);
  });
}

/** Deleted text, the second copy of a shape, and properties hold no text of anyone's. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'pPr', 'rPr', 'tcPr', 'trPr', 'tblPr']);

const SIGNS: Readonly<Partial<Record<string, string>>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
};

function textOf(element: XmlElement): string {
  return childrenOf(element)
    .map((child) => {
      const name = localName(child);
      if (SKIPPED.has(name)) return '';
      return name === 't' ? child.text : (SIGNS[name] ?? textOf(child));
    })
    .join('');
}

// The bullet itself is no text: without a sign a list would run together.
function bullet(paragraph: XmlElement): string {
  const properties = childrenOf(paragraph, 'pPr')[0] ?? null;
  return childrenOf(properties, 'numPr').length > 0 ? '- ' : '';
}
