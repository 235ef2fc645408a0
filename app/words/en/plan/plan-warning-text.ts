// What a panel would say of a plan, in words, for each warning of the domain.
import type { PlanWarning } from '#app/domain/plan/warnings.ts';
import { told } from '#app/words/told.ts';

export type WarningText = { readonly title: string; readonly why: string };

type OneOwner = Pick<Extract<PlanWarning, { readonly code: 'one-owner' }>, 'owner' | 'of'> & {
  readonly actions: readonly unknown[];
};

const TITLES = {
  'no-measure': 'There is no success measure',
  'measure-without-figure': 'The success measure has no figure and no date',
  'no-criterion': 'The action is not linked to a criterion',
  'gap-without-action': ({ target }: { readonly target: string }) =>
    `A gap on the way to ${target} has no action`,
  'one-owner': ({ owner, actions, of }: OneOwner) =>
    `${owner} owns ${actions.length} of ${of} actions`,
  'all-due-at-the-end': 'Everything is due in the last three months of the plan',
  'too-much-reviewing': 'Objectives begin with reviewing, considering or exploring',
  'long-without-milestones': 'The action takes more than a year and has no milestones',
  'not-started-in-time': 'The date has passed and the action is not started',
};

const WHY: Readonly<Record<PlanWarning['code'], string>> = {
  'no-measure':
    'A panel cannot tell whether the action worked. Say what will be different, by how much and by when.',
  'measure-without-figure':
    'Words such as ‘better’ or ‘more’ can always be claimed. Add a number, or the day on which a fact can be seen.',
  'no-criterion':
    'A panel looks for the gap behind every action. Tick the criteria that it is for.',
  'gap-without-action':
    'A panel compares your gaps with your plan. Add an action, or say in one why it can wait.',
  'one-owner':
    'A plan that rests on one person stops when they leave. Share it out among those who can decide.',
  'all-due-at-the-end':
    'A panel asks what will have changed after the first year. Spread the due dates over the whole time.',
  'too-much-reviewing':
    'To review is not yet to change anything. Say what you will do with what you find.',
  'long-without-milestones':
    'Nobody can tell half-way whether it is on track. Add what can be seen on the way, with dates.',
  'not-started-in-time':
    'Note its progress, or set dates that you can keep and say why they moved.',
};

/** What it is, and why a panel minds. */
export function planWarningText(warning: PlanWarning, target: string): WarningText {
  const facts = { ...warning, target };
  return { title: told(TITLES, facts), why: WHY[warning.code] };
}
