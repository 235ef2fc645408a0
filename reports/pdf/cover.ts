// Draws the cover: a band with the title and whose document it is, then the facts, whom it is for
// and who stands behind the charter.
import { PAGE } from '#words/kit/page-words.ts';
import type { Cover } from '#reports/model.ts';
import { drawLines, ensure, type Flow, newPage, space } from './flow.ts';
import { addTag, drawArtifact } from './tags.ts';
import { drawFacts } from './fact-list.ts';
import { drawText } from './text-blocks.ts';
import { colour, contentWidth, cover as styles, page, text, type TextStyle } from './theme.ts';

const column = { x: page.left, width: contentWidth };

/** Draws the cover on the first page; a very long name makes the band higher. */
export function drawCover(flow: Flow, cover: Cover): void {
  const { document } = flow;
  newPage(flow);
  const heights = [
    heightOf(flow, cover.title, styles.title),
    heightOf(flow, cover.organisation, styles.organisation),
    cover.department === null ? 0 : 4 + heightOf(flow, cover.department, styles.department),
    heightOf(flow, cover.charter, styles.charter),
  ];
  const needed = heights.reduce((sum, height) => sum + height, 150);
  const band = Math.min(Math.max(400, needed), flow.bottom - 120);
  drawArtifact(document, 'Layout', () => {
    document.rect(0, 0, page.width, band).fill(colour.navy);
    document.rect(0, band, page.width, 7).fill(colour.blue);
    drawOrnament(flow, band);
  });
  flow.y = Math.max(60, band - needed + 96);
  const title = addTag(document, flow.root, { type: 'H1' });
  const lines = flow.type.balanced(cover.title, styles.title, contentWidth);
  drawLines(flow, title, { lines, style: styles.title, column });
  flow.y += 14;
  drawName(flow, cover.organisation, styles.organisation);
  if (cover.department !== null) {
    flow.y += 4;
    drawName(flow, cover.department, styles.department);
  }
  flow.y += 10;
  drawName(flow, cover.charter, styles.charter);

  flow.y = band + 34;
  drawFacts(flow, cover.facts, text.coverFigure);
  space(flow, 8);
  ensure(flow, 60);
  drawText(flow, flow.root, { text: PAGE.audience, style: text.caption });
  space(flow, 2);
  drawText(flow, flow.root, { text: cover.audience, style: text.body });
  space(flow, 12);
  drawText(flow, flow.root, { text: PAGE.notice, style: text.caption });
  space(flow, 2);
  drawText(flow, flow.root, { text: cover.notice, style: text.body });
}

function drawName(flow: Flow, words: string, style: TextStyle): void {
  drawText(flow, flow.root, { text: words, style, balanced: true });
}

function heightOf(flow: Flow, words: string, style: TextStyle): number {
  return flow.type.balanced(words, style, contentWidth).length * style.leading;
}

/** Rising steps at the top right: the levels of a charter, without naming one. */
function drawOrnament(flow: Flow, band: number): void {
  const { document } = flow;
  document.save().rect(0, 0, page.width, band).clip();
  const step = { width: 46, height: 26 };
  for (let index = 0; index < 5; index += 1) {
    const height = step.height * (index + 1);
    const x = page.width - step.width * (5 - index);
    document.rect(x, 0, step.width - 5, height).fill(index % 2 === 0 ? '#123a63' : '#17477a');
  }
  document.restore();
}
