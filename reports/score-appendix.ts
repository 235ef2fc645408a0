// How the score came about: every number of it, so that a reader can work the level out again.
import { SCORE_APPENDIX } from '#words/assessment/report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
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
      ? SCORE_APPENDIX.noScore
      : SCORE_APPENDIX.together(overall.points, overall.available, scoreText(overall));
  return [
    { kind: 'heading', level: 2, text: SCORE_APPENDIX.title },
    {
      kind: 'paragraph',
      style: 'body',
      text: SCORE_APPENDIX.how(highest, sum),
    },
    { kind: 'heading', level: 3, text: SCORE_APPENDIX.pointsBySection },
    ...charter.sections.map((section) => sectionTable(input, section)),
    { kind: 'heading', level: 3, text: LABEL.conditionsOfEachLevel },
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
          ? SCORE_APPENDIX.sectionWithout(section.title)
          : SCORE_APPENDIX.sectionPoints(section.title, score, scoreText(score)),
      columns: [
        { title: LABEL.criterion, share: 29, align: 'start' },
        numbers(SCORE_APPENDIX.weight, 9.5),
        numbers(LABEL.claimed, 10.5),
        numbers(LABEL.supported, 12.5),
        numbers(SCORE_APPENDIX.points, 8.5),
        numbers(SCORE_APPENDIX.of, 5.5),
        { title: SCORE_APPENDIX.whyPart, share: 24.5, align: 'start' },
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
  if (!score.applicable) return [name, weight, '–', '–', '–', '–', SCORE_APPENDIX.notApplicable];
  const reasons = score.reasons.map((cap) => capText(charter, cap)).join(' ');
  return [
    name,
    weight,
    score.claimed === null ? '–' : String(score.claimed),
    { text: String(score.supported), strong: true },
    String(score.points),
    String(score.available),
    score.answered ? reasons : SCORE_APPENDIX.notAnswered,
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
      caption: `${label}: ${level.met ? SCORE_APPENDIX.areMet : SCORE_APPENDIX.areNotMet}`,
      columns: [
        { title: LABEL.condition, share: 46, align: 'start' },
        { title: LABEL.needs, share: 21, align: 'start' },
        { title: LABEL.has, share: 20, align: 'start' },
        { title: LABEL.result, share: 13, align: 'start' },
      ],
      rows: level.conditions.map((condition) => {
        const { condition: name, needs, has } = conditionText(charter, condition);
        return [
          name,
          needs,
          has,
          condition.met ? SCORE_APPENDIX.met : { text: SCORE_APPENDIX.notMet, strong: true },
        ];
      }),
    },
  };
}
