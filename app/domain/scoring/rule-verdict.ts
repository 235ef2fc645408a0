// Whether an indicator rule holds: met when one of its checks is, else missing where one of them is, else
// outside. Source: scoring.md, Indicator rules, and What charter format 2 adds, Indicators.
import type { Figures, IndicatorState, MissingReason } from './answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Alternative, IndicatorCheck, IndicatorRule } from '#app/domain/charter/schema.ts';
import { comparisonOf } from './comparison.ts';
import { indicatorState, satisfies } from './indicator.ts';
import { checksOf } from '#app/domain/charter/rule-checks.ts';

type Outside = {
  readonly kind: 'outside';
  readonly check: IndicatorCheck;
  readonly why: 'first-only' | null;
};

type Missing = {
  readonly kind: 'missing';
  /** The check whose reason comes first, and that reason. */
  readonly check: IndicatorCheck;
  readonly why: MissingReason;
  /** The indicator whose counts are not entered, where it is not that of the check. */
  readonly enter?: string;
  /** The reasons of every check without a figure. */
  readonly reasons: readonly MissingReason[];
};

export type Unmet = Outside | Missing;
type Verdict = { readonly kind: 'met' } | Unmet;

const ORDER: readonly MissingReason[] = ['no-counts', 'zero-denominator', 'too-few', 'no-outcome'];

/** What the figures say of a rule. */
export function ruleVerdict(
  charter: Pick<Charter, 'indicators'>,
  rule: IndicatorRule,
  figures: Figures,
): Verdict {
  const verdicts = checksOf(rule).map((check) => checkVerdict(charter, check, figures));
  const unmet = verdicts.filter((verdict) => verdict.kind !== 'met');
  if (unmet.length < verdicts.length) return { kind: 'met' };
  const missing = unmet
    .filter((verdict) => verdict.kind === 'missing')
    .toSorted((one, other) => ORDER.indexOf(one.why) - ORDER.indexOf(other.why));
  const [first] = missing;
  if (first !== undefined) return { ...first, reasons: missing.map(({ why }) => why) };
  return unmet.find((verdict) => verdict.kind === 'outside') ?? { kind: 'met' };
}

/** Whether evidence may stand in: every check without a figure lacks it for a reason that is named. */
export function standsIn({ when }: Alternative, { reasons }: Missing): boolean {
  const named: readonly MissingReason[] = when;
  return reasons.every((why) => named.includes(why));
}

function checkVerdict(
  charter: Pick<Charter, 'indicators'>,
  check: IndicatorCheck,
  figures: Figures,
): Verdict {
  if (check.atLeastShareOf !== undefined) {
    const pair = [check.indicator, check.atLeastShareOf] as const;
    const compared = comparisonOf(charter, figures, pair);
    if (compared.kind === 'missing') {
      const missing = missingFor(check, compared.why);
      const other = compared.why === 'no-counts' && figures.indicators.has(check.indicator);
      return other ? { ...missing, enter: check.atLeastShareOf } : missing;
    }
    return compared.atLeast ? { kind: 'met' } : { kind: 'outside', check, why: null };
  }
  const indicator = charter.indicators.find(({ id }) => id === check.indicator);
  if (indicator === undefined) return missingFor(check, 'no-counts');
  return stateVerdict(check, indicatorState(indicator, figures.indicators.get(indicator.id)));
}

function stateVerdict(check: IndicatorCheck, state: IndicatorState): Verdict {
  if (satisfies(state, check)) return { kind: 'met' };
  if (state.kind === 'missing') return missingFor(check, state.why);
  return { kind: 'outside', check, why: state.kind === 'first-only' ? 'first-only' : null };
}

function missingFor(check: IndicatorCheck, why: MissingReason): Missing {
  return { kind: 'missing', check, why, reasons: [why] };
}
