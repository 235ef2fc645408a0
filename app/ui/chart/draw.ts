// Draws a chart with chart.js on a canvas: the same configuration as in the PDF, in the page's size.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from 'chart.js';
import { chartConfiguration, chartLook } from '#reports/chart-config.ts';
import type { ChartModel } from '#reports/chart-model.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

/** Draws now and again whenever the width changes; returns what takes it away. */
export function draw(canvas: HTMLCanvasElement, model: ChartModel): () => void {
  const holder = canvas.parentElement;
  const font = getComputedStyle(canvas).fontFamily;
  const height = 90 + model.categories.length * 62;
  let chart: Chart | null = null;
  let width = 0;
  const redraw = () => {
    const now = Math.floor(holder?.clientWidth ?? 0);
    if (now === width || now === 0) return;
    width = now;
    chart?.destroy();
    canvas.width = width;
    canvas.height = height;
    const look = { ...chartLook, font, size: width < 480 ? 11 : 14 };
    chart = Reflect.construct(Chart, [canvas, chartConfiguration(model, look)]);
  };
  const observer = new ResizeObserver(redraw);
  if (holder !== null) observer.observe(holder);
  return () => {
    observer.disconnect();
    chart?.destroy();
  };
}
