// The dates of an action and its milestones, in words.
import type { Action, Milestone } from '#app/domain/plan/action.ts';
import { shortDate } from '#words/kit/day-words.ts';

/** A milestone in words: 31 Mar 2027: the board has agreed (reached). */
export function milestoneText({ on, text, done }: Milestone): string {
  return `${shortDate(on)}: ${text}${done ? ' (reached)' : ''}`;
}

/** The dates of an action in words. */
export function datesText({ startOn, dueOn }: Pick<Action, 'startOn' | 'dueOn'>): string {
  if (startOn !== null && dueOn !== null) return `${shortDate(startOn)} to ${shortDate(dueOn)}`;
  if (startOn !== null) return `from ${shortDate(startOn)}`;
  return dueOn === null ? 'no dates yet' : `due ${shortDate(dueOn)}`;
}
