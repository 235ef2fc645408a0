// What stands between the department and its target: each condition that is not met, of the target
// and of every level below it, and the way there with the least effort.
import { organisationCriteria } from '#app/domain/charter/scope.ts';
import { GAP } from '#words/assessment/report-words.ts';
import { LABEL } from '#words/kit/labels.ts';
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
  if (target === undefined) return [body(GAP.noTarget)];
  const upTo = charter.levels.slice(0, charter.levels.indexOf(target) + 1);
  const unmet = upTo.flatMap(({ id }) =>
    scorecard.levels.filter((level) => level.id === id && !level.met),
  );
  if (unmet.length === 0) {
    return [body(GAP.allMet(target.label))];
  }
  const conditions = unmet.flatMap(({ conditions: all }) => all.filter(({ met }) => !met)).length;
  const are = conditions === 1 ? GAP.oneCondition : GAP.moreConditions;
  const intro = GAP.intro(target.label, conditions, are);
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
      caption: GAP.unmet(label),
      columns: [
        { title: LABEL.condition, share: 46, align: 'start' },
        { title: LABEL.needs, share: 20, align: 'start' },
        { title: LABEL.has, share: 19, align: 'start' },
        { title: GAP.missing, share: 15, align: 'start' },
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
  const theirs = organisationCriteria(charter);
  const heading: Block = { kind: 'heading', level: 3, text: GAP.way(target) };
  if (way.status === 'not-found') {
    return [heading, body(GAP.notWorkedOut)];
  }
  const answers: readonly Block[] =
    way.alsoAnswer.length === 0
      ? []
      : [
          body(GAP.alsoAnswer),
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
      GAP.leastEffort(
        count(way.steps.length, 'criterion').replace('criterions', 'criteria'),
        count(way.total, 'unit'),
      ),
    ),
    {
      kind: 'table',
      table: {
        caption: GAP.ratingsToRaise(target),
        columns: [
          { title: LABEL.criterion, share: 48, align: 'start' },
          { title: GAP.from, share: 20, align: 'start' },
          { title: GAP.to, share: 20, align: 'start' },
          { title: GAP.effort, share: 12, align: 'end' },
        ],
        rows: way.steps.map(({ criterion, from, to, effort }) => [
          theirs.has(criterion)
            ? GAP.byOrganisation(criterionName(charter, criterion))
            : criterionName(charter, criterion),
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
