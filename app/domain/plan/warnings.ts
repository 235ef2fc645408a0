// What panels turn plans down for, told before they do. Nothing here blocks anything. Whether most
// owners are in human resources is left out: job titles do not tell it honestly.
// Source: domain.md 1.1 (action plans).
import { addMonths } from '#app/domain/calendar-entries.ts';
import type { Action } from './action.ts';

export type PlanWarning =
  | {
      readonly code:
        | 'no-measure'
        | 'measure-without-figure'
        | 'no-criterion'
        | 'too-much-reviewing'
        | 'long-without-milestones'
        | 'not-started-in-time'
        | 'all-due-at-the-end';
      /** Ids, in the order of the plan. */
      readonly actions: readonly string[];
    }
  | { readonly code: 'gap-without-action'; readonly criteria: readonly string[] }
  | {
      readonly code: 'one-owner';
      readonly owner: string;
      readonly actions: readonly string[];
      readonly of: number;
    };

type Plan = {
  /** In the order of the plan. */
  readonly actions: readonly Action[];
  /** Criteria that stand before the target and that no action is for. */
  readonly gaps: readonly string[];
  /** YYYY-MM-DD */
  readonly today: string;
};

/** Every warning that applies; none for a plan without actions. */
export function planWarnings({ actions, gaps, today }: Plan): readonly PlanWarning[] {
  if (actions.length === 0) return [];
  return [
    ...about('no-measure', actions.filter(hasNoMeasure)),
    ...about('measure-without-figure', actions.filter(measuresNothing)),
    ...about('no-criterion', actions.filter(hasNoCriterion)),
    ...(gaps.length === 0 ? [] : [{ code: 'gap-without-action', criteria: gaps } as const]),
    ...oneOwner(actions),
    ...about('all-due-at-the-end', dueAtTheEnd(actions)),
    ...about('too-much-reviewing', tooMuchReviewing(actions)),
    ...about('long-without-milestones', actions.filter(isLongWithoutMilestones)),
    ...about(
      'not-started-in-time',
      actions.filter((action) => shouldHaveStarted(action, today)),
    ),
  ];
}

function about(
  code: Exclude<PlanWarning['code'], 'gap-without-action' | 'one-owner'>,
  actions: readonly Action[],
): readonly PlanWarning[] {
  return actions.length === 0 ? [] : [{ code, actions: actions.map(({ id }) => id) }];
}

function hasNoMeasure({ successMeasure, target }: Action): boolean {
  return successMeasure === '' && target === '';
}

const FIGURE =
  /\p{N}|%|\b(?:all|both|each|every|none?|nobody|half|thirds?|quarters?|twice|once|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;

/** A measure of words alone: neither a figure nor a date in it or in its target. */
function measuresNothing(action: Action): boolean {
  return !hasNoMeasure(action) && !FIGURE.test(`${action.successMeasure} ${action.target}`);
}

function hasNoCriterion({ criteria }: Action): boolean {
  return criteria.length === 0;
}

const FEWEST_FOR_OWNERS = 5;

// Three in five of five actions or more. The name is what stands before the first comma.
function oneOwner(actions: readonly Action[]): readonly PlanWarning[] {
  if (actions.length < FEWEST_FOR_OWNERS) return [];
  const owned = Map.groupBy(
    actions.filter(({ owner }) => nameIn(owner) !== ''),
    ({ owner }) => nameIn(owner).toLowerCase(),
  );
  return [...owned.values()]
    .filter((theirs) => theirs.length * 5 >= actions.length * 3)
    .map((theirs) => ({
      code: 'one-owner' as const,
      owner: nameIn(theirs[0]?.owner ?? ''),
      actions: theirs.map(({ id }) => id),
      of: actions.length,
    }));
}

function nameIn(owner: string): string {
  return (owner.split(',')[0] ?? '').trim();
}

const FEWEST_FOR_SPREAD = 4;

// All due within the last three months of a plan of a year or longer.
function dueAtTheEnd(actions: readonly Action[]): readonly Action[] {
  const due = actions.filter(({ dueOn }) => dueOn !== null);
  const days = due.flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  const starts = actions.flatMap(({ startOn }) => startOn ?? []).toSorted();
  const last = days.at(-1);
  const first = [...starts, ...days].toSorted()[0];
  if (due.length < FEWEST_FOR_SPREAD || last === undefined || first === undefined) return [];
  const yearAfter = addMonths(first, 12);
  const quarterBefore = addMonths(last, -3);
  if (yearAfter === null || quarterBefore === null || last < yearAfter) return [];
  return days.every((day) => day >= quarterBefore) ? due : [];
}

const REVIEWING =
  /^(?:to\s+)?(?:further\s+)?(?:review|consider|explore|investigate|examine|discuss|debate|reflect on|think about|look (?:at|into))\b/i;

// One in four or more.
function tooMuchReviewing(actions: readonly Action[]): readonly Action[] {
  const reviewing = actions.filter(({ objective }) => REVIEWING.test(objective));
  return reviewing.length * 4 >= actions.length ? reviewing : [];
}

function isLongWithoutMilestones({ startOn, dueOn, milestones, status }: Action): boolean {
  const yearAfter = startOn === null ? null : addMonths(startOn, 12);
  if (yearAfter === null || dueOn === null || status === 'complete') return false;
  return milestones.length === 0 && dueOn > yearAfter;
}

function shouldHaveStarted({ startOn, dueOn, status }: Action, today: string): boolean {
  const day = startOn ?? dueOn;
  return status === 'not-started' && day !== null && day < today;
}
