// What has to be so before a level counts: an award held for years, a yes or no that the charter asks for. What
// is unknown is not met. Source: scoring.md, What charter format 2 adds, 8.
import type { Precondition } from '#app/domain/charter/facts.ts';
import type { AnswerSet } from './answer.ts';

export type PreconditionState = {
  readonly state: 'yes' | 'no' | 'unknown';
  /** Full years held; null = not a matter of years, or not known. */
  readonly years: number | null;
};

type Known = Pick<AnswerSet, 'facts' | 'held'>;

/** Whether the precondition is so. */
export function preconditionState(precondition: Precondition, known: Known): PreconditionState {
  if (precondition.kind === 'held') {
    const years = known.held?.get(precondition.level) ?? null;
    if (years === null) return { state: 'unknown', years };
    return { state: years >= precondition.years ? 'yes' : 'no', years };
  }
  const value = known.facts?.get(precondition.fact);
  if (value === undefined) return { state: 'unknown', years: null };
  return { state: value === String(precondition.is) ? 'yes' : 'no', years: null };
}

/** The fact that says whether it is so, where the register does not know. */
export function factBehind(precondition: Precondition): string {
  return precondition.kind === 'held' ? HELD_SINCE : precondition.fact;
}

/** The fact with the day since which an award has been held without a gap. */
export const HELD_SINCE = 'heldSince';

/** Full years from one day to another, both YYYY-MM-DD; 0 where the second is earlier. */
export function fullYears(since: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(since.slice(0, 4));
  return Math.max(0, until.slice(5) < since.slice(5) ? years - 1 : years);
}
