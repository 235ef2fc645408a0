// How the promise of an outcome stands, in words.
import type { Promised } from '#app/domain/review/promise.ts';
import { dayText } from '#words/kit/time.ts';

/** 'Outcome promised by 6 August 2027: 12 days left'. */
export function promiseText(promise: Promised): string {
  switch (promise.kind) {
    case 'open':
      return `${days(promise.left)} left, until ${dayText(promise.dueOn)}`;
    case 'late':
      return `Late by ${days(promise.over)}: it was promised by ${dayText(promise.dueOn)}`;
    case 'kept':
      return `Decided after ${days(promise.days)}`;
    case 'missed':
      return `Decided after ${days(promise.days)}, later than promised`;
    default:
      return promise satisfies never;
  }
}

/** '1 day'. */
export function days(number: number): string {
  return number === 1 ? '1 day' : `${number} days`;
}

/** The promise of an outcome in a word or two. */
export const PROMISE_STATE: Readonly<Record<Promised['kind'], string>> = {
  open: 'Open',
  late: 'Late',
  kept: 'Kept',
  missed: 'Missed',
};
