// The promise to those who submit: an outcome within 12 weeks (domain.md, 1.1; the administrator's desk).
import { addDays, daysBetween } from '#app/domain/calendar-entries.ts';

const PROMISED_DAYS = 12 * 7;

type Given = {
  /** Days in London, YYYY-MM-DD. */
  readonly submittedOn: string;
  /** The first decision; null = none yet. */
  readonly decidedOn: string | null;
  readonly today: string;
};

export type Promised = {
  /** The last day on which the promise is kept. */
  readonly dueOn: string;
  /** Days from the submission to the decision, or until today. */
  readonly days: number;
} & (
  | { readonly kind: 'kept' | 'missed' }
  | { readonly kind: 'open'; readonly left: number }
  | { readonly kind: 'late'; readonly over: number }
);

/** What was submitted before this day and is not decided is late. */
export function lateBefore(today: string): string {
  return addDays(today, -PROMISED_DAYS);
}

/** How the promise stands; the 84th day still keeps it. */
export function promiseOf({ submittedOn, decidedOn, today }: Given): Promised {
  const dueOn = addDays(submittedOn, PROMISED_DAYS);
  const days = daysBetween(submittedOn, decidedOn ?? today);
  if (decidedOn !== null) return { dueOn, days, kind: decidedOn <= dueOn ? 'kept' : 'missed' };
  const left = daysBetween(today, dueOn);
  return left >= 0
    ? { dueOn, days, kind: 'open', left }
    : { dueOn, days, kind: 'late', over: -left };
}
