// Turns a chart as data into the options of chart.js: one function for the page and for the PDF.
// Series differ by filling and lines by dashes, so that the chart reads in black and white.
import type { ChartConfiguration, LegendItem } from 'chart.js';
import { barsBelowStrip, stripHeight, thresholdLines, valueTexts } from './chart-labels.ts';
import { type ChartLook, chartLook } from './chart-look.ts';
import type { ChartModel } from './chart-model.ts';
import { levelColour } from './level-steps.ts';

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
        barPercentage: 0.9,
        categoryPercentage: 0.55,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: look.responsive,
      maintainAspectRatio: false,
      events: [],
      // Room for the value beside a bar of 100%.
      layout: { padding: { right: look.size * 3.8 } },
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
    plugins: [barsBelowStrip(look), thresholdLines(model, look), valueTexts(model, look)],
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
        maxRotation: 0,
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
        labelOffset: stripHeight(look) / 2,
        callback(_, index) {
          const letters = lettersPerLabel(this.chart.width, look);
          return labelLines(model.categories[index] ?? '', letters);
        },
      },
    },
  };
}

/** How many letters of a category's name stand on one line: about a third of the width. */
export function lettersPerLabel(width: number, look: ChartLook = chartLook): number {
  return Math.max(8, Math.min(30, Math.floor((width * 0.34) / ((look.size + 0.5) * 0.52))));
}

const mostLabelLines = 3;

/** A name as lines, broken between words; the table beside the chart has one too long for it. */
export function labelLines(label: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ').flatMap((each) => cut(each, letters))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  const shown = lines.slice(0, mostLabelLines);
  if (lines.length > mostLabelLines) shown[mostLabelLines - 1] += '…';
  return shown;
}

function cut(word: string, letters: number): readonly string[] {
  const all = Array.from(word);
  const pieces: string[] = [];
  for (let at = 0; at < all.length; at += letters)
    pieces.push(all.slice(at, at + letters).join(''));
  return pieces.length === 0 ? [word] : pieces;
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
  const lines = model.thresholds.map(({ label, dash, place }): LegendItem => ({
    text: label,
    fillStyle: look.paper,
    strokeStyle: levelColour(place + 1),
    lineWidth: 2,
    lineDash: [...dash],
    pointStyle: 'line',
  }));
  return [...series, ...lines].map((item) => ({ ...item, fontColor: look.ink, hidden: false }));
}
