// What the counts of a workforce indicator say: an exact ratio, a trend, or that they are missing;
// and whether a criterion's rule on it holds. Source: scoring.md, Indicator rules.
import type {
  AnswerSet,
  Count,
  Figure,
  Fraction,
  IndicatorCounts,
  IndicatorState,
  ShownAnswers,
} from './answer.ts';
import { isCount } from './answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Indicator, IndicatorRule } from '#app/domain/charter/schema.ts';
import type { Ratio } from '#app/domain/charter/values.ts';
import { decimalText } from '#app/domain/charter/percent.ts';
import { comparisonKey, comparisonOf, comparisonsAsked } from './comparison.ts';

/** What is known of an indicator; no suppression, which concerns what is shown and to whom. */
export function indicatorState(indicator: Indicator, figure: Figure | undefined): IndicatorState {
  if (figure !== undefined && 'kind' in figure) return figure;
  return stateOfCounts(indicator, figure);
}

/** The answers with what the counts say under this charter in their place. */
export function withoutCounts(
  charter: Pick<Charter, 'indicators' | 'sections'>,
  answerSet: AnswerSet,
): ShownAnswers {
  const { answers, indicators: counted, facts, held } = answerSet;
  const states = charter.indicators
    .filter(({ id }) => counted.has(id))
    .map(
      (indicator) => [indicator.id, indicatorState(indicator, counted.get(indicator.id))] as const,
    );
  const comparisons = comparisonsAsked(charter).map(
    (pair) => [comparisonKey(...pair), comparisonOf(charter, answerSet, pair)] as const,
  );
  return {
    answers,
    indicators: new Map(states),
    ...(comparisons.length === 0 ? {} : { comparisons: new Map(comparisons) }),
    ...(facts === undefined ? {} : { facts }),
    ...(held === undefined ? {} : { held }),
  };
}

function stateOfCounts(indicator: Indicator, counts: IndicatorCounts | undefined): IndicatorState {
  if (counts === undefined || ![counts.first, counts.second].every(isCount)) {
    return { kind: 'missing', why: 'no-counts' };
  }
  const { first, second } = counts;
  const smallest = Math.min(first.denominator, second.denominator);
  if (smallest === 0) return { kind: 'missing', why: 'zero-denominator' };
  if (smallest < indicator.minimumDenominator) return { kind: 'missing', why: 'too-few' };
  if (indicator.kind === 'trend') {
    const numeratorNotLower = second.numerator >= first.numerator;
    return { kind: 'trend', rises: isHigher(second, first), numeratorNotLower };
  }
  if (second.numerator === 0) {
    return first.numerator === 0 ? { kind: 'missing', why: 'no-outcome' } : { kind: 'first-only' };
  }
  const value = {
    numerator: BigInt(first.numerator) * BigInt(second.denominator),
    denominator: BigInt(first.denominator) * BigInt(second.numerator),
  };
  return { kind: 'ratio', value };
}

/**
 * True when the state meets the check: a ratio within its bounds, or a trend that rises. Where only the first
 * group had the outcome every `min` holds and every `max` fails, as `a·d ≥ m·b·c` says with `c = 0`.
 */
export function satisfies(state: IndicatorState, check: Bounds): boolean {
  switch (state.kind) {
    case 'missing':
      return false;
    case 'trend':
      return state.rises && (check.numeratorNotLower === undefined || state.numeratorNotLower);
    case 'first-only':
      return check.max === undefined;
    case 'ratio':
      return (
        (check.min === undefined || compare(state.value, check.min) >= 0) &&
        (check.max === undefined || compare(state.value, check.max) <= 0)
      );
    default:
      return state satisfies never;
  }
}

type Bounds = Partial<IndicatorRule>;

/** A ratio as decimal text, rounded down: 799/1000 is "0.79". */
export function ratioText(value: Fraction, decimals = 2): string {
  return decimalText((value.numerator * 10n ** BigInt(decimals)) / value.denominator, decimals);
}

/** Strictly: two equal shares are no rise. */
function isHigher(later: Count, earlier: Count): boolean {
  return (
    BigInt(later.numerator) * BigInt(earlier.denominator) >
    BigInt(earlier.numerator) * BigInt(later.denominator)
  );
}

/** Below zero when the value is less than the bound, zero when equal, else above zero. */
function compare(value: Fraction, bound: Ratio): number {
  const left = value.numerator * BigInt(bound.denominator);
  const right = BigInt(bound.numerator) * value.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
