// Workforce indicators in documents: a ratio and a verdict, never a count of people, because small
// counts could tell who is meant. A trend shows its direction only.
import { INDICATOR_FACTS } from '#words/workforce/indicator-words.ts';
import { LABEL } from '#words/kit/labels.ts';
import type { Criterion } from '#app/domain/charter/charter.ts';
import type { IndicatorRule } from '#app/domain/charter/schema.ts';
import { indicatorsOf } from '#app/domain/charter/rule-checks.ts';
import { resultText } from '#words/workforce/figure-text.ts';
import type { Block, Fact } from './model.ts';
import type { ReportInput } from './report-input.ts';
import { ruleText } from '#words/kit/rule-text.ts';

/** A heading and one line per indicator rule of the criterion; nothing where it has none. */
export function indicatorBlocks(input: ReportInput, criterion: Criterion): readonly Block[] {
  const facts = indicatorFacts(input, criterion);
  if (facts.length === 0) return [];
  return [
    { kind: 'heading', level: 4, text: INDICATOR_FACTS.workforceIndicators },
    { kind: 'details', facts },
  ];
}

type Given = Pick<ReportInput, 'charter' | 'answers'>;

/** For each indicator rule of the criterion: its title, what is asked, and ratio and verdict. */
export function indicatorFacts(given: Given, criterion: Criterion): readonly Fact[] {
  return criterion.indicatorRules.flatMap((rule) => ruleFacts(given, rule));
}

function ruleFacts({ charter, answers }: Given, rule: IndicatorRule): readonly Fact[] {
  const read = charter.indicators.filter(({ id }) => indicatorsOf(rule).includes(id));
  if (read.length === 0) return [];
  return [
    { label: INDICATOR_FACTS.indicator, value: read.map(({ title }) => title).join('; ') },
    { label: INDICATOR_FACTS.asked, value: ruleText(charter, rule) },
    { label: LABEL.result, value: resultText(charter, rule, answers) },
  ];
}
