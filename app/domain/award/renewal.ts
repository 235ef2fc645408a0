// When the renewal of an award may be started: from a year before its end up to its last day, a grace
// period included (product.md, The life of an assessment). Days are YYYY-MM-DD in London.
import { addMonths } from '#app/domain/calendar-entries.ts';
import { type AwardDates, lastDay } from './award.ts';

export type Renewability =
  | { readonly kind: 'open' }
  | { readonly kind: 'too-early'; readonly from: string }
  | { readonly kind: 'over'; readonly endedOn: string }
  | { readonly kind: 'withdrawn' };

/** Whether a renewal may be started on this day, and why not. */
export function renewability(award: AwardDates, today: string): Renewability {
  if (award.withdrawnAt !== null) return { kind: 'withdrawn' };
  const from = addMonths(award.validUntil, -12) ?? award.validUntil;
  if (today < from) return { kind: 'too-early', from };
  const endedOn = lastDay(award);
  return today > endedOn ? { kind: 'over', endedOn } : { kind: 'open' };
}
