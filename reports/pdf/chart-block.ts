// Draws a chart: its title and finding, the picture as one figure with the finding as its text
// alternative, and the same values as a table.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from 'chart.js';
import { chartConfiguration, labelLines, lettersPerLabel } from '#reports/chart-config.ts';
import type { ChartModel } from '#reports/chart-model.ts';
import { PdfCanvas } from './pdf-canvas.ts';
import { ensure, type Flow, fullHeight, room, space } from './flow.ts';
import { drawTable, wantedHeight } from './table-block.ts';
import { addTag, drawTagged } from './tags.ts';
import { drawText } from './text-blocks.ts';
import { contentWidth, gap, page, text as styles } from './theme.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

/** The least height of a chart without its table. */
export function chartStart(flow: Flow, chart: ChartModel): number {
  return Math.min(textHeight(flow, chart) + pictureHeights(flow, chart).least, fullHeight(flow));
}

function textHeight(flow: Flow, chart: ChartModel): number {
  const finding = flow.type.lines(chart.finding, styles.body, contentWidth).length;
  const title = flow.type.lines(chart.title, styles.caption, contentWidth).length;
  return finding * styles.body.leading + title * styles.caption.leading + 14;
}

/** Draws a chart and the table of its values. */
export function drawChart(flow: Flow, chart: ChartModel): void {
  const { document } = flow;
  ensure(flow, chartStart(flow, chart));
  drawText(flow, flow.root, { text: chart.finding, style: styles.body });
  space(flow, 10);
  drawText(flow, flow.root, { text: chart.title, style: styles.caption });
  space(flow, 4);
  const height = pictureHeight(flow, chart);
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

/** As high as is wanted, or less where that keeps the chart, or even its table, on this page. */
function pictureHeight(flow: Flow, chart: ChartModel): number {
  const { least, wanted } = pictureHeights(flow, chart);
  const besideTable = room(flow) - gap.block - wantedHeight(flow, chart.table);
  return Math.min(wanted, besideTable >= least ? besideTable : Math.max(room(flow), least));
}

function pictureHeights(flow: Flow, chart: ChartModel) {
  const letters = lettersPerLabel(contentWidth);
  const lines = Math.max(...chart.categories.map((name) => labelLines(name, letters).length));
  const rows = chart.categories.length;
  const around = 30 + legendRows(flow, chart) * 22;
  const most = fullHeight(flow) - textHeight(flow, chart);
  return {
    least: Math.min(around + rows * Math.max(28, lines * 11.5 + 4), most),
    wanted: Math.min(around + rows * 42, most),
  };
}

/** How many rows the names of series and lines take below the picture. */
function legendRows(flow: Flow, chart: ChartModel): number {
  const names = [...chart.series, ...chart.thresholds].map(
    ({ label }) => (flow.type.lines(label, styles.small, contentWidth)[0]?.width ?? 0) + 26,
  );
  return Math.ceil(names.reduce((sum, width) => sum + width, 0) / (contentWidth - 30));
}
