// Key figures: cards side by side, each a large value above what it is.
import type { Fact } from '#reports/model.ts';
import { drawLines, ensure, type Flow, space } from './flow.ts';
import { addTag, drawArtifact } from './tags.ts';
import { colour, contentWidth, gap, page, text as styles, type TextStyle } from './theme.ts';

const inset = 12;
const between = 10;

/** Draws the figures, three to a row (two where there are two or four). */
export function drawFacts(
  flow: Flow,
  facts: readonly Fact[],
  figure: TextStyle = styles.figure,
): void {
  const perRow = facts.length === 2 || facts.length === 4 ? 2 : Math.min(3, facts.length);
  const whole = addTag(flow.document, flow.root, { type: 'L' });
  for (let start = 0; start < facts.length; start += perRow) {
    drawRow(flow, whole, { facts: facts.slice(start, start + perRow), perRow, figure });
  }
  space(flow, gap.block - between);
}

function drawRow(
  flow: Flow,
  whole: ReturnType<typeof addTag>,
  row: { readonly facts: readonly Fact[]; readonly perRow: number; readonly figure: TextStyle },
): void {
  const { document } = flow;
  const width = (contentWidth - between * (row.perRow - 1)) / row.perRow;
  const cards = row.facts.map((fact, index) => ({
    x: page.left + index * (width + between),
    values: flow.type.lines(fact.value, row.figure, width - 2 * inset),
    labels: flow.type.lines(fact.label, styles.figureLabel, width - 2 * inset),
  }));
  const heights = cards.map(
    ({ values, labels }) =>
      values.length * row.figure.leading + labels.length * styles.figureLabel.leading,
  );
  const height = Math.max(...heights) + 22;
  ensure(flow, height);
  const top = flow.y;
  for (const { x, values, labels } of cards) {
    drawArtifact(document, 'Layout', () => {
      document.rect(x, top, width, height).fill(colour.tint);
      document.rect(x, top, width, 3).fill(colour.blue);
    });
    flow.y = top + 12;
    const column = { x: x + inset, width: width - 2 * inset };
    const entry = addTag(document, whole, { type: 'LI' });
    const label = addTag(document, entry, { type: 'Lbl' });
    drawLines(flow, label, { lines: labels, style: styles.figureLabel, column });
    const body = addTag(document, entry, { type: 'LBody' });
    drawLines(flow, body, { lines: values, style: row.figure, column });
  }
  flow.y = top + height;
  space(flow, between);
}
