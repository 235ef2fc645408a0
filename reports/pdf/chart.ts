// Draws a chart: its title and finding, the picture as one figure with the finding as its text
// alternative, and the same values as a table.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from 'chart.js';
import { chartConfiguration } from '#reports/chart-config.ts';
import type { ChartModel } from '#reports/chart-model.ts';
import { PdfCanvas } from './canvas.ts';
import { ensure, type Flow, fullHeight, space } from './flow.ts';
import { drawTable } from './table.ts';
import { addTag, drawTagged } from './tags.ts';
import { drawText } from './text-blocks.ts';
import { contentWidth, gap, page, text as styles } from './theme.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

/** The height of a chart without its table. */
export function chartHeight(flow: Flow, chart: ChartModel): number {
  const finding = flow.type.lines(chart.finding, styles.body, contentWidth).length;
  const texts = styles.caption.leading + finding * styles.body.leading + 20;
  return Math.min(texts + pictureHeight(chart), fullHeight(flow));
}

/** Draws a chart and the table of its values. */
export function drawChart(flow: Flow, chart: ChartModel): void {
  const { document } = flow;
  const height = pictureHeight(chart);
  ensure(flow, chartHeight(flow, chart));
  drawText(flow, flow.root, { text: chart.finding, style: styles.body });
  space(flow, 10);
  drawText(flow, flow.root, { text: chart.title, style: styles.caption });
  space(flow, 4);
  const figure = addTag(document, flow.root, {
    type: 'Figure',
    alt: `${chart.title}. ${chart.finding}`,
    placement: 'Block',
    bbox: [page.left, flow.y, page.left + contentWidth, flow.y + height],
  });
  drawTagged(document, figure, () => {
    document.save().translate(page.left, flow.y);
    const canvas = new PdfCanvas(document, flow.type, { width: contentWidth, height });
    // The canvas has what chart.js calls, not all that the browser's type lists.
    const drawn: Chart = Reflect.construct(Chart, [canvas, chartConfiguration(chart)]);
    drawn.destroy();
    document.restore();
  });
  flow.y += height;
  space(flow, gap.block);
  drawTable(flow, chart.table);
}

function pictureHeight(chart: ChartModel): number {
  return Math.min(54 + chart.categories.length * 42, 520);
}
