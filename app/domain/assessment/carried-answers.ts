// An assessment moved to another version of its charter, as a preview: which answers come along,
// which need another look, which stay behind. Source: scoring.md, Versions.
import type { Answer, AnswerSet, CountedAnswers } from '#app/domain/scoring/answer.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import type { Scorecard } from '#app/domain/scoring/scorecard.ts';
import type { Score } from '#app/domain/charter/percent.ts';
import {
  allCriteria,
  type Charter,
  findCriterion,
  highestRating,
} from '#app/domain/charter/charter.ts';
import { knownKind } from '#app/domain/evidence/evidence-kinds.ts';
import { fittingFacts } from '#app/domain/charter/facts.ts';
import { isNoneTicked, stayingTicks } from '#app/domain/charter/ticked.ts';
import type { CharterDiff, CriterionChange } from '#app/domain/charter/changes.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';

/** An answer under the criterion that it was given to. */
export type OldAnswer = { readonly criterion: string; readonly answer: Answer | null };

export type CarriedCriterion = {
  /** The id in the newer version. */
  readonly id: string;
  /**
   * carried = as it was; review = carried, to be looked at again; added = new, unanswered;
   * merged = several old answers are shown, none is carried; note = the organisation answers it, and what the
   * department wrote is its note.
   */
  readonly outcome: 'carried' | 'review' | 'added' | 'merged' | 'note';
  /** The answer in the newer version; null = unanswered. */
  readonly answer: Answer | null;
  /** How many ticks are gone, because their statements are not there word for word. */
  readonly ticksGone: number;
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
 * counts: the newer version may say something else of them. `held` are the years of awards by the newer version’s levels.
 */
export function carryOver(
  from: Charter,
  to: Charter,
  answerSet: CountedAnswers,
  held: AnswerSet['held'] = answerSet.held,
): CarryOver {
  const diff = diffCharters(from, to);
  const changes = new Map(diff.criteria.map((change) => [change.id, change]));
  const criteria = allCriteria(to).flatMap(({ id }) => {
    const change = changes.get(id);
    return change === undefined ? [] : [carriedCriterion(change, { diff, from, to, answerSet })];
  });
  const carried = {
    ...carriedAnswers(to, { diff, criteria }, answerSet),
    ...knownIn(to, answerSet.facts, held),
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
function knownIn(
  { facts: asked, levels }: Charter,
  facts: AnswerSet['facts'],
  held: AnswerSet['held'],
) {
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
  given: { diff: CharterDiff; from: Charter; to: Charter; answerSet: AnswerSet },
): CarriedCriterion {
  const { diff, to, answerSet } = given;
  const from = change.from.map((id) => oldAnswer(answerSet, id));
  const { id } = change;
  const none = { id, answer: null, ticksGone: 0, from, change };
  if (change.origin === 'added') return { ...none, outcome: 'added' };
  if (change.origin === 'merge') return { ...none, outcome: 'merged' };
  const old = from[0]?.answer ?? null;
  if (findCriterion(to, id)?.scope === 'organisation') {
    return { ...none, outcome: 'note', answer: noteOf(old) };
  }
  const answer =
    old === null ? null : inTicksOf(old, { ...given, id, was: from[0]?.criterion ?? id });
  const review = change.kind === 'changed' || diff.scale.kind === 'changed';
  const outcome = review ? 'review' : 'carried';
  const ticksGone = ticksIn(old) - ticksIn(answer);
  return { ...none, outcome, answer: onScale(answer, to), ticksGone };
}

type Renamed = {
  readonly from: Charter;
  readonly to: Charter;
  readonly id: string;
  readonly was: string;
};

/** The answer with the ticks whose statements are there word for word. */
function inTicksOf(answer: Answer, { from, to, id, was }: Renamed): Answer {
  const { statements, ...alone } = answer;
  const [old, criterion] = [findCriterion(from, was), findCriterion(to, id)];
  if (statements === undefined) return answer;
  if (old === undefined || criterion === undefined || !to.cumulative) return alone;
  const staying = stayingTicks(old, criterion, statements);
  // Where every tick goes nothing is said of the statements; none of them ticked stays so.
  const isGone = isNoneTicked(staying) && !isNoneTicked(statements);
  return isGone ? alone : { ...alone, statements: staying };
}

/** What a department wrote, where its organisation answers now; null = nothing. */
function noteOf(old: Answer | null): Answer | null {
  const note = old === null ? '' : (old.note ?? old.narrative);
  return note === ''
    ? null
    : { claimed: null, notApplicable: null, narrative: '', evidence: [], note };
}

function ticksIn(answer: Answer | null): number {
  return Object.values(answer?.statements ?? {}).flat().length;
}

/** The answer without its claim where the newer scale has no such rating. */
function onScale(answer: Answer | null, to: Charter): Answer | null {
  if (answer === null || answer.claimed === null || answer.claimed <= highestRating(to)) {
    return answer;
  }
  const { statements: _, ...rest } = answer;
  return { ...rest, claimed: null };
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

/** The answer as the newer version takes it: evidence is of a kind that it knows, or of none. */
function taken(answer: Answer, to: Charter): Answer {
  const evidence = answer.evidence.map(({ kind, ...item }) => {
    const known = knownKind(to, kind ?? null);
    return known === null ? item : { ...item, kind: known };
  });
  return { ...answer, evidence };
}

function oldAnswer({ answers }: AnswerSet, criterion: string): OldAnswer {
  return { criterion, answer: answers.get(criterion) ?? null };
}

function standing({ overall, level }: Scorecard): Standing {
  return { overall, level };
}
