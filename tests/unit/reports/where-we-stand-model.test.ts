import { describe, expect, it } from 'vitest';
import { chartConfiguration } from '#reports/chart-config.ts';
import { whereWeStand } from '#reports/where-we-stand-model.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { threshold } from '#tests/support/charter-factory.ts';
import { charter } from '#tests/support/report-charter.ts';
import { scorecard } from '#tests/support/report-scorecard.ts';

const chart = whereWeStand(charter, scorecard, { target: 'silver' });

describe('the chart of where we stand', () => {
  it('counts a claim in full in one series and as supported in the other', () => {
    const [claimed, supported] = chart.series;
    expect(claimed?.texts).toEqual(['64.2%', '58.3%', '80.0%', '50.0%', 'no score']);
    expect(supported?.texts).toEqual(['50.0%', '45.8%', '65.0%', '33.3%', 'no score']);
  });

  it('never shows a claim below what is supported', () => {
    const [claimed, supported] = chart.series;
    claimed?.values.forEach((value, index) => {
      expect(value ?? 0).toBeGreaterThanOrEqual(supported?.values[index] ?? 0);
    });
  });

  it('draws no line where there is no score', () => {
    for (const { values } of chart.thresholds) expect(values[4]).toBeNull();
  });

  it('says in one sentence which sections are below the line', () => {
    expect(chart.finding).toBe(
      'The overall score is 50.0% and the level reached is Bronze; 1 of 3 sections is below the line for Silver: ‘What mentoring leads to’.',
    );
  });

  it('has the same values in its table', () => {
    expect(chart.table.rows.map(([title]) => title)).toEqual(chart.categories);
    expect(chart.table.rows[1]).toEqual([
      'Leading and owning the work',
      '58.3%',
      { text: '45.8%', strong: true },
      '25%',
      '45%',
      '70%',
    ]);
  });

  it('tells series and lines apart without colour', () => {
    expect(new Set(chart.series.map(({ fill }) => fill)).size).toBe(chart.series.length);
    expect(new Set(chart.thresholds.map(({ dash }) => dash.join())).size).toBe(3);
  });

  it('inherits the line of a lower level where a level states none', () => {
    const [first, second, ...rest] = charter.levels;
    if (first === undefined || second === undefined) throw new Error('two levels needed');
    const levels = [first, { ...second, section: null }, ...rest];
    const inherited = whereWeStand({ ...charter, levels }, scorecard, { target: 'silver' });
    expect(inherited.thresholds[1]?.values).toEqual([60, 25, 25, 25, null]);
  });

  const without = {
    overall: null,
    section: null,
    sections: new Map<string, never>(),
    coverage: null,
  };

  it('has no legend, column or sentence of lines where a charter only requires ratings', () => {
    const levels = charter.levels.map((level) => ({ ...level, ...without }));
    const card = scoreAssessment(
      { ...charter, levels },
      { answers: new Map(), indicators: new Map() },
    );
    const only = whereWeStand({ ...charter, levels }, card, { target: 'silver' });
    expect(only.thresholds).toEqual([]);
    expect(only.title).toBe('Score by section');
    expect(only.table.columns.map(({ title }) => title)).toEqual([
      'Section',
      'Claimed',
      'Supported',
    ]);
    expect(only.table.rows.every((row) => row.length === 3)).toBe(true);
    // Bronze and silver of this charter require these ratings between them, and nothing is answered.
    const required = new Set(levels.slice(0, 2).flatMap((level) => [...level.requires.keys()]));
    expect(required.size).toBeGreaterThan(0);
    const are = required.size === 1 ? 'is' : 'are';
    expect(only.finding).toBe(
      `The overall score is 0.0% and no level is reached yet; ${required.size} of ${required.size} ratings that Silver requires ${are} not reached.`,
    );
  });

  it('speaks only of sections that have a line', () => {
    const levels = charter.levels.map((level) => ({
      ...level,
      ...without,
      sections: new Map([[charter.sections[1]?.id ?? '', threshold('10')]]),
    }));
    const { finding } = whereWeStand({ ...charter, levels }, scorecard, { target: 'silver' });
    expect(finding).toContain('every section with a line is at or above its line for Silver');
  });

  it('names no line of a level that draws none', () => {
    const [first, ...rest] = charter.levels;
    if (first === undefined) throw new Error('a level needed');
    const levels = [{ ...first, ...without }, ...rest];
    const some = whereWeStand({ ...charter, levels }, scorecard, { target: 'silver' });
    expect(some.thresholds.map(({ label }) => label)).toEqual(['Silver', 'Gold']);
  });
});

describe('its chart.js configuration', () => {
  it('is the same for the same chart and does not animate', () => {
    const [first, second] = [chartConfiguration(chart), chartConfiguration(chart)];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(first.options?.animation).toBe(false);
    expect(first.data.datasets.map(({ data }) => data)).toEqual(
      chart.series.map(({ values }) => values),
    );
  });
});
