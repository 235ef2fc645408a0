// What an indicator rule asks: of one indicator, or one of several things under `or`.
import type { IndicatorCheck, IndicatorRule } from './schema.ts';

/** The checks of which one has to hold; more than one only under `or`. */
export function checksOf(rule: IndicatorRule): readonly IndicatorCheck[] {
  if (rule.or !== undefined) return rule.or;
  const { indicator, from: _, or: __, alternative: ___, ...bounds } = rule;
  return indicator === undefined ? [] : [{ indicator, ...bounds }];
}

/** Every indicator that the rule reads, once; what a trend is compared with included. */
export function indicatorsOf(rule: IndicatorRule): readonly string[] {
  const read = checksOf(rule).flatMap(({ indicator, atLeastShareOf }) => [
    indicator,
    ...(atLeastShareOf === undefined ? [] : [atLeastShareOf]),
  ]);
  return [...new Set(read)];
}
