// Workforce indicators in documents: a ratio and a verdict, never a count of people, because small
// counts could tell who is meant. A trend shows its direction only.
import type { IndicatorCounts } from '#app/domain/assessment/answer.ts';
import type { Criterion } from '#app/domain/charter/charter.ts';
import type { Indicator, IndicatorRule } from '#app/domain/charter/schema.ts';
import type { Block, Fact } from './model.ts';
import type { ReportInput } from './report-input.ts';
import { indicatorRule } from './wording.ts';

/** A heading and one line per indicator rule of the criterion; nothing where it has none. */
export function indicatorBlocks(input: ReportInput, criterion: Criterion): readonly Block[] {
  const facts = criterion.indicatorRules.flatMap((rule) => ruleFacts(input, rule));
  if (facts.length === 0) return [];
  return [
    { kind: 'heading', level: 4, text: 'Workforce indicators' },
    { kind: 'details', facts },
  ];
}

function ruleFacts({ charter, answers }: ReportInput, rule: IndicatorRule): readonly Fact[] {
  const indicator = charter.indicators.find(({ id }) => id === rule.indicator);
  if (indicator === undefined) return [];
  const counts = answers.indicators.get(rule.indicator);
  const asked = indicatorRule({
    min: rule.min ?? null,
    max: rule.max ?? null,
    rises: rule.rises !== undefined,
  });
  return [
    { label: 'Indicator', value: indicator.title },
    { label: 'Asked', value: `Ratings of ${rule.from} and above need it ${asked}.` },
    { label: 'Result', value: resultText(indicator, rule, counts) },
  ];
}

function resultText(
  indicator: Indicator,
  rule: IndicatorRule,
  counts: IndicatorCounts | undefined,
): string {
  const missing = 'The counts are missing or too small to use.';
  if (counts === undefined) return missing;
  const { first, second } = counts;
  const least = Math.max(1, indicator.minimumDenominator);
  if (first.denominator < least || second.denominator < least) return missing;
  // Cross-multiplied, so that the comparison is exact.
  const a = first.numerator * second.denominator;
  const b = second.numerator * first.denominator;
  if (indicator.kind === 'trend') {
    return b > a ? 'It rose. The rule is met.' : 'It did not rise. The rule is not met.';
  }
  if (b === 0) return missing;
  const met = within(a, b, rule);
  return `${ratioOf(a, b)}. The rule is ${met ? 'met' : 'not met'}.`;
}

function within(a: number, b: number, { min, max }: IndicatorRule): boolean {
  const enough = min === undefined || a * min.denominator >= min.numerator * b;
  const notTooMuch = max === undefined || a * max.denominator <= max.numerator * b;
  return enough && notTooMuch;
}

/** Two decimals, rounded down as every figure in a document is. */
function ratioOf(a: number, b: number): string {
  const hundredths = Math.floor((a * 100) / b);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
