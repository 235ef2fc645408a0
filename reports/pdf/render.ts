// Draws a document as a tagged PDF: one switch over the kinds of block. The same model and the same
// date give the same bytes on the same build of Node.
import type { Block, DocumentModel, HeadingLevel } from '#reports/model.ts';
import { drawCertificate } from './certificate-page.ts';
import { drawChart } from './chart-block.ts';
import { fillContents, keepContents, type KeptContents } from './contents.ts';
import { drawCover } from './cover.ts';
import { openDocument } from './pdf-document.ts';
import { drawFacts } from './fact-list.ts';
import { ensure, type Flow, fullHeight, newPage } from './flow.ts';
import { loadShaper } from './fonts/shaper.ts';
import { drawFooters, footerOf } from './footer.ts';
import { drawGantt } from './gantt-block.ts';
import { hasJoining } from './glyph-runs.ts';
import { keptTogether } from './keep.ts';
import { drawOutline } from './outline.ts';
import { drawTable } from './table-block.ts';
import { rootTag } from './tags.ts';
import { textsIn } from './texts-in.ts';
import { drawCallout, drawDetails, drawHeading, drawList, drawParagraph } from './text-blocks.ts';
import { page } from './theme.ts';
import { typesetter } from './typesetter.ts';

export type RenderOptions = {
  /** Written into the file; given, not taken from the clock. */
  readonly createdAt: Date;
};

/** The bytes of the PDF. The service lets its pool do it (app/adapters/workers), so that nobody waits. */
export async function renderPdf(model: DocumentModel, options: RenderOptions): Promise<Uint8Array> {
  if (textsIn(model).some(hasJoining)) await loadShaper();
  const document = openDocument({ ...model, createdAt: options.createdAt });
  const type = typesetter(document, model.passages);
  const footer = footerOf(type, model);
  const root = rootTag(document);
  const bottom = footer.top - 22;
  const flow: Flow = { document, type, root, bottom, headings: [], y: page.top, headingEnd: 0 };
  if (model.cover !== null) {
    drawCover(flow, model.cover);
    newPage(flow);
  }
  let together = 0;
  const kept = model.blocks.flatMap((block, index) => {
    // Once a group has its place, its parts are not asked again: none may move away by itself.
    const group = index < together ? null : keptTogether(flow, model.blocks, index);
    if (group !== null) {
      ensure(flow, group.height);
      together = group.end;
    }
    return drawBlock(flow, block, model.blocks) ?? [];
  });
  for (const contents of kept) fillContents(flow, contents);
  if (model.cover !== null) drawFooters(document, type, { model, footer });
  drawOutline(document, flow.headings);
  return document.ended();
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
    case 'certificate':
      return drawCertificate(flow, block.certificate);
    default:
      block satisfies { kind: 'page-break' };
      return ensure(flow, fullHeight(flow));
  }
}

function headingsOf(blocks: readonly Block[]): { level: HeadingLevel; text: string }[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
}
