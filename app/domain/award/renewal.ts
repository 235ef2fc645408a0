// When the renewal of an award may be started: from a year before its end up to its last day, a grace
// period included (product.md, The life of an assessment). Days are YYYY-MM-DD in London.
import { addMonths } from '#app/domain/calendar-entries.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { checkOffered, type NotOffered } from '#app/domain/charter/offer.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
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

export type NotRenewed =
  | { readonly code: 'award-withdrawn' }
  | { readonly code: 'renewal-too-early'; readonly from: string }
  | { readonly code: 'award-ended'; readonly endedOn: string }
  | NotOffered;

type Version = {
  readonly published: boolean;
  readonly charter: Pick<Charter, 'id' | 'levels'>;
};

type Renewing = {
  /** undefined = there is none of that name. */
  readonly version: Version | undefined;
  readonly isRetired: boolean;
  readonly today: string;
};

/** Whether the renewal may be started on this version: of the same charter, with the same level. */
export function checkRenewal(
  award: AwardDates & { readonly charter: string; readonly level: string },
  { version, isRetired, today }: Renewing,
): Result<null, NotRenewed> {
  const state = renewability(award, today);
  if (state.kind === 'withdrawn') return refused({ code: 'award-withdrawn' });
  if (state.kind === 'too-early') return refused({ code: 'renewal-too-early', from: state.from });
  if (state.kind === 'over') return refused({ code: 'award-ended', endedOn: state.endedOn });
  const offered = checkOffered(version, isRetired);
  if (!offered.ok) return offered;
  const { id, levels } = offered.value.charter;
  const fits = id === award.charter.split('@')[0] && levels.some((one) => one.id === award.level);
  return fits ? ok(null) : refused({ code: 'charter-not-published' });
}
