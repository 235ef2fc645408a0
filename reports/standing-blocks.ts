// The summary that opens every report: level, key figures and the chart 'where we stand'.
import { STANDING } from '#words/assessment/report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import { levelSteps } from './level-steps.ts';
import type { Block, Fact } from './model.ts';
import type { ReportInput } from './report-input.ts';
import { whereWeStand } from './where-we-stand-model.ts';
import { ended, levelOf, levelText, scoreText } from '#words/kit/wording.ts';

/** The chapter with its heading; `more` are figures of the report's own. */
export function standing(input: ReportInput, more: readonly Fact[]): readonly Block[] {
  const { charter, scorecard, targetLevel } = input;
  const reached = levelOf(charter, scorecard.level);
  const meaning = reached === undefined ? '' : STANDING.means(reached.label, reached.means);
  const summary = reached === undefined ? STANDING.noLevel : STANDING.meets(reached.label, meaning);
  return [
    { kind: 'heading', level: 2, text: LABEL.whereWeStand },
    { kind: 'paragraph', style: 'lead', text: ended(summary) },
    {
      kind: 'facts',
      facts: [
        {
          label: LABEL.levelReached,
          value: levelText(charter, scorecard.level),
          steps: levelSteps(charter.levels, scorecard.level),
        },
        {
          label: LABEL.target,
          value: levelOf(charter, targetLevel)?.label ?? LABEL.notChosenYet,
          steps: levelSteps(charter.levels, targetLevel),
        },
        { label: LABEL.overallScore, value: scoreText(scorecard.overall) },
        {
          label: STANDING.answered,
          value: STANDING.of(scorecard.answered, scorecard.applicable),
        },
        ...more,
      ],
    },
    { kind: 'chart', chart: whereWeStand(charter, scorecard, { target: targetLevel }) },
  ];
}
