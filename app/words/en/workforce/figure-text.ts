// The figure of an indicator in words.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Indicator, IndicatorCheck, IndicatorRule } from '#app/domain/charter/schema.ts';
import type { IndicatorState, ShownAnswers } from '#app/domain/scoring/answer.ts';
import { comparisonOf } from '#app/domain/scoring/comparison.ts';
import { checksOf } from '#app/domain/charter/rule-checks.ts';
import { ruleVerdict } from '#app/domain/scoring/rule-verdict.ts';
import { indicatorState, ratioText } from '#app/domain/scoring/indicator.ts';
import { firstOnlyText, missingText } from '#words/kit/wording.ts';

/** What the counts of an indicator say, in one sentence; no count of people in it. */
export function figureText(indicator: Indicator, held: IndicatorState | undefined): string {
  const state = indicatorState(indicator, held);
  switch (state.kind) {
    case 'missing':
      return missingText(state.why, indicator);
    case 'first-only':
      return firstOnlyText(indicator);
    case 'trend':
      return state.rises ? 'The share rose.' : 'The share did not rise.';
    case 'ratio':
      return `The relative likelihood is ${ratioText(state.value)}.`;
    default:
      return state satisfies never;
  }
}

/** What the figures of a rule say, and whether it is met. */
export function resultText(charter: Charter, rule: IndicatorRule, figures: ShownFigures): string {
  const said = checksOf(rule).map((check) => checkResult(charter, check, figures));
  const figure = [...new Set(said)].join(' ');
  const { kind } = ruleVerdict(charter, rule, figures);
  if (kind === 'missing') return figure;
  return `${figure} The rule is ${kind === 'met' ? 'met' : 'not met'}.`;
}

type ShownFigures = Pick<ShownAnswers, 'indicators' | 'comparisons'>;

function checkResult(charter: Charter, check: IndicatorCheck, figures: ShownFigures): string {
  const titled = (id: string) => charter.indicators.find((indicator) => indicator.id === id);
  const { indicator: id, atLeastShareOf } = check;
  const indicator = titled(id);
  if (indicator === undefined) return '';
  if (atLeastShareOf === undefined) return figureText(indicator, figures.indicators.get(id));
  const other = titled(atLeastShareOf)?.title ?? atLeastShareOf;
  const compared = comparisonOf(charter, figures, [id, atLeastShareOf]);
  if (compared.kind === 'missing') return missingText(compared.why, indicator);
  return `At the end the share is ${compared.atLeast ? 'at least' : 'lower than'} that of ‘${other}’.`;
}
