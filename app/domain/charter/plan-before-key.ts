// What the share of a previous plan that was done says of the criterion that asks about it. It suggests and
// explains; scoring does not read it (scoring.md has no such rule).
import { meetsThreshold } from './percent.ts';
import type { Charter } from './charter.ts';
import type { Threshold } from './values.ts';

type Done = { readonly done: number; readonly all: number };

export type PlanSupport = {
  /** The highest rating whose share is reached, each below it too; 0 = none. */
  readonly rating: number;
  /** What the next rating asks for; null = the highest is reached. */
  readonly next: { readonly rating: number; readonly least: Threshold } | null;
};

/** What the plan supports; null where the charter says nothing of it, or the plan had no action. */
export function planSupport(
  { previousPlan }: Pick<Charter, 'previousPlan'>,
  { done, all }: Done,
): PlanSupport | null {
  if (previousPlan === null || all === 0) return null;
  const score = { points: done, available: all };
  const missed = previousPlan.done.findIndex(({ least }) => !meetsThreshold(score, least));
  const reached = missed === -1 ? previousPlan.done : previousPlan.done.slice(0, missed);
  return {
    rating: reached.at(-1)?.rating ?? 0,
    next: missed === -1 ? null : (previousPlan.done[missed] ?? null),
  };
}
