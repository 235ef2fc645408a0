// The figure of an indicator in words.
import type { IndicatorState } from '#app/domain/scoring/answer.ts';
import type { Indicator, IndicatorRule } from '#app/domain/charter/schema.ts';
import { indicatorState, ratioText, satisfies } from '#app/domain/scoring/indicator.ts';
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

/** The same, with whether a rule of a criterion is met. */
export function resultText(
  indicator: Indicator,
  rule: IndicatorRule,
  held: IndicatorState | undefined,
): string {
  const figure = figureText(indicator, held);
  const state = indicatorState(indicator, held);
  if (state.kind === 'missing') return figure;
  return `${figure} The rule is ${satisfies(state, rule) ? 'met' : 'not met'}.`;
}
