// An assessment moved to another version of its charter, as a preview: which answers come along,
// which need another look, which stay behind. Source: scoring.md, Versions.
import type { Answer, AnswerSet, CountedAnswers } from '#app/domain/scoring/answer.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';
import { allCriteria, highestRating, type Charter } from '#app/domain/charter/charter.ts';
import { knownKind } from '#app/domain/evidence/evidence-kinds.ts';
import { fittingFacts } from '#app/domain/charter/facts.ts';
import type { CharterDiff, CriterionChange } from '#app/domain/charter/changes.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';

/** An answer under the criterion that it was given to. */
export type OldAnswer = { readonly criterion: string; readonly answer: Answer | null };

export type CarriedCriterion = {
  /** The id in the newer version. */
  readonly id: string;
  /**
   * carried = as it was; review = carried, to be looked at again; added = new, unanswered;
   * merged = several old answers are shown, none is carried.
   */
  readonly outcome: 'carried' | 'review' | 'added' | 'merged';
  /** The answer in the newer version; null = unanswered. */
  readonly answer: Answer | null;
  /** The old answers that it follows from, in the older version's order. */
  readonly from: readonly OldAnswer[];
  readonly change: CriterionChange;
};

export type Standing = { readonly overall: Score | null; readonly level: string | null };

export type CarryOver = {
  /** Everything that scoring reads under the newer version. */
  readonly answerSet: CountedAnswers;
  /** In the newer version's order. */
  readonly criteria: readonly CarriedCriterion[];
  /**
   * Answers kept and readable, out of the score; in the older version's order, then those that the
   * older version had no criterion for either.
   */
  readonly removed: readonly OldAnswer[];
  /** Indicators whose counts stay behind: removed, or of another kind now. */
  readonly countsLeft: readonly string[];
  readonly diff: CharterDiff;
  readonly before: Standing;
  readonly after: Standing;
};

/**
 * What moving this assessment from one version to another would give; nothing is lost by looking. It needs the
 * counts: the newer version may say something else of them.
 */
export function carryOver(from: Charter, to: Charter, answerSet: CountedAnswers): CarryOver {
  const diff = diffCharters(from, to);
  const changes = new Map(diff.criteria.map((change) => [change.id, change]));
  const criteria = allCriteria(to).flatMap(({ id }) => {
    const change = changes.get(id);
    return change === undefined ? [] : [carriedCriterion(change, { diff, to, answerSet })];
  });
  const carried = {
    ...carriedAnswers(to, { diff, criteria }, answerSet),
    ...knownIn(to, answerSet),
  };
  return {
    answerSet: carried,
    criteria,
    removed: [
      ...diff.criteria.filter(({ kind }) => kind === 'removed').map(({ id }) => id),
      ...removedBefore(from, answerSet),
    ].map((id) => oldAnswer(answerSet, id)),
    countsLeft: [...answerSet.indicators.keys()].filter((id) => !carried.indicators.has(id)),
    diff,
    before: standing(scoreAssessment(from, answerSet)),
    after: standing(scoreAssessment(to, carried)),
  };
}

/** The facts and the years of awards that the newer version asks for. */
function knownIn({ facts: asked, levels }: Charter, { facts, held }: AnswerSet) {
  const fitting = fittingFacts(asked, facts ?? new Map());
  const years = [...(held ?? [])].filter(([level]) => levels.some(({ id }) => id === level));
  return {
    ...(fitting.size === 0 ? {} : { facts: fitting }),
    ...(years.length === 0 ? {} : { held: new Map(years) }),
  };
}

/** Criteria with an answer that an earlier move had already left behind. */
function removedBefore(from: Charter, { answers }: AnswerSet): readonly string[] {
  const known = new Set(allCriteria(from).map(({ id }) => id));
  return [...answers.keys()].filter((id) => !known.has(id));
}

function carriedCriterion(
  change: CriterionChange,
  { diff, to, answerSet }: { diff: CharterDiff; to: Charter; answerSet: AnswerSet },
): CarriedCriterion {
  const from = change.from.map((id) => oldAnswer(answerSet, id));
  const answer = from[0]?.answer ?? null;
  const { id } = change;
  if (change.origin === 'added') return { id, outcome: 'added', answer: null, from, change };
  if (change.origin === 'merge') return { id, outcome: 'merged', answer: null, from, change };
  const review = change.kind === 'changed' || diff.scale.kind === 'changed';
  const outcome = review ? 'review' : 'carried';
  return { id, outcome, answer: onScale(answer, to), from, change };
}

/** The answer without its claim where the newer scale has no such rating. */
function onScale(answer: Answer | null, to: Charter): Answer | null {
  if (answer === null || answer.claimed === null || answer.claimed <= highestRating(to)) {
    return answer;
  }
  return { ...answer, claimed: null };
}

function carriedAnswers(
  to: Charter,
  { diff, criteria }: Pick<CarryOver, 'diff' | 'criteria'>,
  { indicators }: CountedAnswers,
): CountedAnswers {
  const answers = criteria.flatMap(({ id, answer }): [string, Answer][] =>
    answer === null ? [] : [[id, taken(answer, to)]],
  );
  const kept = new Set(
    diff.indicators
      .filter(({ kind }) => kind !== 'replaced' && kind !== 'removed')
      .map(({ id }) => id),
  );
  return {
    answers: new Map(answers),
    indicators: new Map([...indicators].filter(([id]) => kept.has(id))),
  };
}

/**
 * The answer as the newer version takes it: statements are to be ticked anew one by one (scoring.md, Statements), and
 * evidence is of a kind that it knows, or of none.
 */
function taken(answer: Answer, to: Charter): Answer {
  const { statements: _statements, ...carried } = answer;
  const evidence = answer.evidence.map(({ kind, ...item }) => {
    const known = knownKind(to, kind ?? null);
    return known === null ? item : { ...item, kind: known };
  });
  return { ...carried, evidence };
}

function oldAnswer({ answers }: AnswerSet, criterion: string): OldAnswer {
  return { criterion, answer: answers.get(criterion) ?? null };
}

function standing({ overall, level }: Scorecard): Standing {
  return { overall, level };
}
