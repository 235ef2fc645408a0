// What comes before any way to a level: answering what is unanswered, which is no zero to a reader, and
// supporting what is claimed already. Source: scoring.md, Cheapest way to a level.
import type { AnswerSet } from './answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { type EvidenceNeeded, evidenceNeeded } from './evidence-needed.ts';
import { scoreAssessment, totalUp } from './score.ts';
import type { Cap, CriterionScore, Scorecard } from './scorecard.ts';

/** What would let a claim count as far as it can: evidence to attach and counts to enter. */
export type Lift = {
  readonly criterion: string;
  /** The supported rating that this gives, where the counts show what is asked. */
  readonly to: number;
  /** Items of evidence that are missing; 0 = none. */
  readonly evidence: number;
  /** How many of them have to be of a kind. */
  readonly kinds?: EvidenceNeeded['kinds'];
  /** Ids of indicators without a figure. */
  readonly indicators: readonly string[];
};

export type FirstMoves = {
  /** Ids of applicable criteria without an answer, in the charter's order. */
  readonly unanswered: readonly string[];
  /** Every claim that support would lift, in the charter's order. */
  readonly lifts: readonly Lift[];
  /**
   * Lifts that give the highest level that claims can give, of which none can be spared; null where all of
   * them together give no higher level than there is.
   */
  readonly enough: { readonly level: string; readonly lifts: readonly Lift[] } | null;
};

/** What to do before raising any rating. A figure that is outside its rule is not lifted. */
export function firstMoves(charter: Charter, answerSet: AnswerSet): FirstMoves {
  const scorecard = scoreAssessment(charter, answerSet);
  const lifts = scorecard.criteria.flatMap((score) => liftOf(score) ?? []);
  return {
    unanswered: scorecard.unanswered,
    lifts,
    enough: enoughOf({ charter, answerSet, scorecard }, lifts),
  };
}

function liftOf({ id, claimed, supported, reasons, applicable }: CriterionScore): Lift | null {
  if (!applicable || claimed === null) return null;
  const outside = reasons.filter((cap) => cap.kind === 'indicator' && cap.state === 'outside');
  const to = Math.min(claimed, ...outside.map(({ from }) => from - 1));
  if (to <= supported) return null;
  const wanted = reasons.filter(({ from }) => from <= to);
  const { items, ...kinds } = evidenceNeeded(wanted);
  return { criterion: id, to, evidence: items, ...kinds, indicators: missingIn(wanted) };
}

function missingIn(caps: readonly Cap[]): readonly string[] {
  return [
    ...new Set(
      caps.flatMap((cap) => (cap.kind === 'indicator' ? (cap.enter ?? cap.indicator) : [])),
    ),
  ];
}

/** Spares what asks for most first, then what stands last, as long as the level stays. */
function enoughOf(scored: Scored, lifts: readonly Lift[]): FirstMoves['enough'] {
  const { scorecard } = scored;
  const levelWith = (lifted: ReadonlySet<Lift>) => liftedCard(scored, lifted).level;
  const level = levelWith(new Set(lifts));
  if (level === null || level === scorecard.level) return null;
  const kept = new Set(lifts);
  const asks = ({ evidence, indicators }: Lift) => evidence + indicators.length;
  for (const lift of lifts.toReversed().toSorted((one, other) => asks(other) - asks(one))) {
    kept.delete(lift);
    if (levelWith(kept) !== level) kept.add(lift);
  }
  return { level, lifts: lifts.filter((lift) => kept.has(lift)) };
}

type Scored = {
  readonly charter: Charter;
  readonly answerSet: AnswerSet;
  readonly scorecard: Scorecard;
};

function liftedCard(
  { charter, answerSet, scorecard }: Scored,
  lifted: ReadonlySet<Lift>,
): Scorecard {
  const reached = new Map([...lifted].map(({ criterion, to }) => [criterion, to]));
  const criteria = scorecard.criteria.map((score): CriterionScore => {
    const supported = reached.get(score.id) ?? score.supported;
    return { ...score, supported, points: score.weight * supported };
  });
  return totalUp(charter, criteria, answerSet);
}
