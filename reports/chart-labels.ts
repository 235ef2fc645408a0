// Where a chart's words stand: the names of lines above the bars of a category, the values beside
// the bars. Worked out as places first and drawn afterwards, so that no text covers another.
import type { Chart, Plugin } from 'chart.js';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ChartThreshold } from './chart-model.ts';
import { levelColour } from './level-steps.ts';

type Bars = Chart<'bar'>;
type Text = { readonly text: string; readonly x: number; readonly width: number };

/** The height above the bars of each category that is kept for the names of lines. */
export function stripHeight(look: ChartLook): number {
  return look.size + 1;
}

/** Moves the bars below the strip; chart.js sets them in the middle. */
export function barsBelowStrip(look: ChartLook): Plugin<'bar'> {
  return {
    id: 'bars-below-strip',
    afterDatasetsUpdate(chart) {
      chart.data.datasets.forEach((_, dataset) => {
        for (const bar of chart.getDatasetMeta(dataset).data) bar.y += stripHeight(look) / 2;
      });
    },
  };
}

/** The lines of the levels; one goes on from the category above where it stays the same. */
export function thresholdLines(model: ChartModel, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'thresholds',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const threshold of model.thresholds) {
        threshold.values.forEach((value, index) => {
          if (value !== null) drawLine(chart, look, { threshold, value, index });
        });
      }
      ctx.setLineDash([]);
      ctx.font = `${textSize(look)}px ${look.font}`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'bottom';
      model.categories.forEach((_, index) => {
        const bottom = band(chart, index).top + stripHeight(look) - 1;
        for (const { text, x, width } of lineNames(chart, model, index)) {
          ctx.fillStyle = look.paper;
          ctx.fillRect(x - 1, bottom - textSize(look), width + 2, textSize(look));
          ctx.fillStyle = look.quiet;
          ctx.fillText(text, x, bottom);
        }
      });
      ctx.restore();
    },
  };
}

function drawLine(
  chart: Bars,
  look: ChartLook,
  line: {
    readonly threshold: ChartThreshold;
    readonly value: number;
    readonly index: number;
  },
): void {
  const { ctx } = chart;
  const { threshold, value, index } = line;
  const { top, bottom } = band(chart, index);
  const starts = value !== threshold.values[index - 1];
  ctx.beginPath();
  ctx.moveTo(xOf(chart, value), starts ? top + stripHeight(look) : top);
  ctx.lineTo(xOf(chart, value), bottom);
  // Paper below the ink, so that the dashes are seen on a dark bar too.
  ctx.setLineDash([]);
  ctx.strokeStyle = look.paper;
  ctx.lineWidth = 3.4;
  ctx.stroke();
  ctx.setLineDash([...threshold.dash]);
  ctx.strokeStyle = levelColour(threshold.place + 1);
  ctx.lineWidth = 2;
  ctx.stroke();
}

/** The names of the lines that start or move here: in full, or where these do not fit, numbers. */
function lineNames(chart: Bars, model: ChartModel, index: number): readonly Text[] {
  const starting = model.thresholds
    .flatMap(({ label, values, texts }) => {
      const value = values[index] ?? null;
      if (value === null || value === values[index - 1]) return [];
      const number = texts[index] ?? '';
      return [{ at: xOf(chart, value), number, name: `${label} ${number}` }];
    })
    .toSorted((a, b) => a.at - b.at);
  const named = starting.map(({ at, name }) => ({ at, text: name }));
  const inFull = sideBySide(chart, named);
  if (inFull.length === named.length) return inFull;
  return sideBySide(
    chart,
    starting.map(({ at, number }) => ({ at, text: number })),
  );
}

/** Texts over their lines, moved aside a little where needed; one that still does not fit is left out. */
function sideBySide(
  chart: Bars,
  wanted: readonly { readonly at: number; readonly text: string }[],
): readonly Text[] {
  const placed: Text[] = [];
  for (const { at, text } of wanted) {
    const { width } = chart.ctx.measureText(text);
    const last = placed.at(-1);
    const taken = last === undefined ? chart.chartArea.left : last.x + last.width + 5;
    const rightmost = Math.min(
      Math.max(at - width * 0.1, chart.chartArea.left),
      chart.width - width,
    );
    const x = Math.max(taken, Math.min(at - width / 2, rightmost));
    if (x <= rightmost) placed.push({ text, x, width });
  }
  return placed;
}

/** The value beside each bar; one that a line would run through stands on the line's other side. */
export function valueTexts(model: ChartModel, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'values',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const size = textSize(look);
      ctx.save();
      ctx.font = `${size}px ${look.font}`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      model.series.forEach(({ texts }, dataset) => {
        chart.getDatasetMeta(dataset).data.forEach((bar, index) => {
          const text = texts[index] ?? '';
          const { width } = ctx.measureText(text);
          const end = Math.max(bar.x || 0, xOf(chart, 0));
          const x = besideBar(chart, { end, width, lines: linesAt(chart, model, index) });
          ctx.fillStyle = look.paper;
          ctx.fillRect(x - 1, bar.y - size / 2, width + 2, size);
          ctx.fillStyle = look.ink;
          ctx.fillText(text, x, bar.y);
        });
      });
      ctx.restore();
    },
  };
}

function besideBar(
  chart: Bars,
  set: { readonly end: number; readonly width: number; readonly lines: readonly number[] },
): number {
  let x = set.end + 3;
  for (const line of set.lines) {
    if (line > x - 3 && line < x + set.width + 3) x = line + 4;
  }
  const rightmost = chart.width - set.width - 1;
  return x <= rightmost ? x : Math.min(set.end + 3, rightmost);
}

/** Where lines cross a category, from left to right. */
function linesAt(chart: Bars, model: ChartModel, index: number): readonly number[] {
  return model.thresholds
    .flatMap(({ values }) => values[index] ?? [])
    .map((value) => xOf(chart, value))
    .toSorted((a, b) => a - b);
}

function textSize(look: ChartLook): number {
  return look.size - 1.5;
}

function xOf(chart: Bars, value: number): number {
  return chart.scales['x']?.getPixelForValue(value) ?? 0;
}

function band(chart: Bars, index: number) {
  const { top, bottom } = chart.chartArea;
  const height = (bottom - top) / (chart.data.labels?.length ?? 1);
  return { top: top + height * index, bottom: top + height * (index + 1) };
}
