// A chart as the marks of a picture, drawn by chart.js on the server with the configuration of the documents.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from 'chart.js';
import { chartConfiguration, labelLines, lettersPerLabel } from '#reports/chart-config.ts';
import { chartLook } from '#reports/chart-look.ts';
import type { ChartModel, ChartPicture, MarkColour } from '#reports/chart-model.ts';
import { levelColour } from '#reports/level-steps.ts';
import { SvgCanvas } from './svg-canvas.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

/** For a page as wide as text is read, and for a telephone. */
const WIDE = { width: 800, size: 14 } as const;
const NARROW = { width: 328, size: 11 } as const;

/** The picture for a wide page and for a narrow one. */
export function chartPictures(model: ChartModel): {
  readonly wide: ChartPicture;
  readonly narrow: ChartPicture;
} {
  return { wide: pictureOf(model, WIDE), narrow: pictureOf(model, NARROW) };
}

function pictureOf(
  model: ChartModel,
  { width, size }: { readonly width: number; readonly size: number },
): ChartPicture {
  const look = { ...chartLook, size };
  const letters = lettersPerLabel(width, look);
  const lines = Math.max(...model.categories.map((name) => labelLines(name, letters).length));
  const row = Math.max(62, lines * size * 1.3 + 10);
  const height = Math.round(90 + model.categories.length * row);
  const canvas = new SvgCanvas({ width, height }, coloursOf(model));
  // The canvas has what chart.js calls, not all that the browser's type lists.
  const drawn: Chart = Reflect.construct(Chart, [canvas, chartConfiguration(model, look)]);
  drawn.destroy();
  return { width, height, marks: canvas.marks };
}

function coloursOf(model: ChartModel): ReadonlyMap<string, MarkColour> {
  const { ink, quiet, rule, paper, solid, outline } = chartLook;
  const levels = model.thresholds.map(({ place }): [string, MarkColour] => [
    levelColour(place + 1).toLowerCase(),
    `level-${place}`,
  ]);
  return new Map<string, MarkColour>([
    ...levels,
    [ink, 'ink'],
    [quiet, 'quiet'],
    [rule, 'rule'],
    [paper, 'paper'],
    [solid, 'solid'],
    [outline, 'outline'],
  ]);
}
