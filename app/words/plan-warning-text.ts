// What a panel would say of a plan, in words, for each warning of the domain.
import type { PlanWarning } from '#app/domain/plan/warnings.ts';

export type WarningText = { readonly title: string; readonly why: string };

/** What it is, and why a panel minds. */
export function planWarningText(warning: PlanWarning, target: string): WarningText {
  switch (warning.code) {
    case 'no-measure':
      return {
        title: 'There is no success measure',
        why: 'A panel cannot tell whether the action worked. Say what will be different, by how much and by when.',
      };
    case 'measure-without-figure':
      return {
        title: 'The success measure has no figure and no date',
        why: 'Words such as ‘better’ or ‘more’ can always be claimed. Add a number, or the day on which a fact can be seen.',
      };
    case 'no-criterion':
      return {
        title: 'The action is not linked to a criterion',
        why: 'A panel looks for the gap behind every action. Tick the criteria that it is for.',
      };
    case 'gap-without-action':
      return {
        title: `A gap on the way to ${target} has no action`,
        why: 'A panel compares your gaps with your plan. Add an action, or say in one why it can wait.',
      };
    case 'one-owner':
      return {
        title: `${warning.owner} owns ${warning.actions.length} of ${warning.of} actions`,
        why: 'A plan that rests on one person stops when they leave. Share it out among those who can decide.',
      };
    case 'all-due-at-the-end':
      return {
        title: 'Everything is due in the last three months of the plan',
        why: 'A panel asks what will have changed after the first year. Spread the due dates over the whole time.',
      };
    case 'too-much-reviewing':
      return {
        title: 'Objectives begin with reviewing, considering or exploring',
        why: 'To review is not yet to change anything. Say what you will do with what you find.',
      };
    case 'long-without-milestones':
      return {
        title: 'The action takes more than a year and has no milestones',
        why: 'Nobody can tell half-way whether it is on track. Add what can be seen on the way, with dates.',
      };
    case 'not-started-in-time':
      return {
        title: 'The date has passed and the action is not started',
        why: 'Note its progress, or set dates that you can keep and say why they moved.',
      };
    default:
      return warning satisfies never;
  }
}
