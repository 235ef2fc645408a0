// Headings, paragraphs, lists, key figures, details and callouts.
import type { Block, Fact, HeadingLevel } from '#reports/model.ts';
import { oneLine } from './pdf-document.ts';
import { drawLines, ensure, type Flow, fullColumn, pageCount, space } from './flow.ts';
import { addList, addTag, drawArtifact, drawTagged, type Tag } from './tags.ts';
import {
  colour,
  contentWidth,
  gap,
  heading,
  page,
  text as styles,
  type TextStyle,
} from './theme.ts';

const headingTags = { 2: 'H2', 3: 'H3', 4: 'H4' } as const;

/** The height that a heading needs, its spaces included. */
export function headingHeight(flow: Flow, block: Extract<Block, { kind: 'heading' }>): number {
  const { style, before, after } = heading[block.level];
  const lines = flow.type.balanced(block.text, style, contentWidth).length;
  return before + lines * style.leading + after;
}

/** Draws a heading and notes its place for the outline and the contents. */
export function drawHeading(flow: Flow, level: HeadingLevel, text: string): void {
  const { style, after } = heading[level];
  space(flow, spaceBefore(flow, level));
  const lines = flow.type.balanced(text, style, contentWidth);
  ensure(flow, lines.length * style.leading + after);
  const place = { level, text: oneLine(text), page: pageCount(flow) - 1, y: flow.y };
  const destination = `heading-${flow.headings.length + 1}`;
  flow.headings.push({ ...place, destination });
  flow.document.addNamedDestination(destination, 'XYZ', 0, Math.max(0, flow.y - 12), null);
  const tag = addTag(flow.document, flow.root, { type: headingTags[level] });
  drawLines(flow, tag, { lines, style, column: fullColumn });
  space(flow, after);
  flow.headingEnd = flow.y;
}

/** A heading right below another one needs little room above it. */
function spaceBefore(flow: Flow, level: HeadingLevel): number {
  return flow.headingEnd === flow.y ? 2 : heading[level].before;
}

/** Draws a paragraph. */
export function drawParagraph(flow: Flow, style: 'lead' | 'body' | 'small', text: string): void {
  const lines = paragraphLines(flow, style, text);
  const tag = addTag(flow.document, flow.root, { type: 'P' });
  drawLines(flow, tag, { lines, style: styles[style], column: fullColumn });
  space(flow, style === 'lead' ? gap.lead : gap.paragraph);
}

/** Draws text as one P element below `parent`. */
export function drawText(
  flow: Flow,
  parent: Tag,
  set: {
    readonly text: string;
    readonly style: TextStyle;
    readonly column?: typeof fullColumn;
    readonly balanced?: true;
  },
): void {
  const column = set.column ?? fullColumn;
  const breaking = set.balanced === true ? flow.type.balanced : flow.type.lines;
  const lines = breaking(set.text, set.style, column.width);
  drawLines(flow, addTag(flow.document, parent, { type: 'P' }), { ...set, lines, column });
}

/** The lines of a paragraph; a lead whose last line would be a word or two is balanced. */
function paragraphLines(flow: Flow, style: 'lead' | 'body' | 'small', text: string) {
  const lines = flow.type.lines(text, styles[style], contentWidth);
  const short = (lines.at(-1)?.width ?? 0) < contentWidth * 0.12;
  return style === 'lead' && short ? flow.type.balanced(text, styles.lead, contentWidth) : lines;
}

/** The height of a paragraph and of the space below it. */
export function paragraphHeight(flow: Flow, style: 'lead' | 'body' | 'small', text: string) {
  const lines = paragraphLines(flow, style, text).length;
  return lines * styles[style].leading + (style === 'lead' ? gap.lead : gap.paragraph);
}

/** The height that the start of a paragraph needs: all of a short one, else two lines. */
export function paragraphStart(flow: Flow, style: 'lead' | 'body' | 'small', text: string) {
  const lines = paragraphLines(flow, style, text).length;
  return (lines > 3 ? 2 : lines) * styles[style].leading;
}

const mostListStart = 6 * styles.body.leading;

/** The height that a list needs to start: all of a short one, else its first two items. */
export function listStart(flow: Flow, list: Extract<Block, { kind: 'list' }>): number {
  const heights = list.items.map(
    (item) =>
      flow.type.lines(item, styles.body, contentWidth - 24).length * styles.body.leading + gap.item,
  );
  const whole = heights.reduce((sum, height) => sum + height, 0);
  const start = (heights[0] ?? 0) + (heights[1] ?? 0);
  return whole <= mostListStart ? whole : Math.min(start, mostListStart);
}

