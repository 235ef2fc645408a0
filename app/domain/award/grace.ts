// A renewal that did not succeed: the award before it stays valid for a year after the results letter, or
// to its own end where that is later; once per award (domain.md, 1.1 Grace period).
import { addMonths } from '#app/domain/calendar-entries.ts';

type Held = { readonly validUntil: string; readonly graceUntil: string | null };

/** The end of the grace period; null where the award has had one, or needs none. */
export function graceAfter(award: Held, decidedOn: string): string | null {
  if (award.graceUntil !== null) return null;
  const until = addMonths(decidedOn, 12) ?? decidedOn;
  return until > award.validUntil ? until : null;
}
