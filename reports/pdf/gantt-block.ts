// Draws a Gantt chart: months along the top, one row per action, the status as a pattern and a word.
// A long chart becomes several figures, one per page, each with its axis and its own alternative.
import { LABEL } from '#words/kit/labels.ts';
import type { GanttBar, GanttModel, GanttPattern } from '#reports/model.ts';
import type { TaggedDocument } from './pdf-document.ts';
import { ensure, type Flow, newPage, room, space } from './flow.ts';
import { addTag, drawTagged } from './tags.ts';
import { drawText } from './text-blocks.ts';
import { colour, contentWidth, gap, page, text as styles, type TextStyle } from './theme.ts';

const label: TextStyle = { ...styles.axis, size: 8.5, leading: 11, colour: colour.ink };
/** A chart of so many actions is not divided. */
const wholeUpTo = 6;
const row = 30;
const axis = 22;
const key = 22;
const labelWidth = 168;
const chartLeft = page.left + labelWidth + 8;
const chartWidth = contentWidth - labelWidth - 8;

/** The height that a Gantt chart needs to start on a page. */
export function ganttStart(flow: Flow, gantt: GanttModel): number {
  const finding = flow.type.lines(gantt.finding, styles.body, contentWidth).length;
  const bars = Math.min(gantt.bars.length, wholeUpTo);
  return finding * styles.body.leading + 8 + axis + key + row * bars;
}

/** Draws the chart on as many pages as it needs. */
export function drawGantt(flow: Flow, gantt: GanttModel): void {
  drawText(flow, flow.root, { text: gantt.finding, style: styles.body });
  space(flow, 8);
  let rest = gantt.bars;
  while (rest.length > 0) {
    ensure(flow, axis + key + row * Math.min(rest.length, 3));
    const capacity = Math.max(1, Math.floor((room(flow) - axis - key) / row));
    const bars = rest.slice(0, capacity);
    rest = rest.slice(bars.length);
    drawFigure(flow, gantt, bars);
    if (rest.length > 0) newPage(flow);
  }
  space(flow, gap.block);
}

function drawFigure(flow: Flow, gantt: GanttModel, bars: readonly GanttBar[]): void {
  const { document } = flow;
  const height = axis + bars.length * row + key;
  const each = bars.map((bar) =>
    [`${bar.label}: ${bar.dates}, ${bar.status}`, ...bar.milestones.map(({ text }) => text)].join(
      '; ',
    ),
  );
  const figure = addTag(document, flow.root, {
    type: 'Figure',
    alt: `${gantt.title}. ${gantt.finding} ${each.join('. ')}.`,
    placement: 'Block',
    bbox: [page.left, flow.y, page.left + contentWidth, flow.y + height],
  });
  drawTagged(document, figure, () => {
    drawAxis(flow, gantt, bars.length);
    bars.forEach((bar, index) => {
      drawBar(flow, bar, flow.y + axis + index * row);
    });
    drawKey(flow, gantt, flow.y + axis + bars.length * row + 8);
  });
  flow.y += height;
}

function drawAxis(flow: Flow, gantt: GanttModel, rows: number): void {
  const { document, y } = flow;
  const bottom = y + axis + rows * row;
  document.rect(page.left, y, contentWidth, axis - 2).fill(colour.tint);
  for (let index = 0; index <= rows; index += 1) {
    const line = y + axis + index * row;
    document
      .lineWidth(0.5)
      .moveTo(page.left, line)
      .lineTo(page.left + contentWidth, line);
    document.stroke(colour.rule);
  }
  for (const mark of gantt.marks) {
    const x = chartLeft + mark.at * chartWidth;
    document
      .lineWidth(0.5)
      .moveTo(x, y + axis - 2)
      .lineTo(x, bottom)
      .stroke(colour.rule);
    markName(flow, mark.label, x + 2);
  }
  word(flow, LABEL.action, { x: page.left + 4, y: y + 5, style: styles.axis });
}

/** The name of a line of the axis, where it fits beside it. */
function markName(flow: Flow, name: string, x: number): void {
  const width = flow.type.lines(name, styles.axis, contentWidth)[0]?.width ?? 0;
  if (x + width > page.left + contentWidth) return;
  word(flow, name, { x, y: flow.y + 5, style: styles.axis });
}

