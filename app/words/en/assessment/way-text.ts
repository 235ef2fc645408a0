// What stands in the way to a level, and what a step of the way needs.
import type { Charter } from '#app/domain/charter/charter.ts';
import { organisationCriteria } from '#app/domain/charter/scope.ts';
import type { Precondition } from '#app/domain/charter/facts.ts';
import type { CheapestPath, Step } from '#app/domain/scoring/cheapest-path.ts';
import { heldNeed } from '#words/charters/level-needs.ts';
import { kindsText } from '#words/kit/rule-text.ts';
import { count, criterionName, factQuestion, listText } from '#words/kit/wording.ts';

type Reason = CheapestPath['reasons'][number];

/** Why a level cannot be reached, as a sentence. */
export function reasonText(charter: Charter, reason: Reason): string {
  switch (reason.kind) {
    case 'pin':
      return `${criterionName(charter, reason.criterion)} is pinned, and its rating is needed.`;
    case 'date':
      return `${criterionName(charter, reason.criterion)} takes more months than there are.`;
    case 'indicator':
      return `${criterionName(charter, reason.criterion)}: the workforce counts must change first; no effort on the rating lifts this.`;
    case 'precondition':
      return preconditionReason(charter, reason.precondition);
    case 'too-few-left':
      return tooFewLeftText(charter, reason.anyOf);
    case 'nothing-applicable':
      return 'No criterion is applicable, so no level can be met.';
    default:
      return reason satisfies never;
  }
}

/** Why a level cannot be reached; the criteria that only time stands in the way of together, as they are often many. */
export function reasonTexts(charter: Charter, reasons: readonly Reason[]): readonly string[] {
  const late = reasons.flatMap((reason) => (reason.kind === 'date' ? [reason.criterion] : []));
  const others = reasons.filter(({ kind }) => kind !== 'date');
  return [
    ...others.map((reason) => reasonText(charter, reason)),
    ...(late.length === 0
      ? []
      : [
          `In the months that there are, ratings cannot be raised far enough. More time would let these go further: ${listText(late)}.`,
        ]),
  ];
}

function preconditionReason(charter: Charter, precondition: Precondition): string {
  return precondition.kind === 'held'
    ? `It needs ${heldNeed(charter, precondition)}.`
    : `It needs another answer to ‘${factQuestion(charter, precondition.fact)}’.`;
}

function tooFewLeftText(charter: Charter, id: string): string {
  const anyOf = charter.levels.flatMap((level) => level.anyOf).find((each) => each.id === id);
  if (anyOf === undefined) return '';
  return `Too few of ${listText(anyOf.of)} apply: at least ${anyOf.minimumLeft} have to.`;
}

const ORGANISATION_STEP = 'the organisation’s step';

/** What a step needs beside its effort: 'about 12 months, 2 items of evidence'; '' = nothing is known of it. */
export function stepNeeds(charter: Charter, { criterion, months = 0, evidence }: Step): string {
  const items = evidence?.items ?? 0;
  return [
    ...(organisationCriteria(charter).has(criterion) ? [ORGANISATION_STEP] : []),
    ...(months === 0 ? [] : [`about ${count(months, 'month')}`]),
    ...(items === 0
      ? []
      : [
          `${items} more ${items === 1 ? 'item' : 'items'} of evidence${kindsText(charter, evidence?.kinds ?? [])}`,
        ]),
  ].join(', ');
}

/** The facts to enter for a way, each as a sentence. */
export function factsToEnter(
  charter: Charter,
  { enterFacts = [] }: CheapestPath,
): readonly string[] {
  return enterFacts.map((fact) => `Enter the fact ‘${factQuestion(charter, fact)}’.`);
}
