// How far a claim counts: evidence rules and indicator rules each cap it, the lowest cap holds and
// every reason is reported. Source: scoring.md, Terms and Indicator rules.
import type { AnswerSet, EvidenceItem, MissingReason } from './answer.ts';
import { countEvidence } from './counting-evidence.ts';
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import type { IndicatorRule } from '#app/domain/charter/schema.ts';
import { indicatorState, satisfies } from './indicator.ts';
import type { Cap } from './scorecard.ts';

export type EvidenceCap = Extract<Cap, { kind: 'evidence' }>;
export type IndicatorCap = Extract<Cap, { kind: 'indicator' }>;

export type SupportedRating = {
  /** 0 to the claimed rating. */
  readonly rating: number;
  /** Every cap below the claim: evidence rules first, then indicator rules, as the charter lists them. */
  readonly reasons: readonly Cap[];
};

/** The highest rating up to the claim that no cap rules out, and every cap that lowers the claim. */
export function supportedRating(claimed: number, caps: readonly Cap[]): SupportedRating {
  const reasons = caps.filter((cap) => cap.from <= claimed);
  return { rating: Math.min(claimed, ...reasons.map((cap) => cap.from - 1)), reasons };
}

/** The evidence rules that these items do not meet, whatever is claimed. */
export function evidenceCaps(
  criterion: Criterion,
  evidence: readonly EvidenceItem[],
): readonly EvidenceCap[] {
  const has = countEvidence(evidence);
  return criterion.evidenceRules
    .filter((rule) => has < rule.minimum)
    .map((rule) => ({ kind: 'evidence', from: rule.from, minimum: rule.minimum, has }));
}

/** The indicator rules that the counts do not meet, whatever is claimed. */
export function indicatorCaps(
  criterion: Criterion,
  charter: Pick<Charter, 'indicators'>,
  counts: AnswerSet['indicators'],
): readonly IndicatorCap[] {
  return criterion.indicatorRules.flatMap((rule) => {
    const indicator = charter.indicators.find(({ id }) => id === rule.indicator);
    if (indicator === undefined) return [indicatorCap(rule, 'no-counts')];
    const state = indicatorState(indicator, counts.get(indicator.id));
    if (satisfies(state, rule)) return [];
    if (state.kind === 'missing') return [indicatorCap(rule, state.why)];
    return [indicatorCap(rule, state.kind === 'first-only' ? 'first-only' : null)];
  });
}

function indicatorCap(rule: IndicatorRule, why: MissingReason | 'first-only' | null): IndicatorCap {
  return {
    kind: 'indicator',
    indicator: rule.indicator,
    from: rule.from,
    state: why === null || why === 'first-only' ? 'outside' : 'missing',
    ...(why === null ? {} : { why }),
    min: rule.min ?? null,
    max: rule.max ?? null,
    rises: rule.rises === 'true',
  };
}