function drawBar(flow: Flow, bar: GanttBar, top: number): void {
  const { document } = flow;
  const lines = flow.type.lines(bar.label, label, labelWidth - 8);
  const shown = lines.slice(0, 2);
  shown.forEach((line, index) => {
    const y = top + (row - shown.length * label.leading) / 2 + index * label.leading;
    flow.type.drawLine(line, label, { x: page.left + 4, y, width: labelWidth - 8 });
  });
  // The whole objective stands in the table of actions and in the alternative text.
  if (lines.length > 2) {
    const x = page.left + 4 + Math.min(shown[1]?.width ?? 0, labelWidth - 16);
    word(flow, '…', { x, y: top + row / 2, style: label });
  }
  if (bar.from === null || bar.to === null) {
    word(flow, bar.dates, { x: chartLeft + 4, y: top + 10, style: styles.axis });
    drawMilestones(document, bar, top + 10);
    return;
  }
  const width = Math.max(4, (bar.to - bar.from) * chartWidth);
  const x = Math.min(chartLeft + bar.from * chartWidth, chartLeft + chartWidth - width);
  drawPattern(document, bar.pattern, { x, y: top + 5, width, height: 10 });
  drawMilestones(document, bar, top + 10);
  const text = flow.type.lines(bar.status, styles.axis, chartWidth)[0];
  const textWidth = text?.width ?? 0;
  const left = Math.min(x, chartLeft + chartWidth - textWidth);
  document.rect(left - 1, top + 17, textWidth + 2, 10).fill(colour.white);
  word(flow, bar.status, { x: left, y: top + 17, style: styles.axis });
}

function drawKey(flow: Flow, gantt: GanttModel, top: number): void {
  let x: number = page.left;
  for (const { pattern, label: name } of gantt.key) {
    drawPattern(flow.document, pattern, { x, y: top + 1, width: 16, height: 8 });
    x += 20 + word(flow, name, { x: x + 20, y: top, style: styles.axis }) + 10;
  }
  for (const { done, label: name } of gantt.milestoneKey) {
    drawMark(flow.document, done, { x: x + 6, y: top + 5 });
    x += 16 + word(flow, name, { x: x + 16, y: top, style: styles.axis }) + 10;
  }
}

function drawMilestones(document: TaggedDocument, bar: GanttBar, y: number): void {
  for (const { at, done } of bar.milestones) {
    const x = chartLeft + Math.min(Math.max(at * chartWidth, mark), chartWidth - mark);
    drawMark(document, done, { x, y });
  }
}

/** Half the width of the diamond of a milestone. */
const mark = 5;

function drawMark(
  document: TaggedDocument,
  done: boolean,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const corners: [number, number][] = [
    [x, y - mark],
    [x + mark, y],
    [x, y + mark],
    [x - mark, y],
  ];
  document
    .lineWidth(1.2)
    .polygon(...corners)
    // The white edge of one that is reached keeps it apart from a dark bar.
    .fillAndStroke(done ? colour.navy : colour.white, done ? colour.white : colour.navy);
}

/** Draws one line of text and says how wide it is. */
function word(
  flow: Flow,
  text: string,
  at: { readonly x: number; readonly y: number; readonly style: TextStyle },
): number {
  const [line] = flow.type.lines(text, at.style, contentWidth);
  if (line === undefined) return 0;
  flow.type.drawLine(line, at.style, { x: at.x, y: at.y, width: line.width });
  return line.width;
}

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function drawPattern(document: TaggedDocument, pattern: GanttPattern, box: Box): void {
  const { x, y, width, height } = box;
  const fill = { empty: colour.white, solid: colour.blue, dark: colour.navy }[
    pattern === 'stripes' || pattern === 'hatch' ? 'empty' : pattern
  ];
  document.rect(x, y, width, height).fill(fill);
  if (pattern === 'stripes' || pattern === 'hatch') {
    document.save().rect(x, y, width, height).clip().lineWidth(1.2).strokeColor(colour.blue);
    for (let at = x - height; at < x + width; at += 4.5) {
      document.moveTo(at, y + height).lineTo(at + height, y);
      if (pattern === 'hatch') document.moveTo(at, y).lineTo(at + height, y + height);
    }
    document.stroke().restore();
  }
  document.undash().lineWidth(0.9).rect(x, y, width, height).stroke(colour.navy);
}
