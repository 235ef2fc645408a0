// Turns a chart as data into the options of chart.js: one function for the page and for the PDF.
// Series differ by filling and lines by dashes, so that the chart reads in black and white.
import type { Chart, ChartConfiguration, LegendItem, Plugin } from 'chart.js';
import type { ChartModel } from './chart-model.ts';

export type ChartLook = {
  readonly font: string;
  readonly size: number;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly paper: string;
  readonly solid: string;
  readonly outline: string;
  readonly responsive: boolean;
};

/** Colours of both renderings; each drawn mark has at least 3 to 1 against the paper. */
export const chartLook: ChartLook = {
  font: 'sans-serif',
  size: 9,
  ink: '#1d2733',
  quiet: '#3f5161',
  rule: '#dde4ea',
  paper: '#ffffff',
  solid: '#005eb8',
  outline: '#dbe8f5',
  responsive: false,
};

type Configuration = ChartConfiguration<'bar', (number | null)[], string>;

/** The chart.js configuration of a chart; animation is off, so that it is drawn at once. */
export function chartConfiguration(model: ChartModel, look: ChartLook = chartLook): Configuration {
  return {
    type: 'bar',
    data: {
      labels: [...model.categories],
      datasets: model.series.map(({ label, values, fill }) => ({
        label,
        data: [...values],
        backgroundColor: fill === 'solid' ? look.solid : look.outline,
        borderColor: fill === 'solid' ? look.solid : look.ink,
        borderWidth: 1,
        borderSkipped: false,
        barPercentage: 0.86,
        categoryPercentage: 0.58,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: look.responsive,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { right: 8 } },
      scales: scalesOf(model, look),
      plugins: {
        tooltip: { enabled: false },
        legend: {
          position: 'bottom',
          align: 'start',
          labels: {
            usePointStyle: true,
            font: { family: look.font, size: look.size },
            color: look.ink,
            padding: 12,
            generateLabels: () => legend(model, look),
          },
        },
      },
    },
    plugins: [thresholdLines(model, look), valueTexts(model, look)],
  };
}

type Scales = NonNullable<NonNullable<Configuration['options']>['scales']>;

function scalesOf(model: ChartModel, look: ChartLook): Scales {
  return {
    x: {
      min: model.scale.min,
      max: model.scale.max,
      border: { color: look.quiet },
      grid: { color: look.rule, lineWidth: 0.6, tickLength: 4 },
      ticks: {
        stepSize: model.scale.step,
        font: { family: look.font, size: look.size },
        color: look.quiet,
        callback: (value) => `${value}${model.unit}`,
      },
    },
    y: {
      border: { color: look.quiet },
      grid: { display: false },
      ticks: {
        font: { family: look.font, size: look.size + 0.5 },
        color: look.ink,
        autoSkip: false,
        callback: (_, index) => wrapped(model.categories[index] ?? ''),
      },
    },
  };
}

/** A long label as lines of about 30 letters, broken between words. */
function wrapped(label: string): string | string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 30) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.length > 1 ? lines : label;
}

function legend(model: ChartModel, look: ChartLook): LegendItem[] {
  const series = model.series.map(({ label, fill }): LegendItem => ({
    text: label,
    fillStyle: fill === 'solid' ? look.solid : look.outline,
    strokeStyle: fill === 'solid' ? look.solid : look.ink,
    lineWidth: 1,
    lineDash: [],
    pointStyle: 'rect',
  }));
  const lines = model.thresholds.map(({ label, dash }): LegendItem => ({
    text: label,
    fillStyle: look.paper,
    strokeStyle: look.ink,
    lineWidth: 1.4,
    lineDash: [...dash],
    pointStyle: 'line',
  }));
  return [...series, ...lines].map((item) => ({ ...item, fontColor: look.ink, hidden: false }));
}

function thresholdLines(model: ChartModel, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'thresholds',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      for (const { values, dash } of model.thresholds) {
        values.forEach((value, index) => {
          if (value === null) return;
          const { top, bottom } = band(chart, index, model.categories.length);
          ctx.beginPath();
          ctx.moveTo(xOf(chart, value), top + look.size);
          ctx.lineTo(xOf(chart, value), bottom);
          // Paper below the ink, so that the dashes are seen on a dark bar too.
          ctx.setLineDash([]);
          ctx.strokeStyle = look.paper;
          ctx.lineWidth = 3.4;
          ctx.stroke();
          ctx.setLineDash([...dash]);
          ctx.strokeStyle = look.ink;
          ctx.lineWidth = 1.4;
          ctx.stroke();
        });
      }
      ctx.restore();
      thresholdLabels(chart, model, look);
    },
  };
}

/** Names a line where it starts and wherever it moves; one that would cover another is left out. */
function thresholdLabels(chart: Chart<'bar'>, model: ChartModel, look: ChartLook): void {
  const { ctx } = chart;
  ctx.save();
  const size = look.size - 1.5;
  ctx.font = `${size}px ${look.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  model.categories.forEach((_, index) => {
    let taken = 0;
    for (const { label, values, texts } of model.thresholds) {
      const value = values[index] ?? null;
      if (value === null || value === values[index - 1]) continue;
      const text = `${label} ${texts[index] ?? ''}`;
      const half = ctx.measureText(text).width / 2;
      const x = xOf(chart, value);
      if (x - half < taken) continue;
      taken = x + half + 3;
      const bottom = band(chart, index, model.categories.length).top + look.size;
      ctx.fillStyle = look.paper;
      ctx.fillRect(x - half - 1, bottom - size - 1, half * 2 + 2, size + 1);
      ctx.fillStyle = look.quiet;
      ctx.fillText(text, x, bottom);
    }
  });
  ctx.restore();
}

/** The value beside each bar, on paper so that lines do not run through it. */
function valueTexts(model: ChartModel, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'values',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const size = look.size - 1.5;
      ctx.save();
      ctx.font = `${size}px ${look.font}`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      model.series.forEach(({ texts }, dataset) => {
        chart.getDatasetMeta(dataset).data.forEach((bar, index) => {
          const text = texts[index] ?? '';
          const width = ctx.measureText(text).width;
          const left = xOf(chart, 0);
          const x = Math.min(Math.max(bar.x || left, left) + 3, chart.chartArea.right - width);
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

function xOf(chart: Chart<'bar'>, value: number): number {
  return chart.scales['x']?.getPixelForValue(value) ?? 0;
}

function band(chart: Chart<'bar'>, index: number, count: number) {
  const { top, bottom } = chart.chartArea;
  const height = (bottom - top) / count;
  return { top: top + height * index, bottom: top + height * (index + 1) };
}
