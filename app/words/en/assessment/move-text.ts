// A move to a newer version of a charter, in words.
import type { Move } from '#app/domain/assessment/move-assessment.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { CarriedCriterion, Standing } from '#app/domain/assessment/carried-answers.ts';
import { STATEMENTS } from '#words/kit/statement-words.ts';
import { criterionName, levelText, scoreText } from '#words/kit/wording.ts';

/** The preview for a terminal; criteria that are carried as they are are only counted. */
export function moveLines(
  { from, to }: { readonly from: Charter; readonly to: Charter },
  { carried, unlinked, targetDropped, toConfirm }: Move,
): readonly string[] {
  const { criteria, removed, countsLeft, before, after, diff } = carried;
  const shown = criteria.filter(({ outcome }) => outcome !== 'carried');
  return [
    `${diff.from} to ${diff.to}`,
    ...shown.map(
      (criterion) =>
        `  ${criterionName(to, criterion.id)}: ${outcomeText(criterion)}${ticksText(criterion)}`,
    ),
    ...removed.map(
      ({ criterion, answer }) =>
        `  ${criterionName(from, criterion)}: removed${answer === null ? '' : '; its answer is kept, out of the score'}`,
    ),
    `Criteria carried as they are: ${criteria.length - shown.length}`,
    ...(toConfirm.length === 0
      ? []
      : [`${STATEMENTS.confirmAfter(toConfirm.length)} ${toConfirm.join(', ')}`]),
    ...countsLeft.map((id) => `The counts of ${indicatorTitle(from, id)} stay behind`),
    ...unlinked.map(
      ({ objective, criterion }) => `The action “${objective}” no longer names ${criterion}`,
    ),
    ...(targetDropped === null
      ? []
      : [`The target ${levelText(from, targetDropped)} is no level any more; choose another`]),
    `Before: ${standingText(from, before)}. After: ${standingText(to, after)}.`,
  ];
}

function outcomeText({ outcome, from }: CarriedCriterion): string {
  const old = from.map(({ criterion }) => criterion).join(', ');
  switch (outcome) {
    case 'carried':
      return `carried from ${old}`;
    case 'review':
      return `carried from ${old}; look at it again`;
    case 'added':
      return 'new, not answered yet';
    case 'merged':
      return `merged from ${old}; answer it anew`;
    case 'note':
      return `your organisation answers it once; what you wrote in ${old} becomes your note`;
    default:
      return outcome satisfies never;
  }
}

function ticksText({ ticksGone }: CarriedCriterion): string {
  return ticksGone === 0 ? '' : `; ${ticksGone} of its ticks go, tick its statements again`;
}

function standingText(charter: Charter, { overall, level }: Standing): string {
  return `${scoreText(overall)}, ${levelText(charter, level)}`;
}

function indicatorTitle(charter: Charter, id: string): string {
  return charter.indicators.find((indicator) => indicator.id === id)?.title ?? id;
}
