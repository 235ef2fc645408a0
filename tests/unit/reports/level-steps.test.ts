import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { LevelSign } from '#app/ui/kit/level-sign.tsx';
import { certificateDocument } from '#reports/certificate-model.ts';
import { chartConfiguration } from '#reports/chart-config.ts';
import { levelColour, levelSteps, stepBoxes } from '#reports/level-steps.ts';
import { renderPdf } from '#reports/pdf/render.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { awardInput } from '#tests/support/decision-fixture.ts';
import { input } from '#tests/support/report-fixture.ts';

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the sign of a level', () => {
  const levels = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it('is filled up to the level, lowest first, and empty for none', () => {
    expect(levelSteps(levels, 'b')).toEqual({ reached: 2, of: 3 });
    expect(levelSteps(levels, null)).toEqual({ reached: 0, of: 3 });
    const steps = stepBoxes({ reached: 2, of: 3 }, { width: 32, height: 30, between: 1 });
    expect(steps.map(({ filled }) => filled)).toEqual([true, true, false]);
    expect(steps.map(({ height, y }) => [height, y])).toEqual([
      [10, 20],
      [20, 10],
      [30, 0],
    ]);
    expect(steps.map(({ x, width }) => [x, width])).toEqual([
      [0, 10],
      [11, 10],
      [22, 10],
    ]);
  });

  it('has a colour of at least 3 to 1 against white for each level, and none beside its like', () => {
    const colours = Array.from({ length: 12 }, (_, index) => levelColour(index + 1));
    for (const [index, colour] of colours.entries()) {
      expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(3);
      expect(colour).not.toBe(colours[index + 1]);
    }
  });

  it('has one colour on pages, in charts and in documents', async () => {
    const { charter, scorecard } = input;
    const first = levelColour(1);
    const page = renderToStaticMarkup(createElement(LevelSign, { steps: { reached: 1, of: 3 } }));
    expect(page).toContain(`fill="${first}"`);
    const { options } = chartConfiguration(whereWeStand(charter, scorecard, { target: null }));
    const generate = options?.plugins?.legend?.labels?.generateLabels;
    const names: readonly { text: string; strokeStyle?: unknown }[] = Reflect.apply(
      generate ?? (() => []),
      undefined,
      [],
    );
    const lines = new Map(names.map(({ text, strokeStyle }) => [text, strokeStyle]));
    charter.levels.forEach(({ label }, index) => {
      expect(lines.get(label)).toBe(levelColour(index + 1));
    });
    const place = charter.levels.findIndex(({ id }) => id === awardInput.award.level) + 1;
    const bytes = await renderPdf(certificateDocument(awardInput), {
      createdAt: new Date('2026-03-16T09:00:00Z'),
    });
    const sheet = await (await getDocumentProxy(bytes)).getPage(1);
    const { argsArray } = await sheet.getOperatorList();
    expect(JSON.stringify(argsArray)).toContain(levelColour(place));
  });
});
