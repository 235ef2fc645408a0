// The life of an award: decided, published, valid until its end, a later end in a grace period, or
// withdrawn (product.md; domain.md, 1.1 Validity and Grace period). Days are YYYY-MM-DD in London.
import { addDays, addMonths } from '#app/domain/calendar-entries.ts';

export type AwardDates = {
  readonly awardedOn: string;
  readonly validUntil: string;
  readonly graceUntil: string | null;
  /** An instant; null = not in the register yet. */
  readonly publishedAt: string | null;
  readonly withdrawnAt: string | null;
};

export const AWARD_STATES = ['unpublished', 'valid', 'grace', 'expired', 'withdrawn'] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/** What an award is worth on this day; the last day counts as valid. */
export function awardState(award: AwardDates, today: string): AwardState {
  if (award.withdrawnAt !== null) return 'withdrawn';
  if (award.publishedAt === null) return 'unpublished';
  if (today <= award.validUntil) return 'valid';
  return award.graceUntil !== null && today <= award.graceUntil ? 'grace' : 'expired';
}

/** The last day on which the award holds, a grace period included. */
export function lastDay({ validUntil, graceUntil }: AwardDates): string {
  return graceUntil !== null && graceUntil > validUntil ? graceUntil : validUntil;
}

/** The last valid day of an award made on this day: the day before its anniversary so many years later. */
export function lastValidDay(awardedOn: string, years: number): string {
  return addDays(addMonths(awardedOn, years * 12) ?? awardedOn, -1);
}

/** Of the awards of one assessment, newest first, the one that counts: it holds, or is the last one that did; undefined = none. */
export function countingAward<Award extends Pick<AwardDates, 'withdrawnAt'>>(
  awards: readonly Award[],
): Award | undefined {
  return awards.find(({ withdrawnAt }) => withdrawnAt === null) ?? awards[0];
}
