import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chartLook } from '#reports/chart-look.ts';
import { levelColour } from '#reports/level-steps.ts';
import { widthOf } from '#reports/svg/metrics.ts';
import { chartPictures } from '#reports/svg/picture.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { charter } from '#tests/support/report-charter.ts';
import { scorecard } from '#tests/support/report-scorecard.ts';

const chart = whereWeStand(charter, scorecard, { target: 'silver' });
const pictures = chartPictures(chart);

/** What a text of the picture takes from left to right. */
function spanOf(mark: { text: string; x: number; size: number; anchor: string }) {
  const width = widthOf(mark.text, mark.size);
  const left =
    mark.anchor === 'end' ? mark.x - width : mark.anchor === 'middle' ? mark.x - width / 2 : mark.x;
  return { left, right: left + width };
}

test.each(['wide', 'narrow'] as const)(
  'the %s picture says every value, section and level',
  (size) => {
    const { marks, width, height } = pictures[size];
    const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    const said = texts.map(({ text }) => text).join(' ');
    for (const { texts: values } of chart.series)
      for (const value of values) expect(said).toContain(value);
    for (const { label } of chart.thresholds) expect(said).toContain(label);
    for (const word of chart.categories.flatMap((name) => name.split(' ')))
      expect(said).toContain(word);
    for (const mark of texts) {
      const { left, right } = spanOf(mark);
      expect(left, mark.text).toBeGreaterThanOrEqual(-1);
      expect(right, mark.text).toBeLessThanOrEqual(width + 1);
      expect(mark.y).toBeLessThanOrEqual(height);
    }
  },
);

test('a bar is as long as its value, on the scale that the lines stand on', () => {
  const { marks } = pictures.wide;
  const lengths = marks.flatMap((mark) => {
    if (mark.kind !== 'area' || mark.colour !== 'solid') return [];
    // A border is drawn as a box around a box.
    const box = mark.path.split('M').length === 2 ? /h([\d.]+)/.exec(mark.path) : null;
    return box === null ? [] : [Number(box[1])];
  });
  const values = chart.series[1]?.values.filter((value) => value !== null) ?? [];
  // Beside the bars the key has one box of the same colour, which is the smallest.
  const bars = lengths.toSorted((a, b) => b - a).slice(0, values.length);
  const perCent = (bars[0] ?? 0) / Math.max(...values);
  expect(bars.map((length) => Math.round(length / perCent))).toEqual(
    values.toSorted((a, b) => b - a).map(Math.round),
  );
});

test('the same chart is the same picture, and is small', () => {
  expect(chartPictures(chart)).toEqual(pictures);
  expect(JSON.stringify(pictures).length).toBeLessThan(60_000);
});

test('the style sheet gives every role the colour of the documents', () => {
  const styles = readFileSync(
    path.resolve(import.meta.dirname, '../../../app/ui/kit/styles/_charts.scss'),
    'utf8',
  );
  const { ink, quiet, rule, paper, solid, outline } = chartLook;
  const levels = Array.from({ length: 6 }, (_, place) => [
    `level-${place}`,
    levelColour(place + 1),
  ]);
  const short = (colour: string) => (colour === '#ffffff' ? '#fff' : colour);
  for (const [role, colour] of [
    ...Object.entries({ ink, quiet, rule, paper, solid, outline }),
    ...levels,
  ]) {
    expect(styles).toContain(`'${role}': ${short(colour ?? '')},`);
  }
  const used = new Set(
    Object.values(pictures).flatMap(({ marks }) => marks.map(({ colour }) => colour)),
  );
  for (const role of used) expect(styles).toContain(`'${role}': `);
});
