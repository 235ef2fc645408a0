// Results as plain text for a terminal: no colour, nothing that a pipe would have to strip.
import type { CharterDiff } from '#app/domain/charter/changes.ts';
import { allCriteria, type Charter, charterName } from '#app/domain/charter/charter.ts';
import type { TranslationChange } from '#app/domain/charter/diff/diff-translations.ts';
import type { CheapestPath, Step } from '#app/domain/scoring/cheapest-path.ts';
import type { FirstMoves } from '#app/domain/scoring/first-moves.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import { liftText, supportText, unansweredText } from '#words/assessment/first-moves-text.ts';
import { factsToEnter, reasonText, stepNeeds } from '#words/assessment/way-text.ts';
import { causeText } from '#words/charters/charter-changes.ts';
import { translationLines } from '#words/charters/translation-changes.ts';
import { capText } from '#words/kit/rule-text.ts';
import { STATEMENTS } from '#words/kit/statement-words.ts';
import {
  conditionText,
  count,
  criterionName,
  levelOf,
  levelText,
  ratingText,
  scoreText,
} from '#words/kit/wording.ts';

/** A charter as people see it: its levels, sections and criteria. */
export function charterLines(charter: Charter): readonly string[] {
  return [
    `${charter.title} (${charterName(charter)})`,
    charter.summary,
    '',
    `Ratings: ${charter.scale.map(({ label }, rating) => `${rating} ${label}`).join(', ')}`,
    `Levels: ${charter.levels.map(({ label }) => label).join(', ')}`,
    ...charter.sections.flatMap((section) => [
      '',
      section.title,
      ...section.criteria.map((c) => `  ${c.id}  ${c.title} (weight ${c.weight})`),
    ]),
    '',
    `${count(allCriteria(charter).length, 'criterion').replace('criterions', 'criteria')}. ${charter.notice}`,
  ];
}

/** What changed between two versions, and whether the version number says so. */
export function diffLines(
  diff: CharterDiff,
  translations: readonly TranslationChange[],
): readonly string[] {
  const changed = diff.criteria.filter(({ kind }) => kind !== 'unchanged');
  return [
    `${diff.from} to ${diff.to}`,
    ...changed.map(({ id, kind, parts }) => {
      const named = [...parts.changed, ...parts.wording].join(', ');
      return `  ${id}: ${kind}${named === '' ? '' : ` (${named})`}`;
    }),
    // The lines above tell what became of criteria.
    ...diff.causes
      .filter(({ what }) => !what.startsWith('criteri'))
      .map((cause) => `  ${causeText(cause)}`),
    ...translations.flatMap(translationLines).map((line) => `  ${line}`),
    `Criteria unchanged: ${diff.criteria.length - changed.length}`,
    `The changes need: ${diff.needs}. The version number says: ${diff.declared}.`,
    diff.truthful
      ? 'The version number tells the truth.'
      : 'The version number does not tell the truth.',
  ];
}

/** Where an assessment stands, with every cap and every condition that is not met. */
export function scoreLines(charter: Charter, scorecard: Scorecard): readonly string[] {
  const capped = scorecard.criteria.filter(({ reasons }) => reasons.length > 0);
  return [
    `${charter.title} (${scorecard.charter})`,
    `Level reached: ${levelText(charter, scorecard.level)}`,
    `Overall: ${scoreText(scorecard.overall)}`,
    `Answered: ${scorecard.answered} of ${scorecard.applicable}`,
    '',
    ...scorecard.sections.map(
      ({ id, score }) => `  ${scoreText(score).padStart(8)}  ${sectionTitle(charter, id)}`,
    ),
    ...capped.flatMap(({ id, claimed, supported, reasons }) => [
      '',
      `${criterionName(charter, id)}: claimed ${ratingText(charter, claimed)}, supported ${ratingText(charter, supported)}`,
      ...reasons.map((cap) => `  ${capText(charter, cap)}`),
    ]),
    ...scorecard.levels.flatMap(({ id, met, conditions }) => [
      '',
      `${levelText(charter, id)}: ${met ? 'every condition met' : 'not met'}`,
      ...conditions
        .filter((condition) => !condition.met)
        .map((condition) => {
          const words = conditionText(charter, condition);
          return `  ${words.condition}: needs ${words.needs}, has ${words.has}`;
        }),
    ]),
  ];
}

