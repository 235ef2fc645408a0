// Words for what can stand in the way of a round.
import { dayAndTime } from '#words/kit/time.ts';

/** A day and a time as typed. */
export const WALL_CLOCK = {
  'not-a-time': 'Enter a real day and a time such as 17:00',
  'clock-changes': 'The clocks change in this hour, so the time is not clear. Choose another hour',
};

export const ROUNDS = {
  'closes-before-opening': 'The closing time must be after the opening time',
  'closes-in-the-past': 'The closing time must be in the future',
  'closes-as-before': 'The round closes then already',
  'not-later': ({ closesAt }: { readonly closesAt: string }) =>
    `An extension must be later than what the department has already, ${dayAndTime(closesAt)}`,
};
