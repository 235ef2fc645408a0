// The counts behind one workforce indicator: which four numbers are asked for, and what they say.
import { indicatorsOf } from '#app/domain/charter/rule-checks.ts';
import type { Indicator } from '#app/domain/charter/schema.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { seeCounts, type SeenCounts } from '#app/doors/see-counts.ts';
import type { Services } from '#app/services.server.ts';
import { figureText } from '#words/workforce/figure-text.ts';
import { ruleText } from '#words/kit/rule-text.ts';
import { criterionName } from '#words/kit/wording.ts';

/** What the page shows; null where the charter has no such indicator. */
export async function indicatorPage(
  services: Pick<Services, 'engine'>,
  actor: Actor,
  { view, indicator: indicatorId }: { readonly view: AssessmentView; readonly indicator: string },
) {
  const { charter } = view;
  const indicator = charter.indicators.find(({ id }) => id === indicatorId);
  if (indicator === undefined) return null;
  const seen = await seeCounts(services, actor, view);
  return {
    id: view.id,
    department: view.department,
    mayEnterCounts: view.mayEnterCounts,
    indicator: {
      id: indicator.id,
      title: indicator.title,
      guidance: indicator.guidance,
      period: indicator.period,
      least: indicator.minimumDenominator,
    },
    groups: groupsOf(indicator),
    rules: charter.sections
      .flatMap(({ criteria }) => criteria)
      .flatMap((criterion) =>
        criterion.indicatorRules
          .filter((rule) => indicatorsOf(rule).includes(indicatorId))
          .map((rule) => ({
            criterion: criterion.id,
            text: `${criterionName(charter, criterion.id)}: ${inSentence(ruleText(charter, rule))}`,
          })),
      ),
    result: figureText(indicator, view.answerSet.indicators.get(indicatorId)),
    ...(seen.ok ? enteredIn(seen.value, indicatorId) : { entered: null, version: 0 }),
  };
}

function enteredIn({ rows }: SeenCounts, indicatorId: string) {
  const row = rows.find(({ indicator }) => indicator === indicatorId);
  return {
    entered: {
      firstNumerator: numberText(row?.firstNumerator),
      firstDenominator: numberText(row?.firstDenominator),
      secondNumerator: numberText(row?.secondNumerator),
      secondDenominator: numberText(row?.secondDenominator),
      source: row?.source ?? '',
    },
    version: row?.version ?? 0,
  };
}

export type IndicatorPage = NonNullable<Awaited<ReturnType<typeof indicatorPage>>>;

/** The two groups, or for a trend the same group at the start and at the end. */
function groupsOf(indicator: Indicator) {
  if (indicator.kind === 'trend') {
    const { numerator, denominator, label } = indicator.group;
    return [
      { prefix: 'first', legend: `${label}: ${indicator.start}`, numerator, denominator },
      { prefix: 'second', legend: `${label}: ${indicator.end}`, numerator, denominator },
    ] as const;
  }
  return [
    { prefix: 'first', legend: indicator.first.label, ...namesOf(indicator.first) },
    { prefix: 'second', legend: indicator.second.label, ...namesOf(indicator.second) },
  ] as const;
}

function namesOf({ numerator, denominator }: { numerator: string; denominator: string }) {
  return { numerator, denominator };
}

function numberText(number: number | undefined): string {
  return number === undefined ? '' : String(number);
}

/** A sentence after a colon. */
function inSentence(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
