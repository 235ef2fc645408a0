// Draws a document as a tagged PDF: one switch over the kinds of block. The same model and the same
// date give the same bytes on the same build of Node.
import type { Block, DocumentModel, HeadingLevel } from '#reports/model.ts';
import { chartHeight, drawChart } from './chart.ts';
import { fillContents, keepContents, type KeptContents } from './contents.ts';
import { drawCover } from './cover.ts';
import { bytesOf, openDocument } from './document.ts';
import { drawFacts } from './facts.ts';
import { ensure, type Flow, fullHeight, newPage } from './flow.ts';
import { drawFooters, footerOf } from './footer.ts';
import { drawGantt, ganttStart } from './gantt.ts';
import { drawOutline } from './outline.ts';
import { drawTable, wantedHeight } from './table.ts';
import { rootTag } from './tags.ts';
import {
  drawCallout,
  drawDetails,
  drawHeading,
  drawList,
  drawParagraph,
  headingHeight,
} from './text-blocks.ts';
import { page } from './theme.ts';
import { typesetter } from './typesetter.ts';

export type RenderOptions = {
  /** Written into the file; given, not taken from the clock. */
  readonly createdAt: Date;
};

/** A chapter starts on a page that has at least this share of its height left. */
const chapterShare = 0.5;

/** The bytes of the PDF. For long documents use `renderPdfOffThread`, so that nobody waits. */
export async function renderPdf(model: DocumentModel, options: RenderOptions): Promise<Uint8Array> {
  const document = openDocument({ ...model, createdAt: options.createdAt });
  const bytes = bytesOf(document);
  const type = typesetter(document);
  const footer = footerOf(type, model);
  const root = rootTag(document);
  const bottom = footer.top - 22;
  const flow: Flow = { document, type, root, bottom, headings: [], y: page.top, headingEnd: 0 };
  drawCover(flow, model);
  newPage(flow);
  const kept = model.blocks.flatMap((block, index) => {
    if (leadsOn(block)) {
      const chapter =
        block.kind === 'heading' && block.level === 2 ? fullHeight(flow) * chapterShare : 0;
      ensure(flow, Math.max(chapter, startHeight(flow, model.blocks, index)));
    }
    return drawBlock(flow, block, model.blocks) ?? [];
  });
  for (const contents of kept) fillContents(flow, contents);
  drawFooters(document, type, { model, footer });
  drawOutline(document, flow.headings);
  document.end();
  return bytes;
}

/** Draws a block; contents are only kept room for, and returned to be filled in later. */
function drawBlock(flow: Flow, block: Block, blocks: readonly Block[]): KeptContents | undefined {
  if (block.kind === 'contents') {
    return keepContents(flow, { ...block, entries: headingsOf(blocks) });
  }
  drawContent(flow, block);
  return undefined;
}

function drawContent(flow: Flow, block: Exclude<Block, { kind: 'contents' }>): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(flow, block.level, block.text);
    case 'paragraph':
      return drawParagraph(flow, block.style, block.text);
    case 'list':
      return drawList(flow, block);
    case 'table':
      return drawTable(flow, block.table);
    case 'chart':
      return drawChart(flow, block.chart);
    case 'gantt':
      return drawGantt(flow, block.gantt);
    case 'facts':
      return drawFacts(flow, block.facts);
    case 'details':
      return drawDetails(flow, block.facts);
    case 'callout':
      return drawCallout(flow, block);
    default:
      block satisfies { kind: 'page-break' };
      return ensure(flow, fullHeight(flow));
  }
}

function headingsOf(blocks: readonly Block[]): { level: HeadingLevel; text: string }[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
}

/** A heading, or a sentence that ends in a colon: it stays with what follows. */
function leadsOn(block: Block): boolean {
  return block.kind === 'heading' || (block.kind === 'paragraph' && /:\s*$/.test(block.text));
}

/** The height of what leads on from here, and of the start of what follows. */
function startHeight(flow: Flow, blocks: readonly Block[], from: number): number {
  let height = 0;
  for (const block of blocks.slice(from)) {
    height += block.kind === 'heading' ? headingHeight(flow, block) : leastOf(flow, block);
    if (!leadsOn(block)) break;
  }
  return Math.min(height, fullHeight(flow));
}

function leastOf(flow: Flow, block: Block): number {
  switch (block.kind) {
    case 'table':
      return wantedHeight(flow, block.table);
    case 'chart':
      return chartHeight(flow, block.chart);
    case 'gantt':
      return ganttStart(block.gantt);
    case 'facts':
    case 'callout':
    case 'details':
      return 90;
    case 'page-break':
      return 0;
    default:
      return 46;
  }
}
