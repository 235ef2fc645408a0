// What stands on every page: whom the document is for, who stands behind the charter, page x of y.
// Screen readers hear it once, on the cover; here it is an artifact.
import { PAGE } from '#words/kit/page-words.ts';
import type { DocumentModel } from '#reports/model.ts';
import { sideOf } from './flow.ts';
import type { TaggedDocument } from './pdf-document.ts';
import type { Line } from './line-break.ts';
import { drawArtifact } from './tags.ts';
import { colour, contentWidth, page, text as styles } from './theme.ts';
import type { Typesetter } from './typesetter.ts';

const numberWidth = 78;
const mostLines = 6;
const belowFooter = 30;

export type Footer = { readonly lines: readonly Line[]; readonly top: number };

/** The footer of a document; a notice too long for it points to the cover, which has it all. */
export function footerOf(type: Typesetter, model: DocumentModel): Footer {
  const width = contentWidth - numberWidth;
  const all = [model.audience, model.notice].flatMap((text) =>
    type.balanced(text, styles.footer, width),
  );
  const short = type.lines(PAGE.restOfNotice, styles.footer, width);
  const lines = all.length > mostLines ? [...all.slice(0, mostLines - 1), ...short] : all;
  const height = lines.length * styles.footer.leading;
  return { lines, top: page.height - belowFooter - height };
}

/** Draws header and footer on every page; call it when all pages are there. */
export function drawFooters(
  document: TaggedDocument,
  type: Typesetter,
  set: { readonly model: DocumentModel; readonly footer: Footer },
): void {
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    drawArtifact(document, 'Pagination', () => {
      drawFooter(document, type, { footer: set.footer, number: PAGE.page(index + 1, count) });
      if (index > 0) drawHeader(document, type, set.model.runningTitle);
    });
  }
}

function drawFooter(
  document: TaggedDocument,
  type: Typesetter,
  set: { readonly footer: Footer; readonly number: string },
): void {
  const { lines, top } = set.footer;
  const style = styles.footer;
  document
    .lineWidth(0.6)
    .moveTo(page.left, top - 6)
    .lineTo(page.left + contentWidth, top - 6)
    .stroke(colour.rule);
  lines.forEach((line, index) => {
    const y = top + index * style.leading;
    const align = sideOf(line, lines) ?? 'start';
    type.drawLine(line, style, { x: page.left, y, width: contentWidth - numberWidth, align });
  });
  const [number] = type.lines(set.number, { ...style, size: 8.5 }, numberWidth);
  const x = page.left + contentWidth - numberWidth;
  if (number === undefined) return;
  const place = { x, y: top, width: numberWidth, align: 'end' } as const;
  type.drawLine(number, { ...style, size: 8.5, colour: colour.ink }, place);
}

function drawHeader(document: TaggedDocument, type: Typesetter, title: string): void {
  const [line, ...more] = type.lines(title, styles.footer, contentWidth - 12);
  if (line === undefined) return;
  const [dots] = type.lines('…', styles.footer, contentWidth);
  if (more.length > 0 && dots !== undefined) {
    type.drawLine(dots, styles.footer, { x: page.left + line.width + 1, y: 36, width: 12 });
  }
  type.drawLine(line, styles.footer, { x: page.left, y: 36, width: contentWidth });
  document
    .lineWidth(0.6)
    .moveTo(page.left, 50)
    .lineTo(page.left + contentWidth, 50)
    .stroke(colour.rule);
}
