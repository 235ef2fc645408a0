// What must stand on one page: a heading, the sentences that introduce something, and the start of
// what they introduce. So no heading and no introduction is the last thing on a page.
import type { Block, HeadingLevel } from '#reports/model.ts';
import { chartStart } from './chart-block.ts';
import { factsStart } from './fact-list.ts';
import { type Flow, fullHeight } from './flow.ts';
import { ganttStart } from './gantt-block.ts';
import { wantedHeight } from './table-block.ts';
import {
  calloutHeight,
  detailsStart,
  headingHeight,
  listStart,
  paragraphHeight,
  paragraphStart,
} from './text-blocks.ts';

/** A chapter starts on a page that has at least this share of its height left. */
const chapterShare = 0.36;

/** A longer introduction may go on on the next page. */
const mostIntroduction = 160;

type Kept = {
  readonly height: number;
  /** The first block that is not part of it. */
  readonly end: number;
};

/** The height to keep for what starts here; null where nothing has to stay together. */
export function keptTogether(flow: Flow, blocks: readonly Block[], from: number): Kept | null {
  if (!leadsOn(flow, blocks, from)) return null;
  let height = 2;
  let end = from;
  while (leadsOn(flow, blocks, end)) {
    height += heightOf(flow, blocks[end]);
    end += 1;
  }
  height += startOf(flow, blocks[end]);
  const chapter = levelOf(blocks[from]) === 2 ? fullHeight(flow) * chapterShare : 0;
  return { height: Math.min(Math.max(height, chapter), fullHeight(flow)), end: end + 1 };
}

/** A heading, or a paragraph that introduces the next block. */
function leadsOn(flow: Flow, blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block?.kind === 'heading') return true;
  if (block?.kind !== 'paragraph') return false;
  if (paragraphHeight(flow, block.style, block.text) > mostIntroduction) return false;
  return block.style === 'lead' || /:\s*$/.test(block.text) || introduces(blocks, index);
}

/** The first words below a heading, where they are followed by something other than more words. */
function introduces(blocks: readonly Block[], index: number): boolean {
  const before = blocks[index - 1];
  const next = blocks[index + 1];
  if (before?.kind === 'paragraph' && before.style === 'lead') {
    // The first words of a chapter lead on to its first part.
    const chapter = levelOf(blocks[index - 2]);
    const part = levelOf(next);
    return chapter !== null && part !== null && part > chapter;
  }
  return before?.kind === 'heading' && next !== undefined && shows.has(next.kind);
}

const shows: ReadonlySet<Block['kind']> = new Set([
  'table',
  'chart',
  'gantt',
  'facts',
  'details',
  'list',
  'callout',
]);

function levelOf(block: Block | undefined): HeadingLevel | null {
  return block?.kind === 'heading' ? block.level : null;
}

function heightOf(flow: Flow, block: Block | undefined): number {
  if (block?.kind === 'heading') return headingHeight(flow, block);
  return block?.kind === 'paragraph' ? paragraphHeight(flow, block.style, block.text) : 0;
}

/** The height that a block needs to start on a page. */
function startOf(flow: Flow, block: Block | undefined): number {
  switch (block?.kind) {
    case 'table':
      return wantedHeight(flow, block.table);
    case 'chart':
      return chartStart(flow, block.chart);
    case 'gantt':
      return ganttStart(flow, block.gantt);
    case 'facts':
      return factsStart(flow, block.facts);
    case 'callout':
      return calloutHeight(flow, block);
    case 'details':
      return detailsStart(flow, block.facts);
    case 'list':
      return listStart(flow, block);
    case 'paragraph':
      return paragraphStart(flow, block.style, block.text);
    default:
      return 0;
  }
}