/** Ratings that count and that nobody has confirmed statement by statement; nothing where there is none. */
export function confirmLines(
  charter: Charter,
  toConfirm: readonly (readonly [string, number])[],
): readonly string[] {
  if (toConfirm.length === 0) return [];
  return [
    '',
    `${STATEMENTS.notConfirmed}. ${STATEMENTS.countsAlready}`,
    ...toConfirm.map(
      ([id, claimed]) => `  ${criterionName(charter, id)}: ${ratingText(charter, claimed)}`,
    ),
  ];
}

/** The cheapest way to a level, step by step. */
export function pathLines(
  charter: Charter,
  path: CheapestPath,
  moves: FirstMoves,
): readonly string[] {
  return [...firstLines(charter, moves), ...wayLines(charter, path)];
}

/** What comes before the way: unanswered criteria, then what supports the claims. */
function firstLines(charter: Charter, moves: FirstMoves): readonly string[] {
  const answer = unansweredText(moves);
  const support = supportText(charter, moves);
  return [
    ...(answer === null
      ? []
      : [answer, ...moves.unanswered.map((id) => `  ${criterionName(charter, id)}`)]),
    ...(support === null
      ? []
      : [
          support,
          ...moves.lifts.map(
            (lift) => `  ${criterionName(charter, lift.criterion)}: ${liftText(charter, lift)}`,
          ),
        ]),
  ];
}

function wayLines(charter: Charter, path: CheapestPath): readonly string[] {
  const counts = path.enterCounts.map(
    (entry) => `  Enter the counts for ${criterionName(charter, entry.criterion)}`,
  );
  if (path.status === 'not-found')
    return ['The cheapest way could not be worked out in the time allowed.'];
  if (path.status === 'already-met') return ['This level is met already.'];
  if (path.status === 'unreachable') {
    return [
      'This level cannot be reached by raising ratings.',
      ...path.reasons.map((reason) => `  ${reasonLine(charter, reason)}`),
      ...counts,
    ];
  }
  return [
    ...path.steps.map(
      (step) =>
        `  ${criterionName(charter, step.criterion)}: from ${ratingText(charter, step.from)} to ${ratingText(charter, step.to)}, effort ${step.effort}${needsLine(charter, step)}`,
    ),
    ...factsToEnter(charter, path).map((text) => `  ${text}`),
    ...path.alsoAnswer.map((id) => `  Also answer ${criterionName(charter, id)}`),
    ...counts,
    `Total effort ${path.total}${inMonths(path)}. Then: ${scoreText(path.after.overall)}, ${levelOf(charter, path.after.level)?.label ?? 'no level'}.`,
  ];
}

/** How long the way takes, where the charter says how long steps take. */
function inMonths({ months = 0 }: CheapestPath): string {
  return months === 0 ? '' : `, in about ${count(months, 'month')}`;
}

function reasonLine(charter: Charter, reason: CheapestPath['reasons'][number]): string {
  if (reason.kind === 'nothing-applicable') return 'No criterion applies.';
  return reason.kind === 'pin' || reason.kind === 'indicator'
    ? `${criterionName(charter, reason.criterion)} stands in the way (${reason.kind})`
    : reasonText(charter, reason);
}

function needsLine(charter: Charter, step: Step): string {
  const needs = stepNeeds(charter, step);
  return needs === '' ? '' : `; ${needs}`;
}

function sectionTitle(charter: Charter, id: string): string {
  return charter.sections.find((section) => section.id === id)?.title ?? id;
}
