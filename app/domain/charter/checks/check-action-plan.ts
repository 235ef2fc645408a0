// The rule about the plan that a panel judges: the criteria that are named exist, each named once.
import type { Finding } from '#app/domain/charter/finding.ts';
import type { Place } from '#app/domain/charter/view.ts';
import { checkListed, type Known } from './known.ts';

/** Every broken rule of `actionPlan`; none where a charter has no such key. */
export function checkActionPlan(plan: Place, known: Known): readonly Finding[] {
  const what = '; this lists the criteria that judge the action plan';
  return checkListed(plan.at('criteria').items(), known, what);
}
