// The words of a chart: wherever scores and lines fall, no text is drawn over another.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale } from 'chart.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartConfiguration, labelLines, lettersPerLabel } from '#reports/chart-config.ts';
import { chartLook } from '#reports/chart-look.ts';
import type { ChartModel } from '#reports/chart-model.ts';
import { PdfCanvas } from '#reports/pdf/pdf-canvas.ts';
import { openDocument } from '#reports/pdf/pdf-document.ts';
import { typesetter } from '#reports/pdf/typesetter.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { charter } from '#tests/support/report-charter.ts';
import { scorecard } from '#tests/support/report-scorecard.ts';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);

type Box = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Notes where each text is drawn; chart.js moves the origin for some of them. */
class NotingCanvas extends PdfCanvas {
  readonly boxes: Box[] = [];
  private origin = { x: 0, y: 0 };
  private readonly origins: { x: number; y: number }[] = [];

  override save(): void {
    this.origins.push(this.origin);
    super.save();
  }

  override restore(): void {
    this.origin = this.origins.pop() ?? this.origin;
    super.restore();
  }

  override translate(x: number, y: number): void {
    this.origin = { x: this.origin.x + x, y: this.origin.y + y };
    super.translate(x, y);
  }

  override fillText(text: string, x: number, y: number): void {
    const { width } = this.measureText(text);
    const size = Number(/([\d.]+)px/.exec(this.font)?.[1]);
    const before = { center: 0.5, right: 1, end: 1 }[this.textAlign] ?? 0;
    // From the tops of capitals to the feet of g and p.
    const above = { middle: 0.4, top: 0, bottom: 0.9 }[this.textBaseline] ?? 0.7;
    const left = this.origin.x + x - width * before;
    const top = this.origin.y + y - size * above;
    if (text !== '')
      this.boxes.push({ text, left, right: left + width, top, bottom: top + size * 0.8 });
    super.fillText(text, x, y);
  }
}

function textsOf(model: ChartModel, size: { width: number; height: number; letters: number }) {
  const document = openDocument({
    title: 't',
    subject: 's',
    language: 'en-GB',
    createdAt: new Date(0),
  });
  document.addPage();
  const canvas = new NotingCanvas(document, typesetter(document), size);
  const configuration = chartConfiguration(model, { ...chartLook, size: size.letters });
  const chart: Chart = Reflect.construct(Chart, [canvas, configuration]);
  chart.destroy();
  document.end();
  return canvas.boxes;
}

function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `'${a.text}' and '${b.text}'`),
  );
}

/** The chart's sizes: in a document, low and high, and on a page, narrow and wide. */
const sizes = [
  { name: 'low in a document', width: 471, row: 30, letters: 9 },
  { name: 'high in a document', width: 471, row: 42, letters: 9 },
  { name: 'on a telephone', width: 343, row: 62, letters: 11 },
  { name: 'on a wide page', width: 960, row: 62, letters: 14 },
];

const tenths = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((n) => n / 10);
const names = ['Foundation', 'Established', 'Advanced', 'Exemplary', 'Leading', 'Beacon'];

const anyChart: fc.Arbitrary<ChartModel> = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), levels: fc.integer({ min: 0, max: 6 }) })
  .chain(({ rows, levels }) =>
    fc.record({
      claimed: fc.array(fc.option(tenths(100)), { minLength: rows, maxLength: rows }),
      lines: fc.array(fc.array(tenths(100), { minLength: rows, maxLength: rows }), {
        minLength: levels,
        maxLength: levels,
      }),
      title: fc.constantFrom('Plan', 'The mentoring relationship', 'A very long name '.repeat(8)),
    }),
  )
  .map(({ claimed, lines, title }) => chartWith(claimed, lines, title));

function chartWith(
  values: readonly (number | null)[],
  lines: readonly (readonly number[])[],
  title: string,
): ChartModel {
  const texts = values.map((value) => (value === null ? 'no score' : `${value.toFixed(1)}%`));
  const base = whereWeStand(charter, scorecard, { target: 'silver' });
  return {
    ...base,
    categories: values.map(() => title),
    series: base.series.map((series) => ({ ...series, values, texts })),
    thresholds: lines.map((all, index) => ({
      label: names[index] ?? '',
      place: index,
      dash: [],
      values: all,
      texts: all.map((value) => `${value}%`),
    })),
  };
}

describe.each(sizes)('a chart $name', ({ width, row, letters }) => {
  const look = { ...chartLook, size: letters };
  const draw = (model: ChartModel) => {
    const lines = Math.max(
      ...model.categories.map((name) => labelLines(name, lettersPerLabel(width, look)).length),
    );
    const rowHeight = Math.max(row, lines * (letters + 0.5) * 1.2 + 4);
    return textsOf(model, {
      width,
      letters,
      height: letters * 12 + rowHeight * model.categories.length,
    });
  };

  it('draws no text over another, wherever scores and lines fall', () => {
    fc.assert(
      fc.property(anyChart, (model) => {
        expect(overlaps(draw(model))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('draws every value and keeps all text inside its width', () => {
    fc.assert(
      fc.property(anyChart, (model) => {
        const boxes = draw(model);
        const drawn = boxes.map(({ text }) => text);
        for (const text of model.series.flatMap(({ texts }) => texts))
          expect(drawn).toContain(text);
        for (const { left, right } of boxes) {
          expect(left).toBeGreaterThanOrEqual(-1);
          expect(right).toBeLessThanOrEqual(width + 1);
        }
      }),
      { numRuns: 30 },
    );
  });
});

it('each of seven levels has a line of its own stroke', () => {
  const [level] = charter.levels;
  if (level === undefined) throw new Error('the charter has levels');
  const levels = names.concat('Summit').map((label) => ({ ...level, id: label, label }));
  const { thresholds } = whereWeStand({ ...charter, levels }, scorecard, { target: null });
  expect(new Set(thresholds.map(({ dash }) => dash.join())).size).toBe(levels.length);
});
