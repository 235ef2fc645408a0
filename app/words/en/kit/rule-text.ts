// The words for rules of evidence and of indicators: what they ask, and why a claim counts only in part.
import type { MissingReason } from '#app/domain/scoring/answer.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { EvidenceRule, Indicator, IndicatorRule } from '#app/domain/charter/schema.ts';
import { checksOf } from '#app/domain/charter/rule-checks.ts';
import { capCheckOf } from '#app/domain/scoring/supported-rating.ts';
import type { Cap, CapCheck } from '#app/domain/scoring/scorecard.ts';
import { atLeast, count, firstOnlyText, listText, missingText, ratioText } from './wording.ts';

type Named = Pick<Charter, 'indicators' | 'kinds'>;

/** Why a claim counts only in part, as one sentence. */
export function capText(charter: Charter, cap: Cap): string {
  if (cap.kind === 'evidence') return evidenceCapText(charter, cap);
  const indicator = charter.indicators.find(({ id }) => id === cap.indicator);
  return `Ratings of ${cap.from} and above need ${askedText(charter, cap.or ?? [cap])}. ${whyText(cap, indicator)}`;
}

function evidenceCapText(charter: Named, cap: Extract<Cap, { kind: 'evidence' }>): string {
  const { from, minimum, has, evidenceKind, insteadOf } = cap;
  const counted = has === 0 ? 'none counts yet' : `${has} ${has === 1 ? 'counts' : 'count'}`;
  const kind =
    evidenceKind === undefined ? '' : ` of the kind ‘${kindLabel(charter, evidenceKind)}’`;
  if (insteadOf === undefined) {
    return `Ratings of ${from} and above need ${atLeast(minimum)} of evidence${kind}: ${counted}.`;
  }
  const indicator = charter.indicators.find(({ id }) => id === insteadOf.indicator);
  return `${missingText(insteadOf.why, indicator)} In place of ‘${indicator?.title ?? insteadOf.indicator}’, ratings of ${from} and above need ${atLeast(minimum)} of evidence${kind}: ${counted}.`;
}

function whyText(
  { state, why }: Extract<Cap, { kind: 'indicator' }>,
  indicator: Indicator | undefined,
): string {
  if (why === 'first-only') return firstOnlyText(indicator);
  if (state === 'outside') return 'The workforce data do not show this.';
  return why === undefined
    ? 'The counts are missing or too small to use.'
    : missingText(why, indicator);
}

/** What has to hold, each with its indicator: '‘Reach’ to be at least 0.80, or ‘Senior posts’ to rise'. */
function askedText(charter: Named, checks: readonly CapCheck[]): string {
  return checks
    .map((check) => `‘${titleOf(charter, check.indicator)}’ ${checkText(charter, check)}`)
    .join(', or ');
}

/** What a rule asks, in a sentence whose subject is its one indicator: 'need it to rise'. */
export function ruleText(charter: Named, rule: IndicatorRule): string {
  const checks = checksOf(rule).map(capCheckOf);
  const [only, ...others] = checks;
  const asked =
    only === undefined || others.length > 0
      ? askedText(charter, checks)
      : `it ${checkText(charter, only)}`;
  return `Ratings of ${rule.from} and above need ${asked}.${alternativeText(charter, rule)}`;
}

/** What is asked of one indicator: 'to be at least 0.80'. */
function checkText(charter: Named, check: CapCheck): string {
  const { min, max, rises, numeratorNotLower, atLeastShareOf } = check;
  const parts = [
    ...(min === null ? [] : [`to be at least ${ratioText(min)}`]),
    ...(max === null ? [] : [`to be at most ${ratioText(max)}`]),
    ...(rises ? ['to rise'] : []),
    ...(numeratorNotLower === true ? ['to count no fewer people at the end'] : []),
    ...(atLeastShareOf === undefined
      ? []
      : [`to be at least ‘${titleOf(charter, atLeastShareOf)}’ at the end`]),
  ];
  return parts.join(' and ');
}

const MISSING_FOR: Readonly<Record<Exclude<MissingReason, 'no-counts'>, string>> = {
  'zero-denominator': 'a group has nobody in it',
  'too-few': 'a group is too small',
  'no-outcome': 'nobody in either group is counted',
};

function alternativeText(charter: Named, { alternative }: IndicatorRule): string {
  if (alternative === undefined) return '';
  const { minimum, kind } = alternative.evidence;
  const when = alternative.when.map((reason) => MISSING_FOR[reason]).join(' or ');
  return ` Where ${when}, ${atLeast(minimum)} of evidence of the kind ‘${kindLabel(charter, kind)}’ may stand in for the figure.`;
}

/** 'Ratings of 2 and above: at least 1 item', with its kind where the rule names one. */
export function evidenceRuleText(charter: Named, { from, minimum, kind }: EvidenceRule): string {
  const named = kind === undefined ? '' : ` of the kind ‘${kindLabel(charter, kind)}’`;
  return `Ratings of ${from} and above: at least ${count(minimum, 'item')}${named}`;
}

type OfKind = { readonly kind: string; readonly items: number };

/** ', 1 of the kind ‘Testimony’ and 1 of the kind ‘Figure’'; nothing where no kind is asked for. */
export function kindsText(charter: Named, kinds: readonly OfKind[]): string {
  const asked = kinds.filter(({ items }) => items > 0);
  if (asked.length === 0) return '';
  return `, ${listText(asked.map(({ kind, items }) => `${items} of the kind ‘${kindLabel(charter, kind)}’`))}`;
}

/** The label of a kind of evidence; its id where the charter does not know it. */
export function kindLabel({ kinds }: Pick<Charter, 'kinds'>, id: string): string {
  return kinds.find((kind) => kind.id === id)?.label ?? id;
}

function titleOf({ indicators }: Named, id: string): string {
  return indicators.find((indicator) => indicator.id === id)?.title ?? id;
}
