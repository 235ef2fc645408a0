// The summary that opens every report: level, key figures and the chart 'where we stand'.
import { levelSteps } from './level-steps.ts';
import type { Block, Fact } from './model.ts';
import type { ReportInput } from './report-input.ts';
import { whereWeStand } from './where-we-stand-model.ts';
import { ended, levelOf, levelText, scoreText } from '#words/kit/wording.ts';

/** The chapter with its heading; `more` are figures of the report's own. */
export function standing(input: ReportInput, more: readonly Fact[]): readonly Block[] {
  const { charter, scorecard, targetLevel } = input;
  const reached = levelOf(charter, scorecard.level);
  const meaning = reached === undefined ? '' : ` ${reached.label} means: ${reached.means}`;
  const summary =
    reached === undefined
      ? 'The assessment does not meet the conditions of any level yet.'
      : `The assessment meets every condition of ${reached.label}.${meaning}`;
  return [
    { kind: 'heading', level: 2, text: 'Where we stand' },
    { kind: 'paragraph', style: 'lead', text: ended(summary) },
    {
      kind: 'facts',
      facts: [
        {
          label: 'Level reached',
          value: levelText(charter, scorecard.level),
          steps: levelSteps(charter.levels, scorecard.level),
        },
        {
          label: 'Target',
          value: levelOf(charter, targetLevel)?.label ?? 'Not chosen yet',
          steps: levelSteps(charter.levels, targetLevel),
        },
        { label: 'Overall score', value: scoreText(scorecard.overall) },
        {
          label: 'Answered, of those that apply',
          value: `${scorecard.answered} of ${scorecard.applicable}`,
        },
        ...more,
      ],
    },
    { kind: 'chart', chart: whereWeStand(charter, scorecard, { target: targetLevel }) },
  ];
}
