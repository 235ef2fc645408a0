// The page of contents: room is kept for it before the document is laid out, and it is filled in
// afterwards, when the pages are known. Entries are links.
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import { PAGE } from '#words/kit/page-words.ts';
import type { HeadingLevel } from '#reports/model.ts';
import { drawHeading } from './text-blocks.ts';
import { type Flow, type HeadingPlace, newPage, pageCount } from './flow.ts';
import { addTag, drawArtifact, drawTagged, type Tag } from './tags.ts';
import { colour, contentWidth, page, text as styles, type TextStyle } from './theme.ts';

export type KeptContents = {
  readonly list: Tag;
  readonly depth: HeadingLevel;
  readonly firstPage: number;
  readonly top: number;
  /** The contents' own heading, which they do not list. */
  readonly own: HeadingPlace | undefined;
};

type Entry = Pick<HeadingPlace, 'level' | 'text'>;

const pageNumberWidth = 36;

/** Starts the contents and keeps as many pages as the entries will need. */
export function keepContents(
  flow: Flow,
  set: { readonly title: string; readonly depth: HeadingLevel; readonly entries: readonly Entry[] },
): KeptContents {
  drawHeading(flow, 2, set.title);
  const own = flow.headings.at(-1);
  const list = addTag(flow.document, flow.root, { type: 'TOC' });
  const { depth } = set;
  const kept = { list, depth, firstPage: pageCount(flow) - 1, top: flow.y, own };
  let y = flow.y;
  for (const entry of set.entries.filter(({ level }) => level <= set.depth)) {
    const height = heightOf(flow, entry);
    if (y + height > flow.bottom) {
      newPage(flow);
      y = page.top;
    }
    y += height;
  }
  flow.y = Math.min(y, flow.bottom);
  return kept;
}

/** Fills in the kept pages. */
export function fillContents(flow: Flow, kept: KeptContents): void {
  let at = kept.firstPage;
  let y = kept.top;
  flow.document.switchToPage(at);
  for (const heading of flow.headings) {
    if (heading.level > kept.depth || heading === kept.own) continue;
    if (y + heightOf(flow, heading) > flow.bottom) {
      at += 1;
      y = page.top;
      flow.document.switchToPage(at);
    }
    drawEntry(flow, { heading, y, list: kept.list });
    y += heightOf(flow, heading);
  }
}

function styleOf(entry: Entry) {
  return entry.level === 2 ? styles.contentsStrong : styles.contents;
}

function linesOf(flow: Flow, entry: Entry) {
  const indent = entry.level === 2 ? 0 : 14;
  const width = contentWidth - pageNumberWidth - indent;
  return { indent, lines: flow.type.balanced(entry.text, styleOf(entry), width) };
}

function heightOf(flow: Flow, entry: Entry): number {
  const above = entry.level === 2 ? 10 : 3;
  return above + linesOf(flow, entry).lines.length * styleOf(entry).leading;
}

/** Draws text that is part of what is read and leaves no mark on the page. */
function drawUnseen(
  flow: Flow,
  words: string,
  at: { readonly style: TextStyle; readonly x: number; readonly y: number },
): void {
  // Text rendering mode 3 (ISO 32000-1, 9.3.6); pdfkit has no option for it.
  flow.document.addContent('3 Tr');
  const [line] = flow.type.lines(words, at.style, contentWidth);
  if (line !== undefined) flow.type.drawLine(line, at.style, { ...at, width: line.width });
  flow.document.addContent('0 Tr');
}

function drawEntry(
  flow: Flow,
  set: { readonly heading: HeadingPlace; readonly y: number; readonly list: Tag },
): void {
  const { document } = flow;
  const { heading } = set;
  const style = styleOf(heading);
  const { indent, lines } = linesOf(flow, heading);
  const height = lines.length * style.leading;
  const top = set.y + heightOf(flow, heading) - height;
  const item = addTag(document, set.list, { type: 'TOCI' });
  const link = addTag(document, item, { type: 'Link' });
  const number = flow.type.lines(` ${heading.page + 1}`, style, pageNumberWidth)[0];
  drawTagged(document, link, () => {
    lines.forEach((line, index) => {
      const y = top + index * style.leading;
      flow.type.drawLine(line, style, { x: page.left + indent, y, width: contentWidth });
    });
    const y = top + height - style.leading;
    const x = page.left + contentWidth - pageNumberWidth;
    const place = { x, y, width: pageNumberWidth, align: 'end' } as const;
    // Heard and copied as 'Where we stand, 3': the comma is there for readers, not for the eye.
    const behind = page.left + indent + (lines.at(-1)?.width ?? 0);
    drawUnseen(flow, ',', { style, x: behind, y });
    if (number !== undefined) flow.type.drawLine(number, style, place);
  });
  const annotation: PDFKit.Mixins.AnnotationOption = { structParent: link.element };
  // pdfkit writes a String object as text, and a plain string as a name.
  const contents = new String(PAGE.linkTo(unmarked(heading.text), heading.page + 1));
  document.goTo(
    page.left,
    top,
    contentWidth,
    height,
    heading.destination,
    Object.assign(annotation, { Contents: contents }),
  );
  // Ended while its page is the current one: pdfkit notes that page for the link.
  link.element.end();
  if (heading.level > 2) return;
  drawArtifact(document, 'Layout', () => {
    document
      .lineWidth(0.5)
      .moveTo(page.left, top + height + 1)
      .lineTo(page.left + contentWidth, top + height + 1)
      .stroke(colour.rule);
  });
}
