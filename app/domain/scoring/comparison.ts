// Two trends beside each other at their end: is the share of the one at least that of the other?
// Source: scoring.md, What charter format 2 adds, Indicators (`atLeastShareOf`).
import {
  type Comparison,
  type Count,
  type Figures,
  isCount,
  type MissingReason,
} from './answer.ts';
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import { checksOf } from '#app/domain/charter/rule-checks.ts';

type Pair = readonly [trend: string, other: string];

/** The name under which a comparison is kept. */
export function comparisonKey(trend: string, other: string): string {
  return `${trend} ${other}`;
}

/** Every pair of trends that a rule of the charter compares, once. */
export function comparisonsAsked(charter: Pick<Charter, 'sections'>): readonly Pair[] {
  const pairs = allCriteria(charter).flatMap(({ indicatorRules }) =>
    indicatorRules
      .flatMap(checksOf)
      .flatMap(({ indicator, atLeastShareOf }): readonly Pair[] =>
        atLeastShareOf === undefined ? [] : [[indicator, atLeastShareOf]],
      ),
  );
  return [...new Map(pairs.map((pair) => [comparisonKey(...pair), pair])).values()];
}

/** What the counts at the end say; where they are not held, what is kept of them. */
export function comparisonOf(
  { indicators }: Pick<Charter, 'indicators'>,
  { indicators: held, comparisons }: Figures,
  [trend, other]: Pair,
): Comparison {
  const kept = comparisons?.get(comparisonKey(trend, other));
  if (kept !== undefined) return kept;
  const ends = [trend, other].map((id) => {
    const figure = held.get(id);
    const end = figure === undefined || 'kind' in figure ? undefined : figure.second;
    const count = end !== undefined && isCount(end) ? end : undefined;
    const minimum = indicators.find((each) => each.id === id)?.minimumDenominator ?? 1;
    return { count, minimum };
  });
  const why = missingWhy(ends);
  if (why !== null) return { kind: 'missing', why };
  const [one, another] = ends.map(({ count }) => count ?? { numerator: 0, denominator: 0 });
  return { kind: 'shares', atLeast: isAtLeast(one, another) };
}

type End = { readonly count: Count | undefined; readonly minimum: number };

/** The first reason that holds, in the order of scoring.md. */
function missingWhy(ends: readonly End[]): MissingReason | null {
  const counts = ends.flatMap(({ count }) => count ?? []);
  if (counts.length < ends.length) return 'no-counts';
  if (counts.some(({ denominator }) => denominator === 0)) return 'zero-denominator';
  if (ends.some(({ count, minimum }) => (count?.denominator ?? 0) < minimum)) return 'too-few';
  return counts.every(({ numerator }) => numerator === 0) ? 'no-outcome' : null;
}

function isAtLeast(one: Count | undefined, other: Count | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    BigInt(one.numerator) * BigInt(other.denominator) >=
    BigInt(other.numerator) * BigInt(one.denominator)
  );
}
