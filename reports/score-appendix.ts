// How the score came about: every number of it, so that a reader can work the level out again.
import type { Charter, Section } from '#app/domain/charter/charter.ts';
import type { CriterionScore, LevelScore } from '#app/domain/scoring/scorecard.ts';
import type { TableCell, TableColumn } from './chart-model.ts';
import type { Block } from './model.ts';
import type { ReportInput } from './report-input.ts';
import { capText } from '#words/kit/rule-text.ts';
import { conditionText, criterionName, levelOf, scoreText } from '#words/kit/wording.ts';

/** The appendix with its heading. */
export function scoreAppendix(input: ReportInput): readonly Block[] {
  const { charter, scorecard } = input;
  const highest = charter.scale.length - 1;
  const { overall } = scorecard;
  const sum =
    overall === null
      ? 'No criterion is applicable, so there is no score.'
      : `Together that makes ${overall.points} of ${overall.available} points, or ${scoreText(overall)}. Percentages are rounded down.`;
  return [
    { kind: 'heading', level: 2, text: 'Appendix: how the score came about' },
    {
      kind: 'paragraph',
      style: 'body',
      text:
        `Each criterion earns its weight times its supported rating, out of its weight times ${highest}. ` +
        `The supported rating is the claimed rating, as far as evidence and workforce indicators bear it out. ` +
        `A criterion that is not applicable counts nowhere; one without an answer counts as rating 0. ${sum}`,
    },
    { kind: 'heading', level: 3, text: 'Points by section' },
    ...charter.sections.map((section) => sectionTable(input, section)),
    { kind: 'heading', level: 3, text: 'Conditions of each level' },
    ...levelTables(charter, scorecard.levels),
  ];
}

function sectionTable(input: ReportInput, section: Section): Block {
  const { scorecard } = input;
  const score = scorecard.sections.find(({ id }) => id === section.id)?.score ?? null;
  return {
    kind: 'table',
    table: {
      caption:
        score === null
          ? `${section.title}: no applicable criterion, no score`
          : `${section.title}: ${score.points} of ${score.available} points, ${scoreText(score)}`,
      columns: [
        { title: 'Criterion', share: 29, align: 'start' },
        numbers('Weight', 9.5),
        numbers('Claimed', 10.5),
        numbers('Supported', 12.5),
        numbers('Points', 8.5),
        numbers('Of', 5.5),
        { title: 'Why a claim counts only in part', share: 24.5, align: 'start' },
      ],
      rows: scorecard.criteria
        .filter((criterion) => criterion.section === section.id)
        .map((criterion) => criterionRow(input, criterion)),
    },
  };
}

function numbers(title: string, share: number): TableColumn {
  return { title, share, align: 'end' };
}

function criterionRow({ charter }: ReportInput, score: CriterionScore): readonly TableCell[] {
  const name = criterionName(charter, score.id);
  const weight = String(score.weight);
  if (!score.applicable) return [name, weight, '–', '–', '–', '–', 'Not applicable.'];
  const reasons = score.reasons.map((cap) => capText(charter, cap)).join(' ');
  return [
    name,
    weight,
    score.claimed === null ? '–' : String(score.claimed),
    { text: String(score.supported), strong: true },
    String(score.points),
    String(score.available),
    score.answered ? reasons : 'Not answered.',
  ];
}

/** The conditions of each level, with what each needs and has. */
export function levelTables(charter: Charter, levels: readonly LevelScore[]): readonly Block[] {
  return levels.map((level) => levelTable(charter, level));
}

function levelTable(charter: Charter, level: LevelScore): Block {
  const label = levelOf(charter, level.id)?.label ?? level.id;
  return {
    kind: 'table',
    table: {
      caption: `${label}: ${level.met ? 'its conditions are met' : 'its conditions are not all met'}`,
      columns: [
        { title: 'Condition', share: 46, align: 'start' },
        { title: 'Needs', share: 21, align: 'start' },
        { title: 'Has', share: 20, align: 'start' },
        { title: 'Result', share: 13, align: 'start' },
      ],
      rows: level.conditions.map((condition) => {
        const { condition: name, needs, has } = conditionText(charter, condition);
        return [name, needs, has, condition.met ? 'Met' : { text: 'Not met', strong: true }];
      }),
    },
  };
}
