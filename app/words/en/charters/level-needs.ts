// What a level asks, as a reader of the charter is told: each of its own conditions in a few words.
import type { Charter, Level } from '#app/domain/charter/charter.ts';
import type { Condition, Precondition } from '#app/domain/charter/facts.ts';
import {
  count,
  criterionName,
  factQuestion,
  factValueText,
  levelText,
  listText,
  thresholdText,
  yesOrNo,
} from '#words/kit/wording.ts';

/** Every condition of a level, in the order in which they are judged. */
export function levelNeeds(charter: Charter, level: Level): readonly string[] {
  const section = (id: string) => charter.sections.find((each) => each.id === id)?.title ?? id;
  return [
    ...(level.overall ? [`an overall score of at least ${thresholdText(level.overall)}`] : []),
    ...(level.section ? [`at least ${thresholdText(level.section)} in every section`] : []),
    ...[...level.sections].map(
      ([id, least]) => `at least ${thresholdText(least)} in ‘${section(id)}’`,
    ),
    ...(level.coverage ? [`at least ${thresholdText(level.coverage)} of criteria answered`] : []),
    ...[...level.requires].map(
      ([id, rating]) => `rating ${rating} or more in ${criterionName(charter, id)}`,
    ),
    ...(level.floor === 0 ? [] : [`rating ${level.floor} or more in every criterion that applies`]),
    ...[...level.floors].map(
      ([id, rating]) =>
        `rating ${rating} or more in every criterion of ‘${section(id)}’ that applies`,
    ),
    ...level.anyOf.map(anyOfNeed),
    ...(level.answered.length === 0 ? [] : [`an answer to ${listText(level.answered)}`]),
    ...level.preconditions.map((precondition) => preconditionNeed(charter, precondition)),
  ];
}

/** 'rating 3 or more in at least 1 of O1 and O4'. */
export function anyOfNeed({
  rating,
  count: number,
  of,
  minimumLeft,
}: Level['anyOf'][number]): string {
  const least = minimumLeft > 1 ? `, of which at least ${minimumLeft} have to apply` : '';
  return `rating ${rating} or more in at least ${number} of ${listText(of)}${least}`;
}

/** What has to be so beside the answers. */
export function preconditionNeed(charter: Charter, precondition: Precondition): string {
  return precondition.kind === 'held'
    ? heldNeed(charter, precondition)
    : `‘${yesOrNo(precondition.is)}’ to the question: ${factQuestion(charter, precondition.fact)}`;
}

/** 'LEVEL or above, held for 2 years without a gap'. */
export function heldNeed(
  charter: Charter,
  { level, years }: Extract<Precondition, { kind: 'held' }>,
): string {
  return `${levelText(charter, level)} or above, held for ${count(years, 'year')} without a gap`;
}

/** A condition on facts as part of a sentence: '‘How many posts are senior?’ is answered with 10 or more'. */
export function factConditionText(charter: Pick<Charter, 'facts'>, condition: Condition): string {
  switch (condition.kind) {
    case 'is':
      return `${answerTo(charter, condition.fact)} ‘${factValueText(charter, condition.fact, condition.value)}’`;
    case 'in': {
      const values = condition.values.map(
        (value) => `‘${factValueText(charter, condition.fact, value)}’`,
      );
      return `${answerTo(charter, condition.fact)} ${values.join(' or ')}`;
    }
    case 'at-least':
      return `${answerTo(charter, condition.fact)} ${condition.value} or more`;
    case 'all':
      return condition.of.map((each) => factConditionText(charter, each)).join(', and ');
    case 'any':
      return condition.of.map((each) => factConditionText(charter, each)).join(', or ');
    case 'not':
      return `it is not so that ${factConditionText(charter, condition.of)}`;
    default:
      return condition satisfies never;
  }
}

function answerTo(charter: Pick<Charter, 'facts'>, fact: string): string {
  return `the answer to ‘${factQuestion(charter, fact)}’ is`;
}
