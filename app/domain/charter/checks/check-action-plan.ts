// The rule about the plan that a panel judges: the criteria that are named exist, each named once.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import { findingAt, type Known } from './known.ts';
import { id } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

/** Every broken rule of `actionPlan`; none where a charter has no such key. */
export function checkActionPlan(plan: Place, known: Known): readonly Finding[] {
  const seen = new Set<string>();
  return plan
    .at('criteria')
    .items()
    .flatMap((place) => {
      const name = place.read(id);
      if (name === null) return [];
      if (seen.has(name)) {
        return [findingAt(place, 'duplicate-id', `criterion "${name}" is listed twice`)];
      }
      seen.add(name);
      if (known.criteria.has(name)) return [];
      const guess = didYouMean(name, [...known.criteria.keys()]);
      const message = `unknown criterion "${name}"; this lists the criteria that judge the action plan.${guess}`;
      return [findingAt(place, 'unknown-criterion', message)];
    });
}
