// A renewal that did not succeed at the same level: the award before it stays valid for a year after the
// results letter, or to its own end where that is later; once per award (domain.md, 1.1 Grace period).
import { addMonths } from '#app/domain/calendar-entries.ts';
import type { Outcome } from '#app/domain/review/decided-outcome.ts';

type Held = { readonly validUntil: string; readonly graceUntil: string | null };

/** The end of the grace period (YYYY-MM-DD); null where the award has had one, or needs none. */
export function graceAfter(
  award: Held,
  { outcome, decidedOn }: { readonly outcome: Outcome; readonly decidedOn: string },
): string | null {
  if (outcome === 'award' || award.graceUntil !== null) return null;
  const until = addMonths(decidedOn, 12) ?? decidedOn;
  return until > award.validUntil ? until : null;
}
