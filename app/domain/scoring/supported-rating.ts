// How far a claim counts: evidence rules and indicator rules each cap it, the lowest cap holds and
// every reason is reported. Source: scoring.md, Terms and Indicator rules.
import type { EvidenceItem, Figures } from './answer.ts';
import { countEvidence } from './counting-evidence.ts';
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import type { IndicatorCheck, IndicatorRule } from '#app/domain/charter/schema.ts';
import { ruleVerdict, standsIn, type Unmet } from './rule-verdict.ts';
import type { Cap, CapCheck } from './scorecard.ts';

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
  return criterion.evidenceRules.flatMap(({ from, minimum, kind }): readonly EvidenceCap[] => {
    const has = countEvidence(kind === undefined ? evidence : ofKind(evidence, kind));
    if (has >= minimum) return [];
    const asked = kind === undefined ? {} : { evidenceKind: kind };
    return [{ kind: 'evidence', from, minimum, has, ...asked }];
  });
}

/**
 * The indicator rules that the figures do not meet, whatever is claimed. Where evidence may stand in for a
 * figure that is missing, and there is not enough of it, the cap is one of evidence.
 */
export function indicatorCaps(
  criterion: Criterion,
  charter: Pick<Charter, 'indicators'>,
  { figures, evidence }: { figures: Figures; evidence: readonly EvidenceItem[] },
): readonly Cap[] {
  return criterion.indicatorRules.flatMap((rule): readonly Cap[] => {
    const verdict = ruleVerdict(charter, rule, figures);
    switch (verdict.kind) {
      case 'met':
        return [];
      case 'outside':
        return [indicatorCap(rule, verdict)];
      case 'missing': {
        const { alternative } = rule;
        if (alternative === undefined || !standsIn(alternative, verdict)) {
          return [indicatorCap(rule, verdict)];
        }
        const { minimum, kind } = alternative.evidence;
        const has = countEvidence(ofKind(evidence, kind));
        if (has >= minimum) return [];
        const insteadOf = { indicator: verdict.check.indicator, why: verdict.why };
        return [{ kind: 'evidence', from: rule.from, minimum, has, evidenceKind: kind, insteadOf }];
      }
      default:
        return verdict satisfies never;
    }
  });
}

function ofKind(items: readonly EvidenceItem[], kind: string): readonly EvidenceItem[] {
  return items.filter((item) => item.kind === kind);
}

function indicatorCap(rule: IndicatorRule, verdict: Unmet): IndicatorCap {
  const why = verdict.why === null ? {} : { why: verdict.why };
  const { indicator, min, max, rises, ...added } = capCheckOf(verdict.check);
  return {
    kind: 'indicator',
    indicator,
    from: rule.from,
    state: verdict.kind,
    ...why,
    min,
    max,
    rises,
    ...added,
    ...(verdict.kind === 'missing' && verdict.enter !== undefined ? { enter: verdict.enter } : {}),
    ...(rule.or === undefined ? {} : { or: rule.or.map(capCheckOf) }),
  };
}

/** A check as a cap names it. */
export function capCheckOf(check: IndicatorCheck): CapCheck {
  const { atLeastShareOf } = check;
  return {
    indicator: check.indicator,
    min: check.min ?? null,
    max: check.max ?? null,
    rises: check.rises === 'true',
    ...(check.numeratorNotLower === 'true' ? { numeratorNotLower: true } : {}),
    ...(atLeastShareOf === undefined ? {} : { atLeastShareOf }),
  };
}
