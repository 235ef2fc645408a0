import { describe, expect, it } from 'vitest';
import { withoutCounts } from '#app/domain/scoring/indicator.ts';
import { actionPlanDocument } from '#reports/action-plan.ts';
import type { Block } from '#reports/model.ts';
import { selfAssessmentDocument } from '#reports/self-assessment.ts';
import { actions, input } from '#tests/support/report-fixture.ts';

function textsOf(blocks: readonly Block[]): string {
  return JSON.stringify(blocks);
}

function levels(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
}

describe('every document', () => {
  it.each([actionPlanDocument, selfAssessmentDocument])('skips no level of heading', (build) => {
    const found = levels(build(input).blocks);
    expect(found[0]).toBe(2);
    for (const [index, level] of found.entries()) {
      expect(level - (found[index - 1] ?? 2)).toBeLessThanOrEqual(1);
    }
  });

  it.each([actionPlanDocument, selfAssessmentDocument])('survives JSON unchanged', (build) => {
    const model = build(input);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it.each([actionPlanDocument, selfAssessmentDocument])('shows no count of people', (build) => {
    const text = JSON.stringify(build(input));
    for (const count of ['17', '137', '61', '419']) {
      expect(text).not.toMatch(new RegExp(`(?<![\\d.,])${count}(?![\\d.,%])`));
    }
  });

  it('rows have as many cells as there are columns, and widths make up the whole', () => {
    for (const build of [actionPlanDocument, selfAssessmentDocument]) {
      const tables = build(input).blocks.flatMap((block) => {
        if (block.kind === 'table') return [block.table];
        return block.kind === 'chart' ? [block.chart.table] : [];
      });
      expect(tables.length).toBeGreaterThan(5);
      for (const table of tables) {
        expect(table.columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
        for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
      }
    }
  });
});

describe('the action plan', () => {
  it('holds every action in full', () => {
    const text = textsOf(actionPlanDocument(input).blocks);
    for (const action of actions) {
      for (const part of [action.objective, action.reason, action.successMeasure]) {
        expect(text).toContain(part);
      }
      for (const step of action.steps) expect(text).toContain(step);
    }
  });

  it('says so when there are no actions', () => {
    const { blocks } = actionPlanDocument({ ...input, actions: [] });
    expect(textsOf(blocks)).toContain('This plan has no actions yet.');
    expect(blocks.some(({ kind }) => kind === 'gantt')).toBe(false);
  });

  it('names each condition of the target that is not met, and none that is', () => {
    const { blocks } = actionPlanDocument(input);
    const gap = blocks.find(
      (block) => block.kind === 'table' && block.table.caption.includes('not met'),
    );
    const names = gap?.kind === 'table' ? gap.table.rows.map(([name]) => name) : [];
    expect(names).toEqual([
      'Overall score',
      'Section: What mentoring leads to',
      'G2 The self-assessment team is co-produced with staff',
      'Criteria answered',
    ]);
  });

  it('has nothing missing when the target is reached', () => {
    const { blocks } = actionPlanDocument({ ...input, targetLevel: 'bronze', cheapestPath: null });
    expect(textsOf(blocks)).toContain(
      'Every condition of Bronze and of the levels below it is met.',
    );
  });

  it('dates its bars on one axis and keeps undated actions', () => {
    const gantt = actionPlanDocument(input).blocks.find((block) => block.kind === 'gantt');
    const bars = gantt?.kind === 'gantt' ? gantt.gantt.bars : [];
    expect(bars).toHaveLength(actions.length);
    expect(bars[0]).toMatchObject({ from: 0, dates: '1 Apr 2026 to 31 Jul 2026' });
    expect(bars[3]).toMatchObject({ from: null, to: null, dates: 'no dates yet' });
  });
});

describe('the self-assessment report', () => {
  it('gives an indicator as a ratio and a verdict', () => {
    expect(textsOf(selfAssessmentDocument(input).blocks)).toContain('0.85. The rule is not met.');
  });

  it('says when an indicator has too few people, and shows no ratio', () => {
    const few = {
      first: { numerator: 3, denominator: 9 },
      second: { numerator: 61, denominator: 419 },
    };
    const counted = { ...input.answers, indicators: new Map([['promotion', few]]) };
    const answers = withoutCounts(input.charter, counted);
    const text = textsOf(selfAssessmentDocument({ ...input, answers }).blocks);
    expect(text).toContain('A group has fewer than 10 people, so the figure is not used.');
    expect(text).not.toContain('2.28');
  });

  it('keeps the justification of what is not applicable', () => {
    const text = textsOf(selfAssessmentDocument(input).blocks);
    expect(text).toContain('This is our first application.');
  });

  it('says which item does not count as evidence', () => {
    const text = textsOf(selfAssessmentDocument(input).blocks);
    expect(text).toContain('Survey results (to be attached): Answers of mentees (does not count');
  });
});
