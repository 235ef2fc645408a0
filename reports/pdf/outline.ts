// The outline (bookmarks) of a document: its headings, nested as their levels are.
import { unmarked } from '#app/domain/charter/translation/marked.ts';
import type { TaggedDocument } from './pdf-document.ts';
import type { HeadingPlace } from './flow.ts';
import { page } from './theme.ts';

/** Writes one entry per heading below the heading that it belongs to. */
export function drawOutline(document: TaggedDocument, headings: readonly HeadingPlace[]): void {
  const open: { level: number; entry: PDFKit.PDFOutline }[] = [
    { level: 1, entry: document.outline },
  ];
  for (const heading of headings) {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1)?.entry ?? document.outline;
    const entry = parent.addItem(unmarked(heading.text), {
      expanded: false,
      pageNumber: heading.page,
      top: Math.max(0, heading.y - 12),
      // pdfkit counts from the right edge.
      left: page.width,
      fit: false,
    });
    open.push({ level: heading.level, entry });
  }
}
