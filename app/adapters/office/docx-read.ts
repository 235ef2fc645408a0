// What was written into the boxes of the document, whichever word processor saved it: the row with a
// mark, and the text of the row after it. Everything else is told of, so that nothing is lost unseen.
import {
  assessmentIn,
  type Beside,
  type OutsideText,
  placeIn,
  type ReadDraft,
  type ReadPlace,
  withoutMark,
} from '#app/domain/assessment/draft-document.ts';
import { isLabelRow } from '#app/domain/assessment/draft-lines.ts';
import type { OfficeProblem } from '#app/domain/workbook.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { type Block, blocksIn } from './docx-text.ts';
import { mainPart, relatedParts, rootsOf } from './package-parts.ts';

const LIMITS = {
  /** Twice what the largest charter's document has once every answer is as long as its question. */
  bytes: 10 * 1024 * 1024,
  xml: { elements: 400_000, depth: 200 },
};
const MOST_PARAGRAPHS = 60_000;
/** More than the largest charter has: three for each of its 400 criteria. */
const MOST_PLACES = 1_500;

/** Longer than anything that we write outside the boxes; of what is longer the beginning is shown. */
const MOST_OUTSIDE = 20_000;

/** The places of the document, and what stands beside them. */
export async function readDraft(bytes: Uint8Array): Promise<Result<ReadDraft, OfficeProblem>> {
  const main = await mainPart(bytes, 'word/document.xml', LIMITS);
  if (!main.ok) return main;
  const roots = await rootsOf(bytes, [main.value], LIMITS);
  if (!roots.ok) return roots;
  const root = roots.value.get(main.value);
  if (root === undefined) return refused({ code: 'unreadable' });
  const edges = await edgesOf(bytes, main.value);
  if (!edges.ok) return edges;
  const blocks = [...edges.value, ...blocksIn(root)];
  const lines = blocks.flatMap((block) => block.lines);
  if (lines.length > MOST_PARAGRAPHS) {
    return refused({ code: 'too-many', of: 'paragraphs', most: MOST_PARAGRAPHS });
  }
  const { places, beside } = sorted(blocks);
  if (places.length > MOST_PLACES) {
    return refused({ code: 'too-many', of: 'places', most: MOST_PLACES });
  }
  const assessmentId = assessmentIn(lines.join('\n'));
  // Of a document that is none of ours nothing is kept.
  if (assessmentId === null && places.length === 0) return ok({ assessmentId, places });
  return ok({ assessmentId, places, beside });
}

const MOST_EDGES = 50;

/** What stands at the head and foot of pages: we write nothing there, and somebody may have. */
async function edgesOf(
  bytes: Uint8Array,
  main: string,
): Promise<Result<readonly Block[], OfficeProblem>> {
  const related = await relatedParts(bytes, main, LIMITS);
  if (!related.ok) return related;
  const names = related.value
    .filter(({ type }) => type === 'header' || type === 'footer')
    .map(({ target }) => target);
  if (names.length === 0) return ok([]);
  const roots = await rootsOf(bytes, names.slice(0, MOST_EDGES), LIMITS);
  return roots.ok ? ok([...roots.value.values()].flatMap(blocksIn)) : roots;
}

type Place = Omit<ReadPlace, 'text'>;

/** The boxes, and all else. A box is hardly looked at for marks: what is written there is text. */
function sorted(blocks: readonly Block[]) {
  const places: ReadPlace[] = [];
  const outside: OutsideText[] = [];
  const things = new Map<string, Beside['things'][number]>();
  let after: string | null = null;
  let open: Place | null = null;
  for (const block of blocks) {
    const text = block.lines.join('\n');
    const box: Place | null = block.kind === 'row' && !isLabelRow(text) ? open : null;
    const place: Place | null = block.kind === 'row' && box === null ? placeIn(text) : null;
    if (block.kind === 'heading') after = null;
    after = place?.criterion ?? after;
    for (const what of block.things) things.set(`${after} ${what}`, { after, what });
    if (box !== null) places.push({ ...box, text });
    else if (text.trim() !== '') outside.push(outsideOf(block, { text, after, place }));
    // Between a mark and its box may stand what comes in where somebody splits a table.
    if (block.kind !== 'paragraph') open = place;
  }
  return { places, beside: { outside, things: [...things.values()] } };
}

function outsideOf(
  { kind }: Block,
  { text, after, place }: { text: string; after: string | null; place: Place | null },
): OutsideText {
  if (kind !== 'row') return { text: text.slice(0, MOST_OUTSIDE), after, kind: 'paragraph' };
  const own = withoutMark(text).slice(0, MOST_OUTSIDE);
  return { text: own, after, kind: place === null ? 'row' : 'label' };
}
