// Key figures: cards side by side, each a large value above what it is.
import type { Fact } from '#reports/model.ts';
import { drawLines, ensure, type Flow, space } from './flow.ts';
import { drawSteps } from './steps.ts';
import { addList, addTag, drawArtifact } from './tags.ts';
import { colour, contentWidth, gap, page, text as styles, type TextStyle } from './theme.ts';

const inset = 12;
const sign = { width: 22, height: 14, between: 1.5 };
const between = 10;

/** Draws the figures, three to a row (two where there are two or four). */
export function drawFacts(
  flow: Flow,
  facts: readonly Fact[],
  figure: TextStyle = styles.figure,
): void {
  const perRow = cardsPerRow(facts);
  const row = { perRow, figure: sizeFor(flow, facts, figure) };
  const whole = addList(flow.document, flow.root, 'None');
  for (let start = 0; start < facts.length; start += perRow) {
    drawRow(flow, whole, { ...row, facts: facts.slice(start, start + perRow) });
  }
  space(flow, gap.block - between);
}

/** The height of the first row. */
export function factsStart(flow: Flow, facts: readonly Fact[]): number {
  const perRow = cardsPerRow(facts);
  const row = { perRow, figure: sizeFor(flow, facts, styles.figure) };
  return heightOf(cardsOf(flow, { ...row, facts: facts.slice(0, perRow) }), row.figure);
}

function cardsPerRow(facts: readonly Fact[]): number {
  return facts.length === 2 || facts.length === 4 ? 2 : Math.min(3, facts.length);
}

function cardWidth(perRow: number): number {
  return (contentWidth - between * (perRow - 1)) / perRow;
}

/** The figures' style; a little smaller where that keeps all of them on one line. */
function sizeFor(flow: Flow, facts: readonly Fact[], figure: TextStyle): TextStyle {
  const available = cardWidth(cardsPerRow(facts)) - 2 * inset;
  const sizes = [1, 0.9, 0.8, 0.7].map((share) => ({ ...figure, size: figure.size * share }));
  const fits = (style: TextStyle): boolean =>
    facts.every(({ value }) => flow.type.lines(value, style, available).length === 1);
  return sizes.find(fits) ?? figure;
}

/** What the sign of a level takes from its label. */
function signWidth({ steps }: Fact): number {
  return steps === undefined || steps.reached === 0 ? 0 : sign.width + 6;
}

type Row = {
  readonly facts: readonly Fact[];
  readonly perRow: number;
  readonly figure: TextStyle;
};

function cardsOf(flow: Flow, row: Row) {
  const width = cardWidth(row.perRow);
  return row.facts.map((fact, index) => ({
    x: page.left + index * (width + between),
    values: flow.type.balanced(fact.value, row.figure, width - 2 * inset),
    labels: flow.type.lines(fact.label, styles.figureLabel, width - 2 * inset - signWidth(fact)),
    steps: fact.steps,
  }));
}

function heightOf(cards: ReturnType<typeof cardsOf>, figure: TextStyle): number {
  const heights = cards.map(
    ({ values, labels }) =>
      values.length * figure.leading + labels.length * styles.figureLabel.leading,
  );
  return Math.max(...heights) + 22;
}

function drawRow(flow: Flow, whole: ReturnType<typeof addTag>, row: Row): void {
  const { document } = flow;
  const width = cardWidth(row.perRow);
  const cards = cardsOf(flow, row);
  const height = heightOf(cards, row.figure);
  ensure(flow, height);
  const top = flow.y;
  for (const { x, values, labels, steps } of cards) {
    drawArtifact(document, 'Layout', () => {
      document.rect(x, top, width, height).fill(colour.tint);
      document.rect(x, top, width, 3).fill(colour.blue);
      if (steps !== undefined) {
        const at = { x: x + width - inset - sign.width, y: top + inset, ...sign };
        drawSteps(document, steps, at);
      }
    });
    flow.y = top + 12;
    const column = { x: x + inset, width: width - 2 * inset, align: 'start' } as const;
    const entry = addTag(document, whole, { type: 'LI' });
    const label = addTag(document, entry, { type: 'Lbl' });
    drawLines(flow, label, { lines: labels, style: styles.figureLabel, column });
    const body = addTag(document, entry, { type: 'LBody' });
    drawLines(flow, body, { lines: values, style: row.figure, column });
  }
  flow.y = top + height;
  space(flow, between);
}
