// What the home page says outside its markup.

/** The assessments of several departments. */
export const ASSESSMENT_TABLE = {
  caption: 'Assessments of your departments',
  columns: ['Assessment', 'Next', 'Level so far', 'Ready', 'State and dates'],
  level: (level: string | null, target: string) => `${level ?? 'None yet'} (target: ${target})`,
  ready: (ready: number, all: number) => `${ready} of ${all}`,
} as const;
