// What stands between the department and its target: each condition that is not met, of the target
// and of every level below it, and the way there with the least effort.
import type { LevelScore } from '#app/domain/scoring/scorecard.ts';
import type { Block } from './model.ts';
import { firstMoves } from '#app/domain/scoring/first-moves.ts';
import { firstMoveBlocks } from './first-moves-blocks.ts';
import type { ReportInput, WayToTarget } from './report-input.ts';
import { conditionText, count, criterionName, levelOf, ratingText } from '#words/kit/wording.ts';

/** The blocks below the chapter's heading. */
export function gapBlocks(input: ReportInput): readonly Block[] {
  const { charter, answers, scorecard, targetLevel, cheapestPath } = input;
  const target = levelOf(charter, targetLevel);
  if (target === undefined) return [body('No target level has been chosen yet.')];
  const upTo = charter.levels.slice(0, charter.levels.indexOf(target) + 1);
  const unmet = upTo.flatMap(({ id }) =>
    scorecard.levels.filter((level) => level.id === id && !level.met),
  );
  if (unmet.length === 0) {
    return [body(`Every condition of ${target.label} and of the levels below it is met.`)];
  }
  const conditions = unmet.flatMap(({ conditions: all }) => all.filter(({ met }) => !met)).length;
  const are = conditions === 1 ? 'condition is' : 'conditions are';
  const intro =
    `A level is reached when all of its conditions are met, and those of every level below it. ` +
    `On the way to ${target.label}, ${conditions} ${are} not met yet.`;
  return [
    { kind: 'paragraph', style: 'lead', text: intro },
    ...unmet.map((level) => unmetTable(input, level)),
    ...(cheapestPath === null
      ? []
      : [
          ...firstMoveBlocks(charter, firstMoves(charter, answers)),
          ...wayBlocks(input, cheapestPath, target.label),
        ]),
  ];
}

function unmetTable({ charter }: ReportInput, level: LevelScore): Block {
  const label = levelOf(charter, level.id)?.label ?? level.id;
  return {
    kind: 'table',
    table: {
      caption: `Conditions of ${label} that are not met`,
      columns: [
        { title: 'Condition', share: 46, align: 'start' },
        { title: 'Needs', share: 20, align: 'start' },
        { title: 'Has', share: 19, align: 'start' },
        { title: 'Missing', share: 15, align: 'start' },
      ],
      rows: level.conditions
        .filter(({ met }) => !met)
        .map((condition) => {
          const { condition: name, needs, has, short } = conditionText(charter, condition);
          return [name, needs, has, { text: short, strong: true }];
        }),
    },
  };
}

function wayBlocks(input: ReportInput, way: WayToTarget, target: string): readonly Block[] {
  const { charter } = input;
  const heading: Block = { kind: 'heading', level: 3, text: `The shortest way to ${target}` };
  if (way.status === 'not-found') {
    return [
      heading,
      body('The way with the least effort could not be worked out in the time allowed.'),
    ];
  }
  const answers: readonly Block[] =
    way.alsoAnswer.length === 0
      ? []
      : [
          body('These criteria also need an answer, whatever the rating:'),
          {
            kind: 'list',
            ordered: false,
            items: way.alsoAnswer.map((id) => criterionName(charter, id)),
          },
        ];
  if (way.steps.length === 0) return answers.length === 0 ? [] : [heading, ...answers];
  return [
    heading,
    body(
      `Of all ways to meet every condition, this one takes the least effort: ` +
        `${count(way.steps.length, 'criterion').replace('criterions', 'criteria')}, ` +
        `${count(way.total, 'unit')} of effort in the charter’s own estimate.`,
    ),
    {
      kind: 'table',
      table: {
        caption: `Ratings to raise on the shortest way to ${target}`,
        columns: [
          { title: 'Criterion', share: 48, align: 'start' },
          { title: 'From', share: 20, align: 'start' },
          { title: 'To', share: 20, align: 'start' },
          { title: 'Effort', share: 12, align: 'end' },
        ],
        rows: way.steps.map(({ criterion, from, to, effort }) => [
          criterionName(charter, criterion),
          ratingText(charter, from),
          { text: ratingText(charter, to), strong: true },
          String(effort),
        ]),
      },
    },
    ...answers,
  ];
}

function body(text: string): Block {
  return { kind: 'paragraph', style: 'body', text };
}