/** Draws a list with dots or numbers. */
export function drawList(flow: Flow, list: Extract<Block, { kind: 'list' }>): void {
  const { document } = flow;
  const style = styles.body;
  const indent = list.ordered && list.items.length > 9 ? 24 : 18;
  const width = contentWidth - indent;
  const whole = addList(document, flow.root, list.ordered ? 'Decimal' : 'Disc');
  list.items.forEach((item, index) => {
    const lines = flow.type.lines(item, style, width);
    // What is set from the right has its sign there.
    const mirrored = lines[0]?.fromRight === true;
    const column = { x: mirrored ? page.left : page.left + indent, width };
    ensure(flow, Math.min(lines.length, 3) * style.leading);
    const entry = addTag(document, whole, { type: 'LI' });
    const label = addTag(document, entry, { type: 'Lbl' });
    const sign = list.ordered ? `${index + 1}.` : '•';
    const [mark] = flow.type.lines(sign, { ...style, colour: colour.blue }, indent);
    drawTagged(document, label, () => {
      const place = mirrored
        ? ({ x: page.left + width, y: flow.y, width: indent - 2, align: 'end' } as const)
        : { x: page.left + 2, y: flow.y, width: indent };
      if (mark !== undefined) flow.type.drawLine(mark, { ...style, colour: colour.blue }, place);
    });
    const body = addTag(document, entry, { type: 'LBody' });
    drawLines(flow, body, { lines, style, column });
    space(flow, gap.item);
  });
  space(flow, gap.paragraph - gap.item);
}

const termWidth = 104;

const mostDetailsStart = 110;

/** The height that details need to start: all of a few short ones, else the first two. */
export function detailsStart(flow: Flow, facts: readonly Fact[]): number {
  const heights = facts.map((fact) => detailStart(flow, fact) + 2);
  const whole = heights.reduce((sum, height) => sum + height, 0);
  return whole <= mostDetailsStart ? whole : (heights[0] ?? 0) + (heights[1] ?? 0);
}

function detailStart(flow: Flow, { label, value }: Fact): number {
  const terms = flow.type.lines(label, styles.term, termWidth - 8).length;
  const lines = flow.type.lines(value, styles.detail, contentWidth - termWidth).length;
  return Math.max(terms, Math.min(lines, 3)) * styles.detail.leading;
}

/** Draws terms with their texts side by side, as a list of labelled items. */
export function drawDetails(flow: Flow, facts: readonly Fact[]): void {
  const { document } = flow;
  const column = { x: page.left + termWidth, width: contentWidth - termWidth };
  const whole = addList(document, flow.root, 'None');
  for (const fact of facts) {
    const terms = flow.type.lines(fact.label, styles.term, termWidth - 8);
    const lines = flow.type.lines(fact.value, styles.detail, column.width);
    ensure(flow, detailStart(flow, fact));
    const entry = addTag(document, whole, { type: 'LI' });
    const top = flow.y;
    const label = addTag(document, entry, { type: 'Lbl' });
    drawLines(flow, label, { lines: terms, style: styles.term, column: fullColumn });
    const below = flow.y;
    flow.y = top;
    const body = addTag(document, entry, { type: 'LBody' });
    const before = pageCount(flow);
    drawLines(flow, body, { lines, style: styles.detail, column });
    if (pageCount(flow) === before) flow.y = Math.max(flow.y, below);
    space(flow, 2);
  }
  space(flow, gap.paragraph);
}

/** The height of the box around a callout. */
export function calloutHeight(flow: Flow, block: Extract<Block, { kind: 'callout' }>): number {
  const width = contentWidth - 32;
  const texts = block.paragraphs.map(
    (text) => flow.type.lines(text, styles.body, width).length * styles.body.leading + 5,
  );
  const title = flow.type.lines(block.title, styles.calloutTitle, width).length;
  return title * styles.calloutTitle.leading + texts.reduce((sum, height) => sum + height, 0) + 26;
}

/** Draws a tinted box with a title; text longer than a page runs on without the box. */
export function drawCallout(flow: Flow, block: Extract<Block, { kind: 'callout' }>): void {
  const { document } = flow;
  const height = calloutHeight(flow, block);
  ensure(flow, height);
  const column = { x: page.left + 18, width: contentWidth - 32 };
  if (height <= flow.bottom - flow.y) {
    drawArtifact(document, 'Layout', () => {
      document.rect(page.left, flow.y, contentWidth, height).fill(colour.tint);
      document.rect(page.left, flow.y, 4, height).fill(colour.blue);
    });
  }
  const parent = addTag(document, flow.root, { type: 'Div' });
  flow.y += 12;
  drawText(flow, parent, { text: block.title, style: styles.calloutTitle, column });
  for (const text of block.paragraphs) {
    space(flow, 5);
    drawText(flow, parent, { text, style: styles.body, column });
  }
  space(flow, 14 + gap.block);
}
