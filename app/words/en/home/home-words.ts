// What the home page says outside its markup.
import { dayText } from '#words/kit/time.ts';

/** What somebody was asked to write. */
export const MINE = {
  by: (day: string) => `By ${dayText(day)}`,
  readyBy: (ready: number, all: number, dueOn: string | null) =>
    `${ready === all ? 'All are ready' : `${ready} of ${all} ready`}${dueOn === null ? '' : `, due by ${dayText(dueOn)}`}.`,
} as const;

/** The assessments of several departments. */
export const ASSESSMENT_TABLE = {
  caption: 'Assessments of your departments',
  columns: ['Assessment', 'Next', 'Level so far', 'Ready', 'State and dates'],
  level: (level: string | null, target: string) => `${level ?? 'None yet'} (target: ${target})`,
  ready: (ready: number, all: number) => `${ready} of ${all}`,
} as const;
