// Points, section scores and the overall score of an assessment, in exact whole numbers.
// Source: scoring.md, Terms and Points. Whether a level is met is decided in level.ts.
import { type Answer, type AnswerSet, givesReason } from './answer.ts';
import {
  allCriteria,
  charterName,
  highestRating,
  isRating,
  type Charter,
  type Criterion,
} from '#app/domain/charter/charter.ts';
import { type Known, levelReached, scoreLevels } from './level.ts';
import type { CriterionScore, Scorecard } from './scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';
import { factsAgainst } from './applying.ts';
import { evidenceCaps, indicatorCaps, supportedRating } from './supported-rating.ts';

/**
 * The scorecard of an assessment under its charter. Answers to criteria that the charter does not
 * have are ignored; a claim that is no rating of the scale counts as unanswered.
 */
export function scoreAssessment(charter: Charter, answerSet: AnswerSet): Scorecard {
  const criteria = allCriteria(charter).map((criterion) =>
    scoreCriterion(charter, criterion, answerSet),
  );
  return totalUp(charter, criteria, answerSet);
}

/** The scorecard that follows from the scores of all criteria, given in the charter's order. */
export function totalUp(
  charter: Charter,
  criteria: readonly CriterionScore[],
  known: Known,
): Scorecard {
  const applicable = criteria.filter((criterion) => criterion.applicable);
  const unanswered = applicable.filter((criterion) => !criterion.answered);
  const totals = {
    charter: charterName(charter),
    answered: applicable.length - unanswered.length,
    applicable: applicable.length,
    unanswered: unanswered.map((criterion) => criterion.id),
    overall: scoreOf(applicable),
    sections: charter.sections.map(({ id }) => ({
      id,
      score: scoreOf(applicable.filter((criterion) => criterion.section === id)),
    })),
    criteria,
  };
  const levels = scoreLevels(charter, totals, known);
  return { ...totals, levels, level: levelReached(levels) };
}

/**
 * True when the answer says 'not applicable' where the criterion allows it, with a justification unless it
 * needs none.
 */
function isNotApplicable(criterion: Criterion, answer: Answer | undefined): boolean {
  const justification = answer?.notApplicable ?? null;
  if (criterion.notApplicable === null || justification === null) return false;
  return criterion.notApplicableReason === 'none' || givesReason(justification);
}

/** The claimed rating that counts; null = unanswered, also where 'not applicable' does not hold. */
function claimedRating(charter: Charter, answer: Answer | undefined): number | null {
  if (answer === undefined || answer.claimed === null || answer.notApplicable !== null) return null;
  return isRating(charter, answer.claimed) ? answer.claimed : null;
}

function scoreCriterion(
  charter: Charter,
  criterion: Criterion,
  answerSet: AnswerSet,
): CriterionScore {
  const answer = answerSet.answers.get(criterion.id);
  const ruledOutBy = factsAgainst(criterion, answerSet.facts);
  const applicable = ruledOutBy === null && !isNotApplicable(criterion, answer);
  const claimed = ruledOutBy === null ? claimedRating(charter, answer) : null;
  const evidence = answer?.evidence ?? [];
  const { rating, reasons } = supportedRating(claimed ?? 0, [
    ...evidenceCaps(criterion, evidence),
    ...indicatorCaps(criterion, charter, { figures: answerSet, evidence }),
  ]);
  return {
    id: criterion.id,
    section: criterion.section,
    weight: criterion.weight,
    applicable,
    ...(ruledOutBy === null ? {} : { ruledOutBy }),
    answered: claimed !== null,
    claimed,
    supported: rating,
    reasons,
    points: criterion.weight * rating,
    available: applicable ? criterion.weight * highestRating(charter) : 0,
  };
}

/** Points out of available points; null where nothing is applicable. */
function scoreOf(applicable: readonly CriterionScore[]): Score | null {
  if (applicable.length === 0) return null;
  return {
    points: applicable.reduce((sum, { points }) => sum + points, 0),
    available: applicable.reduce((sum, { available }) => sum + available, 0),
  };
}
